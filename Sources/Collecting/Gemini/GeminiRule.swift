internal import Documents

/// One rule of the policy engine: from a policy file, or what a list in the settings amounts to.
struct GeminiRule {
    /// Tool, `*` for all, `mcp_<server>_*` for those of a server.
    let tool: String
    /// Beginning of a command line; nil when the rule is not bound to one.
    var prefix: String?
    /// Whether a pattern over arguments binds it further, so that it does not hold for the tool as a whole.
    var isBound = false
    /// allow, ask or deny.
    let effect: String
    /// Tier and priority: of the rules that match, the highest decides.
    let priority: Double
    /// Modes in which it holds; none for all.
    var modes: [String] = []
    var actor = "main"
    let text: String
    let level: String
    var reason: String?
    let file: SourceFile
    let position: Position
    let pointer: String

    /// In the words of the column `permission.capability`.
    var capability: String {
        switch tool {
        case "*": "any"
        case "run_shell_command": "shell"
        // `list_directory` and `glob` give names of files, not what stands in them.
        case "read_file", "read_many_files", "grep_search", "search_file_content": "read"
        case "write_file", "replace": "write"
        case "web_fetch": "network"
        case "google_web_search": "search"
        default: tool.hasPrefix("mcp_") ? "mcp" : "tool"
        }
    }

    /// Gemini CLI opens files of the workspace alone: <https://geminicli.com/docs/tools/file-system>.
    var written: WrittenRule {
        let isWhole = ["any", "shell", "read", "write", "network", "search"].contains(capability)
        return WrittenRule(
            actor: actor, effect: effect, capability: capability, target: prefix ?? (isWhole ? "*" : tool), text: text,
            level: level, reason: reason, file: file, position: position, pointer: pointer, isPrefix: prefix != nil,
            staysInFolder: true)
    }

    /// Whether it decides every call that the other one matches.
    func covers(_ other: GeminiRule) -> Bool {
        guard !isBound, modes.isEmpty, actor == "main" || actor == other.actor,
            Wildcard.covers(tool, other.tool)
        else { return false }
        return prefix.map { prefix in other.prefix?.hasPrefix(prefix) == true } ?? true
    }

    /// Names of tools that earlier versions used.
    private static let aliases = [
        "ShellTool": "run_shell_command", "EditTool": "replace", "edit": "replace", "WriteFileTool": "write_file",
        "ReadFileTool": "read_file", "ReadManyFilesTool": "read_many_files", "LSTool": "list_directory",
        "GlobTool": "glob", "GrepTool": "grep_search", "search_file_content": "grep_search",
        "WebFetchTool": "web_fetch", "WebSearchTool": "google_web_search", "MemoryTool": "save_memory",
    ]

    /// The tool and the command that an entry such as `run_shell_command(git status)` names.
    static func parse(_ entry: String) -> (tool: String, prefix: String?) {
        let name = String(entry.prefix { $0 != "(" })
        let tool = aliases[name] ?? name
        guard entry.hasSuffix(")"), name.count < entry.count, tool == "run_shell_command" else { return (tool, nil) }
        let prefix = String(entry.dropFirst(name.count + 1).dropLast())
        return (tool, prefix.isEmpty || prefix == "*" ? nil : prefix)
    }
}
