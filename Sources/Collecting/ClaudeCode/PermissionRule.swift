/// A permission rule of Claude Code: `Tool` or `Tool(specifier)`.
///
/// <https://code.claude.com/docs/en/permissions>
struct PermissionRule {
    /// Tool that the rule names.
    let tool: String
    let capability: String
    let target: String
    let breadth: String
    let hazard: String
    /// Why the product never acts on the rule; nil when it does.
    let ignored: String?

    init(_ text: String, effect: String) {
        let open = text.firstIndex(of: "(")
        tool = String(open.map { text[..<$0] } ?? text[...])
        var specifier = open.map { String(text[text.index(after: $0)...]) }
        var problem: String?
        if specifier != nil {
            if specifier?.last == ")" {
                specifier?.removeLast()
            } else {
                problem = "the rule's parentheses do not match"
            }
            if specifier?.isEmpty == true { problem = "nothing stands between its parentheses" }
        } else if text.contains(")") {
            problem = "the rule's parentheses do not match"
        }
        let written = specifier
        if let plain = specifier, ["*", ":*"].contains(plain) { specifier = nil }
        capability = Self.capability(of: tool)
        if specifier == "domain:*", tool == "WebFetch" { specifier = nil }
        target = Self.target(tool, specifier)
        breadth = Self.breadth(tool, capability, specifier, target)
        hazard = Self.hazard(tool, capability, specifier, target)
        ignored = problem ?? Self.reason(tool, written, effect)
    }

    /// The strongest effect of the tool, in the words of the column `tool.effect`; nil when it is not known.
    var effect: String? {
        switch capability {
        case "any", "shell", "agent": "execute"
        case "write": "write"
        case "network", "search": "network"
        case "read": "read"
        default:
            switch tool {
            case "KillShell", "KillBash", "Skill", "SlashCommand": "execute"
            case "BashOutput", "TaskOutput", "TodoWrite", "TodoRead", "AskUserQuestion", "ExitPlanMode", "ToolSearch":
                "read"
            default: nil
            }
        }
    }

    private static func capability(of tool: String) -> String {
        switch tool {
        case "*": "any"
        case "Bash", "PowerShell", "Monitor": "shell"
        case "Read", "Glob", "Grep", "LS", "NotebookRead", "LSP": "read"
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

    private static func breadth(_ tool: String, _ capability: String, _ specifier: String?, _ target: String) -> String
    {
        switch capability {
        case "any": "any"
        case "mcp": tool == "mcp__*" ? "any" : target.contains("*") || server(of: tool) == nil ? "pattern" : "exact"
        case "tool": specifier == nil ? "exact" : target.contains("*") ? "pattern" : "exact"
        default: specifier == nil ? "any" : target.contains("*") ? "pattern" : "exact"
        }
    }

    /// The server of a rule that names one of its tools; nil when the rule is for a whole server.
    private static func server(of tool: String) -> String? {
        let name = tool.dropFirst(5)
        return name.ranges(of: "__").first.map { String(name[..<$0.lowerBound]) }
    }

    private static func hazard(_ tool: String, _ capability: String, _ specifier: String?, _ target: String) -> String {
        switch capability {
        case "any": return "arbitrary-code"
        case "shell":
            if specifier == nil { return "arbitrary-code" }
            return tool == "Bash" && isSearch(target) ? "read" : ShellHazard.of(target).rawValue
        case "network": return specifier == nil || target.hasPrefix("*") ? "network" : "none"
        case "write": return "write"
        // Without a path the rule reaches every file of the user, keys included.
        case "read": return specifier == nil || SecretPath.isSecret(target) ? "secrets" : "read"
        default: return "none"
        }
    }

    /// An open rule for `find` leaves out what runs and deletes: with `-exec` and `-delete` the product asks all the same.
    ///
    /// <https://code.claude.com/docs/en/permissions#process-wrappers>
    private static func isSearch(_ target: String) -> Bool {
        let words = target.split(separator: " ")
        return words.first == "find" && words.last == "*" && ShellScript(target).all.count == 1
            && !words.contains { ["-exec", "-ok", "-delete", "-fprint", "-fls"].contains(where: $0.hasPrefix) }
    }

    /// A path with one slash begins at the folder of the settings, so places of the machine are not what it names.
    ///
    /// <https://code.claude.com/docs/en/permissions#read-and-edit>
    private static func machine(_ specifier: String, _ effect: String) -> String? {
        guard specifier.hasPrefix("/"), !specifier.hasPrefix("//") else { return nil }
        let parts = specifier.split(separator: "/").map(String.init)
        let homes: Set<String> = ["Users", "home", "root", "private", "proc"]
        // A project may have a folder of this name: a denial is taken to mean it.
        let isTemporary = parts.first == "tmp" && parts.count == 1 && effect == "allow"
        guard isTemporary || parts.first.map(homes.contains) == true && parts.count > 1 else { return nil }
        return "/\(parts[0]) begins at the folder of the settings; //\(parts[0]) is the machine's"
    }

    /// Paths of Windows are compared in the form of POSIX, where a drive is a folder of the root.
    ///
    /// <https://code.claude.com/docs/en/permissions#read-and-edit>
    private static func drive(_ specifier: String) -> String? {
        let start = specifier.drop { $0 == "/" }.prefix(3)
        guard start.count > 1, let letter = start.first, letter.isASCII, letter.isLetter,
            start.dropFirst().first == ":", start.count == 2 || start.last == "/" || start.last == "\\"
        else { return nil }
        return "a path of a drive is written //\(letter.lowercased())/…"
    }

    /// A command of PowerShell, which its own tool runs: a verb of its fixed list, a dash and a noun.
    ///
    /// <https://code.claude.com/docs/en/tools-reference#powershell-tool>,
    /// <https://learn.microsoft.com/powershell/scripting/developer/cmdlet/approved-verbs-for-windows-powershell-commands>
    private static func cmdlet(_ specifier: String) -> String? {
        let name = specifier.prefix { $0.isLetter || $0 == "-" }
        let parts = name.split(separator: "-", omittingEmptySubsequences: false)
        let verbs: Set<Substring> = [
            "Get", "Set", "Remove", "New", "Add", "Clear", "Copy", "Move", "Rename", "Invoke", "Start", "Stop",
            "Restart",
            "Test", "Import", "Export", "Select", "Write", "Out", "ConvertTo", "ConvertFrom", "Enable", "Disable",
            "Install", "Uninstall",
        ]
        guard parts.count == 2, verbs.contains(parts[0]), parts[1].first?.isUppercase == true else { return nil }
        return String(name)
    }

    private static func reason(_ tool: String, _ specifier: String?, _ effect: String) -> String? {
        if effect == "allow" {
            if tool == "*" { return "a bare * allows nothing" }
            let name = tool.hasPrefix("mcp__") ? server(of: tool) ?? String(tool.dropFirst(5)) : tool
            if name.contains("*") { return "an allow rule may have a star only after mcp__<server>__" }
        }
        if tool.hasPrefix("mcp__"), specifier != nil { return "rules for MCP tools take nothing in parentheses" }
        if let first = tool.first, !first.isUppercase, !tool.hasPrefix("mcp__"), first != "*" {
            return "names of tools begin with a capital letter"
        }
        guard let specifier else { return nil }
        if ["Write", "MultiEdit", "NotebookEdit", "Glob"].contains(tool), specifier != "*" {
            return "path rules of \(tool) are never consulted; Edit and Read rules are"
        }
        if ["Read", "Edit"].contains(tool), let place = drive(specifier) ?? machine(specifier, effect) { return place }
        if tool == "WebFetch", specifier != "*", !specifier.hasPrefix("domain:") {
            return "rules of WebFetch name a domain as domain:<name>"
        }
        if tool == "Bash", specifier.hasPrefix("command:") { return "a rule cannot match the command as a parameter" }
        if tool == "Bash", let name = cmdlet(specifier) {
            return "\(name) is a command of PowerShell, which has rules of its own: write PowerShell(\(name) …)"
        }
        if tool == "Bash", effect == "allow", specifier.contains("*"),
            let first = specifier.split(whereSeparator: { " :*".contains($0) }).first,
            ["watch", "setsid", "ionice", "flock"].contains(first)
        {
            return "\(first) runs what follows it, so the product asks each time"
        }
        if tool == "Bash", effect != "allow", ShellScript(specifier).commands.count > 1 {
            return "compound commands are split before they are matched, so the rule never matches"
        }
        return nil
    }
}
