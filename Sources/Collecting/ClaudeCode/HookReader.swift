internal import Compliance
internal import Documents

/// Hooks, and settings that name a command to run.
struct HookReader {
    let agent: AgentID
    let file: SourceFile
    let level: String
    let isEffective: Bool

    private static let commands = [
        "apiKeyHelper", "awsAuthRefresh", "awsCredentialExport", "gcpAuthRefresh", "otelHeadersHelper",
    ]

    func record(_ root: Node, into recorder: inout Recorder) {
        for event in root["hooks"]?.members ?? [] {
            for (index, group) in event.value.elements.enumerated() {
                for (number, hook) in (group["hooks"]?.elements ?? []).enumerated() {
                    let text = hook["command"] ?? hook["url"] ?? hook["prompt"]
                    add(
                        event.key, hook["type"]?.string ?? "command", text?.string ?? "", group["matcher"]?.string,
                        hook["timeout"]?.number,
                        at: text?.position ?? hook.position, "/hooks/\(event.key)/\(index)/hooks/\(number)", &recorder)
                }
            }
        }
        for key in Self.commands {
            guard let node = root[key], let text = node.string else { continue }
            add(key, "command", text, nil, nil, at: node.position, "/\(key)", &recorder)
        }
        if let node = root[path: ["statusLine", "command"]], let text = node.string {
            add("statusLine", "command", text, nil, nil, at: node.position, "/statusLine/command", &recorder)
        }
    }

    private func add(
        _ event: String, _ type: String, _ text: String, _ matcher: String?, _ timeout: Double?, at position: Position,
        _ pointer: String, _ recorder: inout Recorder
    ) {
        let kinds = ["http": "http", "prompt": "prompt", "agent": "agent", "mcp_tool": "mcp-tool"]
        recorder.record(
            .hook,
            [
                "event": .text(event), "matcher": Value(matcher), "kind": .text(kinds[type] ?? "command"),
                "command": .text(Redaction.redact(text)), "effect": .text(Self.effect(of: text)),
                "location": .text(Self.location(of: text)),
                "pinned": Value(Self.isPinned(text)), "timeout_seconds": timeout.map(Value.real) ?? .null,
                "level": .text(level),
                "effective": .boolean(isEffective),
            ], for: agent, in: file, at: position, pointer: pointer)
    }

    static func effect(of text: String) -> String {
        let lower = text.lowercased()
        let fetches = ["curl ", "wget ", "iwr ", "invoke-webrequest"].contains(where: lower.contains)
        let runs = ["| sh", "|sh", "| bash", "|bash", "| python", "| node", "iex", "eval", "$(curl", "`curl", "<(curl"]
            .contains(where: lower.contains)
        if fetches && runs { return "download-execute" }
        if ["sudo ", "chmod 777", "chown "].contains(where: lower.contains) { return "privilege" }
        if ["rm -rf", "rm -fr", "git reset --hard", "git clean -f", "mkfs", "dd if="].contains(where: lower.contains) {
            return "destructive"
        }
        if lower.contains("\"permissiondecision\"") && lower.contains("allow") { return "approves" }
        if ["/.ssh", "/.aws/", "id_rsa", ".env ", "printenv", "security find-generic"].contains(where: lower.contains) {
            return "secrets"
        }
        return fetches || lower.contains("http://") || lower.contains("https://") || lower.contains("/dev/tcp/")
            ? "network" : "none"
    }

    static func location(of text: String) -> String {
        let word = text.split(separator: " ").first.map(String.init) ?? ""
        if ["npx", "bunx", "uvx", "pipx", "pnpx"].contains(word) { return "package" }
        if text.contains("$CLAUDE_PROJECT_DIR")
            || text.contains(".claude/hooks") && !text.contains("$HOME") && !text.contains("~/")
        {
            return "project"
        }
        if text.contains("$HOME") || text.contains("~/") { return "home" }
        return word.hasPrefix("/") ? "absolute" : word.hasPrefix("./") ? "project" : "inline"
    }

    /// Nil when the command fetches no package.
    static func isPinned(_ text: String) -> Bool? {
        let words = text.split(separator: " ").map(String.init)
        guard let runner = words.firstIndex(where: ["npx", "bunx", "uvx", "pnpx"].contains) else { return nil }
        let pin = LaunchCommand(command: words[runner], arguments: Array(words[(runner + 1)...])).pin
        return pin == "exact" || pin == "digest" || pin == "local"
    }
}
