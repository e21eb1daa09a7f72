internal import COpenSSL

/// SHA-256 (FIPS 180-4) through libcrypto.
public enum SHA256 {
    /// The algorithm, looked up once: by name OpenSSL 3 looks it up each time.
    private struct Algorithm: @unchecked Sendable {
        // A fetched method is reference-counted and never written to (EVP_MD_fetch(3)), so that threads may share it.
        let method = EVP_MD_fetch(nil, "SHA256", nil)
    }

    private static let algorithm = Algorithm()

    /// The digest of bytes, in lower-case hexadecimal.
    public static func hex(_ bytes: [UInt8]) -> String {
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        _ = EVP_Digest(bytes, bytes.count, &digest, nil, algorithm.method, nil)
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
