internal import COpenSSL

/// A pair of keys, made by libcrypto and not yet written anywhere.
public final class NewKey {
    /// How often a passphrase is hashed (PBKDF2 with HMAC-SHA-256), as OWASP's password storage cheat sheet has it:
    /// <https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html>.
    private static let rounds: Int32 = 600_000

    private let key: OpaquePointer
    /// The public half.
    public let publicKey: VerifyingKey

    /// Makes a pair.
    ///
    /// - Parameter kind: Ed25519 or ECDSA P-256.
    /// - Throws: `KeyError` for a kind that no key is made of.
    public init(_ kind: KeyKind) throws(KeyError) {
        guard kind != .rsa else { throw .unsupported("no new RSA key is made") }
        guard let context = EVP_PKEY_CTX_new_id(kind == .ed25519 ? EVP_PKEY_ED25519 : EVP_PKEY_EC, nil) else {
            throw .making
        }
        defer { EVP_PKEY_CTX_free(context) }
        var made: OpaquePointer?
        guard EVP_PKEY_keygen_init(context) == 1,
            kind == .ed25519 || EVP_PKEY_CTX_set_group_name(context, "P-256") == 1,
            EVP_PKEY_generate(context, &made) == 1, let made
        else { throw .making }
        do throws(KeyError) {
            publicKey = try VerifyingKey(copying: made)
        } catch {
            EVP_PKEY_free(made)
            throw error
        }
        key = made
    }

    deinit { EVP_PKEY_free(key) }

    /// The private half in PEM: PKCS#8, with a passphrase encrypted by AES-256 (RFC 8018 §6.2).
    ///
    /// - Throws: `KeyError` for an empty passphrase, and when libcrypto refuses.
    public func privatePEM(passphrase: [UInt8]? = nil) throws(KeyError) -> [UInt8] {
        guard let information = EVP_PKEY2PKCS8(key) else { throw .making }
        defer { PKCS8_PRIV_KEY_INFO_free(information) }
        guard let passphrase else {
            guard let pem = MemoryFile.written({ PEM_write_bio_PKCS8_PRIV_KEY_INFO($0, information) == 1 }) else {
                throw .making
            }
            return pem
        }
        guard !passphrase.isEmpty else { throw .unreadable("the passphrase is empty") }
        let method = PKCS5_pbe2_set_iv(EVP_aes_256_cbc(), Self.rounds, nil, 16, nil, NID_hmacWithSHA256)
        let sealed = passphrase.withUnsafeBytes { bytes in
            PKCS8_set0_pbe(
                bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: bytes.count), information,
                method)
        }
        guard let sealed else {
            X509_ALGOR_free(method)
            throw .making
        }
        defer { X509_SIG_free(sealed) }
        guard let pem = MemoryFile.written({ PEM_write_bio_PKCS8($0, sealed) == 1 }) else { throw .making }
        return pem
    }
}
