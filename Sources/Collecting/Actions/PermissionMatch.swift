internal import Compliance

/// A permission that is in force, held against actions that were done.
///
/// A rule that forbids or asks is for a command line when it is for one of its commands; one that allows, when it is for
/// all of them.
struct PermissionMatch {
    let effect: String
    let rule: String
    private let capability: String
    private let target: String
    private let isOpen: Bool

    init(_ row: Row) {
        effect = row["effect"].text ?? ""
        rule = row["rule"].text ?? ""
        capability = row["capability"].text ?? ""
        target = row["target"].text ?? ""
        isOpen = row["breadth"].text == "any" || row["target"].text == "*"
    }

    /// Whether the rule is for the action.
    func matches(_ action: SeenAction) -> Bool {
        if capability == "any" { return true }
        guard capability == action.capability else { return false }
        if isOpen { return true }
        switch capability {
        case "shell": return matchesCommand(action)
        case "read", "write": return action.subject.map { matchesPath($0, action.source.folder) } ?? false
        case "network", "browser": return action.subject.map(matchesHost) ?? false
        default: return matchesTool(action)
        }
    }

    private func matchesTool(_ action: SeenAction) -> Bool {
        guard let server = action.server else { return Wildcard.matches(target, action.tool) }
        if [server, "mcp__\(server)", "\(server)/*", "\(server):*"].contains(target) { return true }
        return [
            "mcp__\(server)__\(action.tool)", "\(server)__\(action.tool)", "\(server)/\(action.tool)",
            "\(server):\(action.tool)", action.tool,
        ].contains { Wildcard.matches(target, $0) }
    }

    private func matchesCommand(_ action: SeenAction) -> Bool {
        let parts = action.commands.map { $0.joined(separator: " ") }
        guard let command = action.subject, !parts.isEmpty else { return false }
        if effect != "allow" { return matchesLine(command) || parts.contains(where: matchesLine) }
        return command.utf8.count <= SeenAction.longestSubject && parts.allSatisfy(matchesLine)
    }

    private func matchesLine(_ line: String) -> Bool {
        // `git status *` is for `git status` too.
        Wildcard.matches(target, line) || target.hasSuffix(" *") && String(target.dropLast(2)) == line
    }

    private func matchesHost(_ address: String) -> Bool {
        let host = ServerAddress(address).host.lowercased()
        let wanted = target.lowercased().replacing("domain:", with: "")
        return Wildcard.matches(wanted, host)
    }

    private func matchesPath(_ path: String, _ folder: String?) -> Bool {
        var names = [path]
        if let folder, path.hasPrefix(folder + "/") { names.append(String(path.dropFirst(folder.count + 1))) }
        for home in ["/home/", "/Users/"] where path.hasPrefix(home) {
            let rest = path.dropFirst(home.count).drop { $0 != "/" }
            names.append("~" + rest)
        }
        let wanted =
            target.hasPrefix("./")
            ? String(target.dropFirst(2)) : target.hasPrefix("//") ? String(target.dropFirst()) : target
        let patterns = wanted.hasPrefix("**/") ? [wanted, String(wanted.dropFirst(3))] : [wanted]
        return names.contains { name in
            let plain = name.hasPrefix("./") ? String(name.dropFirst(2)) : name
            return patterns.contains { Wildcard.matches($0, plain) }
        }
    }
}
