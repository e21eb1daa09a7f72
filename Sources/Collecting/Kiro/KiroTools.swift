/// The tools that both products have, by their new and old names.
///
/// <https://github.com/aws/amazon-q-developer-cli/blob/main/docs/built-in-tools.md>
enum KiroTools {
    struct Tool {
        let names: [String]
        let capability: String
        let effect: String
        /// Whether it runs unasked unless somebody says otherwise.
        var isTrusted = false
    }

    static let all: [Tool] = [
        Tool(names: ["shell", "execute_bash", "execute_cmd"], capability: "shell", effect: "execute"),
        Tool(names: ["write", "fs_write"], capability: "write", effect: "write"),
        Tool(names: ["read", "fs_read"], capability: "read", effect: "read", isTrusted: true),
        Tool(names: ["grep"], capability: "read", effect: "read", isTrusted: true),
        Tool(names: ["glob"], capability: "read", effect: "read", isTrusted: true),
        Tool(names: ["code"], capability: "read", effect: "read", isTrusted: true),
        Tool(names: ["web_fetch"], capability: "network", effect: "network"),
        Tool(names: ["web_search"], capability: "search", effect: "network"),
        Tool(names: ["aws", "use_aws"], capability: "tool", effect: "destructive"),
        Tool(names: ["subagent", "use_subagent", "delegate"], capability: "agent", effect: "execute"),
    ]

    /// The tool of a name, or that a pattern with stars is about.
    static func named(_ name: String) -> Tool? { all.first { $0.names.contains(name) } }

    /// Whether a list's entry names the tool: by name, star pattern, `@builtin` or, where it counts, `*`.
    static func isNamed(_ tool: Tool, by entry: String, bare: Bool) -> Bool {
        if entry == "*" { return bare }
        if entry == "@builtin" { return true }
        return tool.names.contains { Wildcard.matches(entry.replacing("?", with: "*"), $0) }
    }
}
