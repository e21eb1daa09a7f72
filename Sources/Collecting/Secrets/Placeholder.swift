internal import Glibc

/// Tells a value that a person is to replace from one that is in use.
enum Placeholder {
    /// Whether a text only marks the place of a secret, refers to one, or names something else.
    static func matches(_ text: some StringProtocol) -> Bool {
        let text = text.lowercased()
        guard text.utf8.contains(where: \.isAlphanumeric) else { return true }
        if text.hasPrefix("<") || text.hasPrefix("{") || text.hasPrefix("$") || text.hasPrefix("%")
            || text.hasPrefix("[")
        {
            return true
        }
        return isMarked(text) || emptyWords.contains(text) || Set(text.utf8).count < 3
    }

    /// Whether a provider's prefix is followed by an instruction to the reader, not by a key.
    static func isMarked(_ text: some StringProtocol) -> Bool {
        let text = text.lowercased()
        if text.contains("${") || text.contains("{{") || text.contains("...") || text.contains("***")
            || text.contains("…")
        {
            return true
        }
        return marks.contains { text.contains($0) } || beginnings.contains { text.hasPrefix($0) }
    }

    private static let marks = [
        "xxxx", "your", "example", "changeme", "change-me", "change_me", "placeholder", "replace", "insert", "dummy",
        "redacted", "_here", "-here", "todo", "fill_in", "fill-in", "goes_here", "goeshere", "0000000000",
    ]
    private static let beginnings = ["my-", "my_", "fake", "sample", "mock", "the-", "some-", "test-", "test_", "xxx"]
    private static let emptyWords: Set<String> = [
        "none", "null", "nil", "true", "false", "undefined", "secret", "token", "password", "apikey", "api-key",
        "api_key",
        "key", "test", "required", "optional", "string", "value", "disabled", "enabled", "auto", "default", "local",
        "env", "inherit", "bearer", "basic", "oauth", "keyring", "file", "prompt", "anonymous", "unset", "tbd", "n/a",
    ]
}

extension StringProtocol {
    /// Shannon entropy of the bytes, in bits for each.
    var entropy: Double {
        var counts = [Double](repeating: 0, count: 256)
        for byte in utf8 { counts[Int(byte)] += 1 }
        let total = Double(utf8.count)
        return counts.reduce(0) { $1 == 0 ? $0 : $0 - $1 / total * log2($1 / total) }
    }
}
