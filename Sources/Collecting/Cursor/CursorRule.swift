internal import Documents

/// A rule of the command line's `permissions`, for example `Shell(git)` or `Read(.env*)`.
///
/// <https://cursor.com/docs/cli/reference/permissions>
struct CursorRule {
    let capability: String
    let target: String
    var isPrefix = false

    /// Nil when the text is not a rule that Cursor knows.
    static func parse(_ text: String) -> CursorRule? {
        let kinds = ["Shell": "shell", "Read": "read", "Write": "write", "WebFetch": "network", "Mcp": "mcp"]
        let name = String(text.prefix { $0 != "(" })
        guard let capability = kinds[name], text.hasSuffix(")"), text.count > name.count + 2 else { return nil }
        let inner = String(text.dropFirst(name.count + 1).dropLast())
        if ["*", "**", "**/*", "*:*"].contains(inner) {
            return CursorRule(capability: capability, target: capability == "mcp" ? "*:*" : "*")
        }
        guard capability == "shell" else { return CursorRule(capability: capability, target: inner) }
        // The first word of the command; after a colon stands a pattern for the rest.
        guard let colon = inner.firstIndex(of: ":") else {
            return CursorRule(capability: capability, target: inner, isPrefix: true)
        }
        let rest = inner[inner.index(after: colon)...]
        let command = inner[..<colon] + (rest.isEmpty ? "" : " " + rest)
        return CursorRule(capability: capability, target: String(command), isPrefix: rest.isEmpty)
    }

    /// Whether it decides every action that the other one names.
    func covers(_ other: CursorRule) -> Bool {
        guard capability == other.capability else { return false }
        if target == "*" || target == "*:*" { return true }
        if isPrefix { return other.target == target || other.target.hasPrefix(target + " ") }
        return Wildcard.covers(target, other.target)
    }
}
