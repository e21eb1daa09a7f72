internal import COpenSSL

/// Bytes as libcrypto reads and writes files.
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

    /// What a body writes into a file; nil when it says that it could not.
    static func written(_ body: (OpaquePointer) -> Bool) -> [UInt8]? {
        guard let file = BIO_new(BIO_s_mem()) else { return nil }
        defer { BIO_free(file) }
        guard body(file) else { return nil }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while case let count = BIO_read(file, &buffer, Int32(buffer.count)), count > 0 {
            bytes += buffer.prefix(Int(count))
        }
        // A private key may have passed through.
        OPENSSL_cleanse(&buffer, buffer.count)
        return bytes
    }
}
