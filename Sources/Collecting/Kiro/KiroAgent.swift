internal import Compliance
internal import Documents

/// One agent of a file: what it can use, what runs unasked, which servers and hooks it has.
struct KiroAgent {
    let id: AgentID
    let member: KiroFolder.Member
    let folder: KiroFolder

    init(id: String, member: KiroFolder.Member, folder: KiroFolder) {
        // An agent is called as its file says, or like the file.
        let written = member.file.document?.root["name"]?.string
        let name = written ?? String(member.file.path.name.dropLast(5))
        self.id = AgentID("\(id)#\(name)")
        self.member = member
        self.folder = folder
    }

    var file: SourceFile { member.file }
    var root: Node { file.document?.root ?? Node(.object([]), at: .start) }

    static let tables: [Table] = [
        .permission, .tool, .mcpServer, .credential, .approval, .sandbox, .egress, .delegation, .instruction, .hook,
        .model, .dataSource, .setting,
    ]

    private static let keys: Set<String> = [
        "$schema", "name", "description", "prompt", "mcpServers", "tools", "toolAliases", "allowedTools",
        "toolsSettings", "resources", "hooks", "useLegacyMcpJson", "includeMcpJson", "model", "keyboardShortcut",
        "welcomeMessage", "includePowers",
    ]

    func record(into recorder: inout Recorder) {
        recorder.declare(
            id, product: member.role.product.name, kind: "coding-assistant", level: member.role.level, plans: true,
            in: file)
        for table in Self.tables { recorder.cover(id, table, .complete) }
        recorder.cover(id, .instruction, .partial, because: "files that prompt and resources name are not followed")
        if let tool = KiroTools.named("use_aws"), has(tool) {
            recorder.cover(
                id, .credential, .partial, because: "use_aws acts as whoever is signed in to AWS on the machine")
        }
        guard root.isObject, file.document != nil else {
            let problem = Diagnostic(.syntax, "an agent is an object", at: root.position)
            return recorder.refuse(
                file.refusal == nil ? file.refused(problem) : file, for: id, tables: Self.tables)
        }
        recordSettings(into: &recorder)
        recordServers(into: &recorder)
        recordHooks(into: &recorder)
        recordGates(into: &recorder)
        recordPermissions(into: &recorder)
        recordRest(into: &recorder)
    }

    func list(_ key: String) -> [(text: String, node: Node, pointer: String)] {
        (root[key]?.elements ?? []).enumerated().compactMap { index, node in
            node.string.map { ($0, node, "/\(key)/\(index)") }
        }
    }

    /// Whether the agent has a tool at all.
    func has(_ tool: KiroTools.Tool) -> Bool {
        list("tools").contains { KiroTools.isNamed(tool, by: $0.text, bare: true) }
    }

    /// The settings of a tool, under whichever of its names they stand.
    func settings(of tool: KiroTools.Tool) -> (name: String, node: Node)? {
        tool.names.lazy.compactMap { name in root.at(["toolsSettings", name]).map { (name, $0) } }.first
    }

    private func recordSettings(into recorder: inout Recorder) {
        root.walk { pointer, node in
            guard !node.isObject && !node.isArray else { return }
            let keys = pointer.split(separator: "/").map { String($0).replacing("~1", with: "/") }
            var (status, reason): (String, String?) = ("in-force", nil)
            if !Self.keys.contains(keys.first ?? "") {
                (status, reason) = ("unknown", "the format of agents has no such key")
            } else if keys.count > 1, keys[0] == "toolsSettings", let tool = KiroTools.named(keys[1]), !has(tool) {
                (status, reason) = ("not-honoured", "the agent has no tool \(keys[1])")
            } else if keys[0] == "allowedTools", node.string == "*" {
                (status, reason) = ("not-honoured", "a bare * allows nothing")
            }
            SettingReader.record(
                node, keys.filter { Int($0) == nil }, pointer, level: member.role.level, status: status, reason: reason,
                for: id, in: file, into: &recorder)
        }
    }

    private func recordServers(into recorder: inout Recorder) {
        let approval = { (name: String) -> String? in
            let entries = list("allowedTools").map(\.text).filter { $0.hasPrefix("@") }
            if entries.contains(where: { Wildcard.matches($0, "@\(name)") || $0 == "@\(name)/*" }) { return "all" }
            return entries.contains { Wildcard.matches(String($0.prefix { $0 != "/" }), "@\(name)") } ? "some" : "none"
        }
        folder.record(
            servers: KiroFolder.Member(role: member.role, file: file), for: id, approval: approval, into: &recorder)
        // The folder's servers only when the agent asks for them.
        guard root["includeMcpJson"]?.boolean == true || root["useLegacyMcpJson"]?.boolean == true else { return }
        for other in folder.servers { folder.record(servers: other, for: id, approval: approval, into: &recorder) }
    }

    private static let events: Set<String> = [
        "agentSpawn", "userPromptSubmit", "preToolUse", "postToolUse", "stop", "agentNeedsAttention",
    ]

    /// <https://kiro.dev/docs/cli/hooks>: a hook is stopped after 30 seconds.
    private func recordHooks(into recorder: inout Recorder) {
        for event in root["hooks"]?.members ?? [] {
            for (index, hook) in event.value.elements.enumerated() {
                guard let command = hook["command"], let text = command.string else { continue }
                recorder.record(
                    .hook,
                    Self.hook(
                        event: event.key, matcher: hook["matcher"]?.string, text,
                        seconds: (hook["timeout_ms"]?.number ?? 30_000) / 1000, level: member.role.level,
                        isOn: Self.events.contains(event.key)),
                    for: id, in: file, at: command.position,
                    pointer: "/hooks/\(Node.escape(event.key))/\(index)/command")
            }
        }
    }

    /// The columns of a hook.
    static func hook(event: String, matcher: String?, _ command: String, seconds: Double?, level: String, isOn: Bool)
        -> [String: Value]
    {
        let text = HookText(command)
        let isSeen = text.effect != "none" || (text.scripts.isEmpty && text.isWhole)
        return [
            "event": .text(event), "matcher": Value(matcher), "kind": "command",
            "command": .text(Redaction.redact(command)), "effect": isSeen ? .text(text.effect) : .null,
            "location": Value(text.location), "pinned": Value(text.isPinned),
            "timeout_seconds": seconds.map(Value.real) ?? .null, "level": .text(level), "effective": .boolean(isOn),
        ]
    }
}
