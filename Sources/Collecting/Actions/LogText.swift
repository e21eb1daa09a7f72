/// Names from a log, made fit to be evidence: short, of one line, without secrets.
enum LogText {
    private static let longest = 80

    /// A name of a tool, server, person or credential.
    static func name(_ text: String) -> String {
        let plain = text.prefix(longest * 4).unicodeScalars.map { scalar in
            scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
                ? " " : Character(scalar)
        }
        let clean = Redaction.redact(String(plain))
        return clean.count > longest ? String(clean.prefix(longest)) + "…" : clean
    }

    /// The beginning of a text, so that no line of a log takes up memory for long.
    static func bounded(_ text: String, _ most: Int = 200) -> String {
        text.utf8.count <= most ? text : String(decoding: text.utf8.prefix(most), as: UTF8.self)
    }

    /// An identifier; nil when it holds anything but letters, digits and the usual signs between them.
    static func identifier(_ text: String) -> String? {
        let isPlain = text.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte | 0x20) || byte &- 0x30 < 10 || [0x2D, 0x2E, 0x3A, 0x5F].contains(byte)
        }
        guard isPlain, (1...64).contains(text.utf8.count), SecretScanner.detect(key: "", value: text) == nil else {
            return nil
        }
        return text
    }
}
