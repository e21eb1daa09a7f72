internal import COpenSSL

/// A private key; its bytes stay inside libcrypto.
public final class SigningKey: CustomStringConvertible {
    private let key: OpaquePointer
    /// The public half.
    public let publicKey: VerifyingKey

    /// Reads a PEM: PKCS#8, also encrypted, or the older forms that libcrypto knows.
    ///
    /// - Parameters:
    ///   - pem: The file.
    ///   - passphrase: What opens it when it is encrypted; nobody is asked at a terminal.
    /// - Throws: `KeyError` when it cannot be read or is of a kind that is not used.
    public init(pem: [UInt8], passphrase: [UInt8]? = nil) throws(KeyError) {
        var secret = passphrase.map { $0 + [0] }
        defer { secret?.withUnsafeMutableBytes { OPENSSL_cleanse($0.baseAddress, $0.count) } }
        let read = MemoryFile.read(pem) { file in
            secret?.withUnsafeMutableBytes { PEM_read_bio_PrivateKey(file, nil, nil, $0.baseAddress) }
                ?? PEM_read_bio_PrivateKey(file, nil, { _, _, _, _ in -1 }, nil)
        }
        guard let read else {
            throw .unreadable(
                passphrase == nil
                    ? "no private key in PEM, or it is encrypted and no passphrase is given"
                    : "no private key in PEM, or the passphrase does not open it")
        }
        do throws(KeyError) {
            publicKey = try VerifyingKey(copying: read)
        } catch {
            EVP_PKEY_free(read)
            throw error
        }
        key = read
    }

    deinit { EVP_PKEY_free(key) }

    /// Signs bytes: 64 bytes for Ed25519, DER for ECDSA, as long as the modulus for RSA.
    ///
    /// - Throws: `KeyError.signing` when libcrypto refuses.
    public func sign(_ bytes: [UInt8]) throws(KeyError) -> [UInt8] {
        guard let context = EVP_MD_CTX_new() else { throw .signing }
        defer { EVP_MD_CTX_free(context) }
        var length = 0
        guard EVP_DigestSignInit(context, nil, publicKey.kind.digest, nil, key) == 1,
            EVP_DigestSign(context, nil, &length, bytes, bytes.count) == 1
        else { throw .signing }
        var signature = [UInt8](repeating: 0, count: length)
        guard EVP_DigestSign(context, &signature, &length, bytes, bytes.count) == 1 else { throw .signing }
        return Array(signature.prefix(length))
    }

    /// What the key is, and nothing of it.
    public var description: String { "private \(publicKey.kind.rawValue) key \(publicKey.id)" }
}
