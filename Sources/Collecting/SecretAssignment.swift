/// Finds secrets that a command line or a line of shell gives by name: `TOKEN=…`, `--api-key …`, `password: …`.
enum SecretAssignment {
    private typealias Bytes = UnsafeBufferPointer<UInt8>

    /// The first secret part of a text.
    static func first(in text: String) -> Range<String.Index>? {
        var text = text
        let found = text.withUTF8 { bytes -> Range<Int>? in
            for sign in bytes.indices where isSign(bytes[sign]) {
                let name = name(before: sign, in: bytes)
                guard !name.isEmpty, maySpeakOfSecret(bytes[name]), let value = value(after: sign, in: bytes),
                    SecretScanner.isNamedSecret(self.text(bytes[name]), self.text(bytes[value]))
                else { continue }
                return value
            }
            return nil
        }
        guard let found else { return nil }
        let start = text.utf8.index(text.startIndex, offsetBy: found.lowerBound)
        return start..<text.utf8.index(start, offsetBy: found.count)
    }

    private static func isSign(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "=")
    }

    private static func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }

    private static func text(_ bytes: Slice<Bytes>) -> String { String(decoding: bytes, as: UTF8.self) }

    private static func maySpeakOfSecret(_ name: Slice<Bytes>) -> Bool {
        let name = text(name)
        return SecretName.isSecret(name) || SecretName.isPassword(name)
    }

    // Before a space only an option counts: `--token abc`, not the prose `the token abc`.
    private static func name(before sign: Int, in bytes: Bytes) -> Range<Int> {
        let isBlank = bytes[sign] == UInt8(ascii: " ")
        var end = sign
        while !isBlank, end > 0, isQuote(bytes[end - 1]) || bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
        var start = end
        while start > 0, SecretSigns.isOfWord(bytes[start - 1]) { start -= 1 }
        return isBlank && (start == end || bytes[start] != UInt8(ascii: "-")) ? end..<end : start..<end
    }

    private static func value(after sign: Int, in bytes: Bytes) -> Range<Int>? {
        guard let start = bytes[(sign + 1)...].firstIndex(where: { $0 != UInt8(ascii: " ") }) else { return nil }
        if isQuote(bytes[start]) {
            let first = start + 1
            return first..<(bytes[first...].firstIndex(of: bytes[start]) ?? bytes.endIndex)
        }
        return start..<(bytes[start...].firstIndex(where: " \"'&;,)}]\n\\`".utf8.contains) ?? bytes.endIndex)
    }
}
