internal import COpenSSL

extension SHA256 {
    /// The digest of a text's UTF-8 bytes in Base64 (RFC 4648), as a Content-Security-Policy names it.
    public static func base64(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        _ = COpenSSL.SHA256(bytes, bytes.count, &digest)
        // Four characters for each three bytes, and a zero at the end.
        var encoded = [UInt8](repeating: 0, count: (digest.count + 2) / 3 * 4 + 1)
        _ = EVP_EncodeBlock(&encoded, digest, Int32(digest.count))
        return String(decoding: encoded.dropLast(), as: UTF8.self)
    }
}
