/// A permission rule of Claude Code: `Tool` or `Tool(specifier)`.
///
/// <https://code.claude.com/docs/en/permissions>
struct PermissionRule {
    let capability: String
    let target: String
    let breadth: String
    let hazard: String
    /// Why the product never acts on the rule; nil when it does.
    let ignored: String?

    init(_ text: String, effect: String) {
        let open = text.firstIndex(of: "(")
        let tool = String(open.map { text[..<$0] } ?? text[...])
        var specifier = open.map { String(text[text.index(after: $0)...]) }
        var problem: String?
        if specifier != nil {
            if specifier?.last == ")" {
                specifier?.removeLast()
            } else {
                problem = "the rule's parentheses do not match"
            }
        }
        if let plain = specifier, plain == "*" || plain == ":*" || plain == "**" { specifier = nil }
        capability = Self.capability(of: tool)
        target = Self.target(tool, specifier)
        breadth =
            tool == "*" || (specifier == nil && capability != "mcp")
            ? "any"
            : target.contains("*") || tool.hasSuffix("*")
                || (capability == "mcp" && tool.split(separator: "__").count < 3)
                ? "pattern" : "exact"
        hazard = Self.hazard(capability, specifier, target)
        ignored = problem ?? Self.reason(tool, specifier, effect)
    }

    private static func capability(of tool: String) -> String {
        switch tool {
        case "*": "any"
        case "Bash", "PowerShell", "Monitor": "shell"
        case "Read", "Glob", "Grep", "LS": "read"
        case "Edit", "Write", "MultiEdit", "NotebookEdit": "write"
        case "WebFetch": "network"
        case "WebSearch": "search"
        case "Agent", "Task": "agent"
        default: tool.hasPrefix("mcp__") ? "mcp" : "tool"
        }
    }

    private static func target(_ tool: String, _ specifier: String?) -> String {
        guard let specifier else { return tool.hasPrefix("mcp__") ? tool : "*" }
        if specifier.hasSuffix(":*") { return String(specifier.dropLast(2)) + " *" }
        return specifier.hasPrefix("domain:") ? String(specifier.dropFirst(7)) : specifier
    }

    private static func hazard(_ capability: String, _ specifier: String?, _ target: String) -> String {
        switch capability {
        case "any": return "arbitrary-code"
        case "shell": return specifier == nil ? "arbitrary-code" : ShellHazard.of(target).rawValue
        case "network": return specifier == nil || target.hasPrefix("*") ? "network" : "none"
        case "write": return "write"
        case "read":
            let secrets = [
                ".env", ".ssh", ".aws", "id_rsa", ".pem", ".key", "secrets", "credentials", ".npmrc", ".netrc",
            ]
            return secrets.contains(where: target.contains) ? "secrets" : "read"
        default: return "none"
        }
    }

    private static func reason(_ tool: String, _ specifier: String?, _ effect: String) -> String? {
        if tool == "*" && effect == "allow" { return "a bare * allows nothing" }
        if ["Write", "MultiEdit", "NotebookEdit", "Glob"].contains(tool), specifier != nil {
            return "path rules of \(tool) are never consulted; Edit and Read rules are"
        }
        if tool == "Bash", effect == "deny", let specifier, ["|", "&&", ";"].contains(where: specifier.contains) {
            return "compound commands are split before they are matched, so the rule never matches"
        }
        return nil
    }
}
