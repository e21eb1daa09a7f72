internal import COpenSSL

/// SHA-256 (FIPS 180-4) through libcrypto.
public enum SHA256 {
    /// The digest of bytes, in lower-case hexadecimal.
    public static func hex(_ bytes: [UInt8]) -> String {
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        _ = COpenSSL.SHA256(bytes, bytes.count, &digest)
        return Hexadecimal.text(of: digest)
    }

    /// The digest of a text's UTF-8 bytes, in lower-case hexadecimal.
    public static func hex(_ text: String) -> String { hex(Array(text.utf8)) }
}

/// Bytes as lower-case hexadecimal.
enum Hexadecimal {
    private static let digits = Array("0123456789abcdef".utf8)

    static func text(of bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
