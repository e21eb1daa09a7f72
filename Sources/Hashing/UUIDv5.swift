internal import COpenSSL

/// Name-based identifiers (RFC 9562 §5.5): the same name always gives the same UUID.
public struct UUIDv5: Sendable {
    private static let algorithm = DigestAlgorithm("SHA1", length: Int(SHA_DIGEST_LENGTH))

    private let namespace: [UInt8]

    /// The namespace of a UUID text; anything but its hexadecimal digits is ignored.
    public init(namespace: String) {
        let nibbles = namespace.compactMap(\.hexDigitValue)
        self.namespace = stride(from: 0, to: nibbles.count - 1, by: 2).map { UInt8(nibbles[$0] << 4 | nibbles[$0 + 1]) }
    }

    /// The identifier of a name, in lower case.
    public func uuid(_ name: String) -> String {
        let bytes = namespace + Array(name.utf8)
        return bytes.withUnsafeBytes { bytes in
            Self.algorithm.withDigest(of: bytes) { digest in
                digest[6] = digest[6] & 0x0F | 0x50
                digest[8] = digest[8] & 0x3F | 0x80
                return Self.text(of: digest)
            }
        }
    }

    /// Groups of 8, 4, 4, 4 and 12 digits.
    private static func text(of digest: UnsafeMutableBufferPointer<UInt8>) -> String {
        String(unsafeUninitializedCapacity: 36) { text in
            var place = 0
            for index in 0..<16 {
                if [4, 6, 8, 10].contains(index) {
                    text[place] = UInt8(ascii: "-")
                    place += 1
                }
                text[place] = Hexadecimal.digit(digest[index] >> 4)
                text[place + 1] = Hexadecimal.digit(digest[index] & 15)
                place += 2
            }
            return place
        }
    }
}
