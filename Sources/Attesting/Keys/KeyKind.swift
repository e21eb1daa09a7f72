internal import COpenSSL

/// The kinds of key that sign, each with one algorithm: the key decides, never the document.
public enum KeyKind: String, Sendable, Hashable {
    /// RFC 8032, over the bytes themselves.
    case ed25519 = "Ed25519"
    /// FIPS 186-5 over SHA-256; signatures in DER.
    case ecdsaP256 = "ECDSA P-256"
    /// RSASSA-PKCS1-v1_5 over SHA-256 (RFC 8017 §8.2).
    case rsa = "RSA"

    /// The kind of a key.
    init(_ key: OpaquePointer) throws(KeyError) {
        switch EVP_PKEY_get_base_id(key) {
        case EVP_PKEY_ED25519: self = .ed25519
        case EVP_PKEY_EC:
            var name = [CChar](repeating: 0, count: 80)
            var length = 0
            let known = EVP_PKEY_get_group_name(key, &name, name.count, &length) == 1
            let curve = String(decoding: name.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
            guard known, curve == "prime256v1" else { throw .unsupported("an elliptic-curve key on \(curve)") }
            self = .ecdsaP256
        case EVP_PKEY_RSA:
            let bits = EVP_PKEY_get_bits(key)
            guard bits >= 2048 else { throw .unsupported("an RSA key of \(bits) bits") }
            self = .rsa
        default: throw .unsupported("this kind of key")
        }
    }

    /// The digest that is signed; none for Ed25519, which signs the bytes.
    var digest: OpaquePointer? { self == .ed25519 ? nil : EVP_sha256() }
}
