internal import Documents

/// Takes secrets out of text before it becomes evidence.
enum Redaction {
    /// A value without its secret.
    static func redact(_ value: String, key: String = "") -> String {
        var text = value
        var rounds = 0
        while rounds < 16, let found = SecretScanner.detect(key: rounds == 0 ? key : "", value: text) {
            text.replaceSubrange(found.range, with: "[redacted \(found.name)]")
            rounds += 1
        }
        return text
    }

    /// A line without any secret that its file holds, wherever in the file it was recognised.
    static func redact(_ line: String, in file: SourceFile) -> String {
        var text = line
        for secret in file.secrets where text.contains(secret) {
            text = text.replacing(secret, with: "[redacted]")
        }
        let words = text.split(separator: " ", omittingEmptySubsequences: false).map { redact(String($0)) }
        return words.joined(separator: " ")
    }

    /// The secrets in the values of a tree, longest first.
    static func secrets(in root: Node) -> [String] {
        var found: [String] = []
        root.walk { pointer, node in
            guard let value = node.string else { return }
            let key = pointer.split(separator: "/").last.map(String.init) ?? ""
            if let secret = SecretScanner.detect(key: key, value: value) { found.append(String(value[secret.range])) }
        }
        return found.sorted { $0.count > $1.count }
    }
}
