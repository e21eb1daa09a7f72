extension PermissionRule {
    /// Whether a rule that comes first leaves nothing of another.
    func covers(_ other: PermissionRule) -> Bool {
        if capability == "any" { return true }
        switch (capability, other.capability) {
        case ("mcp", "mcp"): return coversServer(other.target)
        // What may not be read may not be edited either.
        case ("read", "write") where tool == "Read": return coversPath(other.target)
        case ("read", "read"), ("write", "write"):
            return (tool == other.tool || ["Read", "Edit"].contains(tool)) && coversPath(other.target)
        case ("agent", "agent"), ("network", "network"):
            return breadth == "any" || Wildcard.covers(target, other.target)
        default:
            guard tool == other.tool else { return false }
            return breadth == "any" || target == "*" || Wildcard.covers(target, other.target)
        }
    }

    private func coversServer(_ name: String) -> Bool {
        if Wildcard.covers(target, name) { return true }
        let server = target.hasSuffix("__*") ? String(target.dropLast(3)) : target
        return name == server || name.hasPrefix(server + "__") && !server.dropFirst(5).contains("__")
    }

    /// Patterns are gitignore's: a name without a slash, and `**/`, match at every depth.
    private func coversPath(_ path: String) -> Bool {
        if breadth == "any" { return true }
        let (own, other) = (Self.plain(target), Self.plain(path))
        if own == other || Wildcard.covers(own, other) { return true }
        guard own.hasPrefix("**/") else { return false }
        return Wildcard.covers(String(own.dropFirst(3)), other)
    }

    private static func plain(_ path: String) -> String { path.hasPrefix("./") ? String(path.dropFirst(2)) : path }
}
