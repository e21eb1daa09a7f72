internal import Documents

/// A command line in a step of a workflow that runs an agent without a person.
///
/// <https://code.claude.com/docs/en/headless>, <https://developers.openai.com/codex/noninteractive>,
/// <https://google-gemini.github.io/gemini-cli/docs/cli/headless.html>, <https://opencode.ai/docs/cli/>,
/// <https://docs.github.com/en/copilot/how-tos/copilot-cli/automate-with-github-actions>
struct AgentCommand {
    let product: String
    /// The words behind the program's name.
    let arguments: [String]
    /// The package that is fetched for it, when the line says so.
    let package: LaunchCommand?

    private static let packages = [
        "@anthropic-ai/claude-code": "claude", "@openai/codex": "codex", "@google/gemini-cli": "gemini",
        "opencode-ai": "opencode", "@github/copilot": "copilot", "@qwen-code/qwen-code": "qwen",
    ]
    private static let products = [
        "claude": "Claude Code", "codex": "Codex", "gemini": "Gemini CLI", "opencode": "opencode", "goose": "Goose",
        "copilot": "Copilot CLI", "cursor-agent": "Cursor", "aider": "aider", "qwen": "Qwen Code",
    ]

    /// Words that a workflow holds which runs one of them.
    static let marks = [
        "claude -", "codex exec", "codex --", "gemini -", "opencode run", "goose run", "copilot -", "cursor-agent -",
        "aider --", "qwen -", "@anthropic-ai/claude-code", "@openai/codex", "@google/gemini-cli",
    ]

    /// The first command of a script that runs an agent; installing one, or asking for its version, does not.
    init?(script: String) {
        for part in ShellScript(script).all {
            guard let found = Self.find(in: ShellWords.unwrapped(part.words)[...]) else { continue }
            (product, arguments, package) = found
            return
        }
        return nil
    }

    private static func find(in rest: ArraySlice<String>) -> (String, [String], LaunchCommand?)? {
        guard let first = rest.first else { return nil }
        if ["npx", "bunx", "pnpx"].contains(first) {
            let launch = LaunchCommand(command: first, arguments: Array(rest.dropFirst()))
            guard let name = launch.package, let program = packages[name], let product = products[program],
                let start = rest.firstIndex(where: { $0.hasPrefix(name) })
            else { return nil }
            let own = Array(rest[(start + 1)...])
            return isRun(program, own) ? (product, own, launch) : nil
        }
        let program = first.split(separator: "/").last.map(String.init) ?? first
        let own = Array(rest.dropFirst())
        guard let product = products[program], isRun(program, own) else { return nil }
        return (product, own, nil)
    }

    /// Whether the words start a run without a person.
    private static func isRun(_ program: String, _ words: [String]) -> Bool {
        let flags = { (names: String...) in
            words.contains { word in names.contains { word == $0 || word.hasPrefix($0 + "=") } }
        }
        switch program {
        case "claude": return flags("-p", "--print", "--dangerously-skip-permissions")
        case "codex": return words.contains("exec") || words.first == "e"
        case "gemini", "qwen": return flags("-p", "--prompt", "--yolo", "-y", "--approval-mode")
        case "opencode", "goose": return words.first == "run"
        case "copilot": return flags("-p", "--prompt")
        case "cursor-agent": return flags("-p", "--print")
        default: return flags("--message", "-m", "--message-file", "--yes-always", "--yes")
        }
    }

    /// The flag that lets everything run, when one is there.
    var unboundFlag: String? {
        let flags = [
            "--dangerously-skip-permissions", "--dangerously-bypass-approvals-and-sandbox", "--yolo",
            "--allow-all-tools", "--allow-all", "--force", "--yes-always",
        ]
        if let flag = arguments.first(where: flags.contains) { return flag }
        if ["Gemini CLI", "Qwen Code"].contains(product) {
            if arguments.contains("-y") { return "-y" }
            return ArgumentWords.values(of: "--approval-mode", in: arguments).first == "yolo"
                ? "--approval-mode yolo" : nil
        }
        if product == "Cursor", arguments.contains("-f") { return "-f" }
        return ArgumentWords.values(of: "--permission-mode", in: arguments).first == "bypassPermissions"
            ? "--permission-mode bypassPermissions" : nil
    }
}
