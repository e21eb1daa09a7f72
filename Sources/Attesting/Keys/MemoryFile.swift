internal import COpenSSL

/// Bytes as libcrypto reads files.
enum MemoryFile {
    /// Runs a body with the bytes as a file.
    static func read<T>(_ bytes: [UInt8], _ body: (OpaquePointer) -> T?) -> T? {
        bytes.withUnsafeBytes { raw in
            guard let file = BIO_new_mem_buf(raw.baseAddress, Int32(clamping: raw.count)) else { return nil }
            defer { BIO_free(file) }
            // What an earlier call left behind says nothing about this one.
            ERR_clear_error()
            return body(file)
        }
    }
}
