internal import COpenSSL

/// Name-based identifiers (RFC 9562 §5.5): the same name always gives the same UUID.
public struct UUIDv5: Sendable {
    private let namespace: [UInt8]

    /// The namespace of a UUID text; anything but its hexadecimal digits is ignored.
    public init(namespace: String) {
        let nibbles = namespace.compactMap(\.hexDigitValue)
        self.namespace = stride(from: 0, to: nibbles.count - 1, by: 2).map { UInt8(nibbles[$0] << 4 | nibbles[$0 + 1]) }
    }

    /// The identifier of a name, in lower case.
    public func uuid(_ name: String) -> String {
        let bytes = namespace + Array(name.utf8)
        var digest = [UInt8](repeating: 0, count: Int(SHA_DIGEST_LENGTH))
        _ = SHA1(bytes, bytes.count, &digest)
        digest[6] = digest[6] & 0x0F | 0x50
        digest[8] = digest[8] & 0x3F | 0x80
        let text = Hexadecimal.text(of: digest.prefix(16))
        var parts: [Substring] = []
        var rest = text[...]
        for length in [8, 4, 4, 4, 12] {
            parts.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        return parts.joined(separator: "-")
    }
}
