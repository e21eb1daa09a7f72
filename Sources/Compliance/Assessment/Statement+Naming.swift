internal import Hashing

extension Statement {
    /// The keys of an entry in a statements file, sorted.
    public static let keys = [
        "agent", "by", "check", "claim", "control", "document", "document_sha256", "expires_on", "id", "method", "role",
        "stated_on",
    ]

    /// The name of a statement whose entry gives it none: a digest of what it is about and who states it, so that it
    /// stays the same when the claim, the dates or the document change.
    public static func name(agent: String?, control: String?, check: String?, by: String?) -> String {
        let parts = [agent, control, check, by].map { $0 ?? "" }
        return "S-" + SHA256.hex(parts.joined(separator: "\u{1F}")).prefix(10).uppercased()
    }

    /// Whether a text can be a name: it is the name of a file too.
    public static func isName(_ text: String) -> Bool {
        let isPlain = text.utf8.allSatisfy { byte in
            ("a"..."z").contains(Unicode.Scalar(byte)) || ("A"..."Z").contains(Unicode.Scalar(byte))
                || ("0"..."9").contains(Unicode.Scalar(byte)) || [0x2D, 0x2E, 0x5F].contains(byte)
        }
        return isPlain && (1...64).contains(text.utf8.count) && !text.hasPrefix(".")
    }
}
