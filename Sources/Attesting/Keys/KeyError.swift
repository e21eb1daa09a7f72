/// Why a key, a certificate or a signature cannot be used; it never holds any part of a key.
public enum KeyError: Error, Hashable, CustomStringConvertible {
    /// The text is no such PEM, or the passphrase does not open it.
    case unreadable(String)
    /// The key is of a kind or strength that is not used.
    case unsupported(String)
    /// The certificate is for another key.
    case otherKey
    /// libcrypto could not sign.
    case signing
    /// libcrypto could not make or write a key.
    case making

    /// What is wrong, in words.
    public var description: String {
        switch self {
        case .unreadable(let what): what
        case .unsupported(let what): "\(what): Ed25519, ECDSA P-256 and RSA from 2048 bits are used"
        case .otherKey: "the certificate is for another key than the one that signs"
        case .signing: "libcrypto could not sign"
        case .making: "libcrypto could not make the key"
        }
    }
}
