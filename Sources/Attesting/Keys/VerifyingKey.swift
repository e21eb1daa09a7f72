internal import COpenSSL
internal import Hashing

/// A public key that the user trusts.
public final class VerifyingKey: CustomStringConvertible {
    private let key: OpaquePointer
    /// What it is, and with that the algorithm.
    public let kind: KeyKind
    /// SHA-256 of its SubjectPublicKeyInfo in DER, which is what `openssl pkey -pubin -outform DER | sha256sum` prints.
    public let id: String

    /// Reads a public key in PEM.
    ///
    /// - Throws: `KeyError` when it cannot be read or is of a kind that is not used.
    public convenience init(pem: [UInt8]) throws(KeyError) {
        guard let read = MemoryFile.read(pem, { PEM_read_bio_PUBKEY($0, nil, nil, nil) }) else {
            throw .unreadable("no public key in PEM")
        }
        defer { EVP_PKEY_free(read) }
        try self.init(copying: read)
    }

    /// The public half of a key, as its SubjectPublicKeyInfo has it.
    init(copying other: OpaquePointer) throws(KeyError) {
        let kind = try KeyKind(other)
        var encoded: UnsafeMutablePointer<UInt8>?
        let length = Int(i2d_PUBKEY(other, &encoded))
        guard length > 0, let encoded else { throw .unreadable("the key has no public half") }
        let information = Array(UnsafeBufferPointer(start: encoded, count: length))
        CRYPTO_free(encoded, nil, 0)
        let copy = information.withUnsafeBufferPointer { buffer in
            var start = buffer.baseAddress
            return d2i_PUBKEY(nil, &start, buffer.count)
        }
        guard let copy else { throw .unreadable("the key has no public half") }
        key = copy
        self.kind = kind
        id = SHA256.hex(information)
    }

    deinit { EVP_PKEY_free(key) }

    /// Whether a signature over bytes was made with this key's private half, by its kind's algorithm.
    public func verifies(_ signature: [UInt8], over bytes: [UInt8]) -> Bool {
        guard let context = EVP_MD_CTX_new() else { return false }
        defer { EVP_MD_CTX_free(context) }
        defer { ERR_clear_error() }
        guard EVP_DigestVerifyInit(context, nil, kind.digest, nil, key) == 1 else { return false }
        return EVP_DigestVerify(context, signature, signature.count, bytes, bytes.count) == 1
    }

    /// The key in PEM; nil when libcrypto cannot write it.
    public var pem: [UInt8]? { MemoryFile.written { PEM_write_bio_PUBKEY($0, key) == 1 } }

    /// What the key is.
    public var description: String { "\(kind.rawValue) key \(id)" }
}
