internal import Compliance
internal import Documents

/// One opencode agent: its files, those of the levels above included, and the rules that come out.
struct OpenCodeAgent {
    /// A file and what it is to the agent.
    struct Member {
        let role: OpenCodeFile
        let file: SourceFile
    }

    let id: AgentID
    /// Its files, the configuration that wins first.
    let members: [Member]
    /// Its configuration, the one that wins first.
    let stack: SettingsStack
    /// Configuration that opencode cannot read.
    let broken: [SourceFile]
    private let doubt: String?

    init(id: AgentID, members: [Member], doubt: String?) {
        let configs = members.filter { $0.role.role == .config }.sorted { $0.role.rank > $1.role.rank }
        let layers = configs.compactMap { member in
            member.file.document.map { SettingsLayer(file: member.file, root: $0.root, level: member.role.level) }
        }
        self.id = id
        self.members = configs + members.filter { $0.role.role != .config }
        self.doubt = doubt ?? Self.unknown(in: layers)
        broken = configs.filter { $0.file.document?.root.isObject != true }.map { member in
            member.file.refusal != nil
                ? member.file : member.file.refused(Diagnostic(.syntax, "the configuration is an object", at: nil))
        }
        stack = SettingsStack(agent: id, layers: layers, fallback: self.members[0].file)
    }

    /// The schema is strict: opencode refuses a file with a key that it does not know.
    private static func unknown(in layers: [SettingsLayer]) -> String? {
        for layer in layers {
            for member in layer.root.members where !keys.contains(member.key) {
                return "\(layer.file.path.text): opencode does not start on a key that it does not know: \(member.key)"
            }
        }
        return nil
    }

    /// The files of a role.
    func files(_ role: OpenCodeFile.Role) -> [Member] { members.filter { $0.role.role == role } }

    /// The agent that answers when nobody chooses another: <https://opencode.ai/docs/config#default-agent>.
    var primary: String { stack.text("default_agent") ?? "build" }

    /// What holds for the agent itself.
    var rules: OpenCodeRules {
        var rules = OpenCodeRules.usual.adding(stack.layers.reversed(), at: [])
        // The plan agent asks before it changes anything.
        if primary == "plan" { rules = rules.adding(stack.layers.reversed(), at: ["agent", "plan"]) }
        return rules.adding(stack.layers.reversed(), at: ["agent", primary])
    }

    static let tables: [Table] = [
        .permission, .tool, .mcpServer, .credential, .approval, .delegation, .memory, .sandbox, .egress, .telemetry,
        .budget, .model, .instruction, .hook, .component, .dataSource, .setting,
    ]

    /// Says what the agent is, and how much of it could be seen.
    func declare(into recorder: inout Recorder) {
        let levels = Set(members.map(\.role.level))
        recorder.declare(
            id, product: "opencode", kind: "coding-assistant",
            level: ["managed", "user", "project"].first(where: levels.contains), plans: true, in: members[0].file)
        for table in Self.tables { recorder.cover(id, table, doubt == nil ? .complete : .partial, because: doubt) }
        recorder.cover(id, .hook, .partial, because: "what the code of plug-ins runs is not looked at")
        recorder.cover(id, .credential, .partial, because: "keys that were entered lie in auth.json, which is not read")
        for file in broken { recorder.refuse(file, for: id, tables: Self.tables) }
    }

    /// The keys at the top of the configuration: <https://opencode.ai/config.json>.
    static let keys: Set<String> = [
        "$schema", "theme", "keybinds", "logLevel", "tui", "server", "command", "skills", "watcher", "plugin",
        "snapshot", "share", "autoshare", "autoupdate", "disabled_providers", "enabled_providers", "model",
        "small_model", "default_agent", "username", "mode", "agent", "provider", "mcp", "formatter", "lsp",
        "instructions", "layout", "permission", "tools", "enterprise", "compaction", "experimental", "references",
        "shell", "attachment", "tool_output",
    ]

    /// Records every leaf, with whether it is in force.
    func recordSettings(into recorder: inout Recorder) {
        for (index, layer) in stack.layers.enumerated() {
            layer.root.walk { pointer, node in
                guard !node.isObject && !node.isArray else { return }
                let keys: [String] = pointer.split(separator: "/").map {
                    String($0).replacing("~1", with: "/").replacing("~0", with: "~")
                }
                let known = Self.keys.contains(keys.first ?? "")
                let winner = stack.layers[..<index].first { $0.root.at(keys).map { !$0.isArray } ?? false }
                let isValue = keys.first != "permission" || node.string.map(OpenCodeRules.actions.contains) ?? true
                let status =
                    !known ? "unknown" : !isValue ? "not-honoured" : winner != nil ? "overridden" : "in-force"
                let reason =
                    !known
                    ? "the schema of opencode has no such key"
                    : !isValue
                        ? "a permission is allow, ask or deny" : winner.map { "\($0.file.path.text) comes first" }
                SettingReader.record(
                    node, keys.filter { Int($0) == nil }, pointer, level: layer.level, status: status, reason: reason,
                    for: id, in: layer.file, into: &recorder)
            }
        }
    }
}
