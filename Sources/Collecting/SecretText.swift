/// Whether a file that a person wrote may be copied as it is.
public enum SecretText {
    /// A text that a person wrote, without what looks like a secret.
    public static func redacted(_ text: String) -> String { Redaction.redact(text) }

    /// The first line that holds what looks like a secret; nil when none does.
    public static func line(in bytes: [UInt8]) -> Int? {
        let text = String(decoding: bytes, as: UTF8.self)
        for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let parts = line.split(separator: ":", maxSplits: 1).map { $0.filter { !"\"'- \t\r".contains($0) } }
            let key = parts.count == 2 ? String(parts[0]) : ""
            let value = parts.count == 2 ? String(parts[1]) : String(line)
            if SecretScanner.detect(key: key, value: value) != nil { return place + 1 }
            if SecretScanner.detect(key: "", value: String(line)) != nil { return place + 1 }
        }
        return nil
    }
}
