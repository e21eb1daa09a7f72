internal import COpenSSL

/// SHA-256 (FIPS 180-4) through libcrypto.
public enum SHA256 {
    private static let algorithm = DigestAlgorithm("SHA256", length: Int(SHA256_DIGEST_LENGTH))

    /// The digest of bytes, in lower-case hexadecimal.
    public static func hex(_ bytes: [UInt8]) -> String {
        bytes.withUnsafeBytes { algorithm.withDigest(of: $0) { Hexadecimal.text(of: $0) } }
    }

    /// The digest of a text's UTF-8 bytes, in lower-case hexadecimal.
    public static func hex(_ text: String) -> String {
        var text = text
        return text.withUTF8 { bytes in
            algorithm.withDigest(of: UnsafeRawBufferPointer(bytes)) { Hexadecimal.text(of: $0) }
        }
    }
}
