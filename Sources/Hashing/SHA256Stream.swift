internal import COpenSSL

/// SHA-256 of bytes that come in pieces, for files that are never in memory as a whole.
public final class SHA256Stream {
    private let context = EVP_MD_CTX_new()

    /// A digest of nothing so far.
    public init() {
        EVP_DigestInit_ex(context, EVP_sha256(), nil)
    }

    deinit { EVP_MD_CTX_free(context) }

    /// Adds bytes.
    public func add(_ bytes: UnsafeRawBufferPointer) {
        EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
    }

    /// The digest in lower-case hexadecimal; nothing can be added afterwards.
    public func finish() -> String {
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        EVP_DigestFinal_ex(context, &digest, nil)
        return digest.withUnsafeMutableBufferPointer { Hexadecimal.text(of: $0) }
    }
}
