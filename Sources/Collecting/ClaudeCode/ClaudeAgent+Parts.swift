internal import Compliance
internal import Documents

extension ClaudeAgent {
    /// Records instructions, rules, sub-agents, skills and commands.
    func recordParts(into recorder: inout Recorder) {
        let shell = settings.value("disableSkillShellExecution")?.node.boolean != true
        for member in files(.instructions, .rules) {
            guard member.file.refusal == nil else {
                recorder.refuse(member.file, for: id, tables: [.instruction])
                continue
            }
            let kind = member.role.role == .rules ? "rules" : "instructions"
            InstructionText.record(member.file, kind: kind, name: member.role.name, for: id, into: &recorder)
        }
        for member in files(.skill, .command, .subAgent) {
            guard member.file.refusal == nil, let matter = member.file.document?.root else {
                let tables: [Table] = [.instruction, .tool, .permission, .delegation]
                recorder.refuse(member.file, for: id, tables: tables)
                continue
            }
            let kinds: [ClaudeFile.Role: String] = [.subAgent: "sub-agent", .skill: "skill", .command: "command"]
            let name = matter["name"]?.string ?? member.role.name
            InstructionText.record(
                member.file, kind: kinds[member.role.role] ?? "instructions", name: name, runsShell: shell, for: id,
                into: &recorder)
            if member.role.role == .subAgent {
                recordSubAgent(matter, member, into: &recorder)
            } else {
                if let list = matter["allowed-tools"] {
                    recordGrants(list, actor: name, member: member, into: &recorder)
                }
                if let hooks = matter["hooks"] {
                    record(hooks: hooks, level: member.role.level, in: member.file, pointer: "/hooks", into: &recorder)
                }
            }
        }
    }

    /// Records a sub-agent; a file without a name is not one.
    ///
    /// <https://code.claude.com/docs/en/sub-agents>
    private func recordSubAgent(_ matter: Node, _ member: Member, into recorder: inout Recorder) {
        guard let name = matter["name"]?.string else { return }
        let (file, place) = (member.file, matter.position(of: ["name"]))
        recorder.record(
            .agent,
            [
                "name": .text(name), "product": "Claude Code", "kind": "sub-agent", "level": .text(member.role.level),
                "plans": true, "purpose": Value(matter["description"]?.string.map { Redaction.redact($0) }),
            ], for: id, in: file, at: place, pointer: "/name")
        // A sub-agent cannot start sub-agents of its own.
        recorder.record(
            .delegation, ["peer": .text(name), "transport": "in-process", "depth_limit": 1], for: id, in: file,
            at: place,
            pointer: "/name")
        recordTools(of: name, matter, file, into: &recorder)
        recordBounds(of: name, matter, file, into: &recorder)
        // The sub-agents of a plug-in bring no modes, hooks or servers along.
        guard kind != .plugin else { return }
        recordMode(of: matter, name, member, into: &recorder)
        if let hooks = matter["hooks"] {
            record(hooks: hooks, level: member.role.level, in: file, pointer: "/hooks", into: &recorder)
        }
        recordServers(of: matter, file, into: &recorder)
    }

    /// Records how long a sub-agent may go on, with which model, and what it remembers.
    private func recordBounds(of name: String, _ matter: Node, _ file: SourceFile, into recorder: inout Recorder) {
        recorder.record(
            .budget,
            [
                "actor": .text(name), "kind": "turns", "value": matter["maxTurns"]?.number.map(Value.real) ?? .null,
                "unit": "turns",
            ], for: id, in: file, at: matter.position(of: ["maxTurns"]), pointer: "/maxTurns")
        let model = matter["model"]?.string ?? "inherit"
        if model != "inherit" {
            recorder.record(
                .model,
                [
                    "actor": .text(name), "provider": "Anthropic", "name": .text(model),
                    "pinned": ModelName.pinned(model),
                    "parameters_billion": ModelName.size(model),
                ], for: id, in: file, at: matter.position(of: ["model"]), pointer: "/model")
        }
        let scope = matter["memory"]?.string ?? ""
        if ["user", "project", "local"].contains(scope) {
            recorder.record(
                .memory,
                [
                    "actor": .text(name), "kind": "notes", "enabled": true, "scope": .text(scope),
                    "writable_by": "agent",
                ],
                for: id, in: file, at: matter.position(of: ["memory"]), pointer: "/memory")
        }
    }

    private func recordTools(of name: String, _ matter: Node, _ file: SourceFile, into recorder: inout Recorder) {
        guard let list = matter["tools"] else {
            recorder.record(
                .tool, ["actor": .text(name), "name": "*", "origin": "inherited", "effect": "execute"], for: id,
                in: file,
                at: matter.position(of: ["name"]), pointer: "/tools")
            return
        }
        let removed = (matter["disallowedTools"].map(FrontMatterList.entries) ?? []).map {
            PermissionRule($0.text, effect: "deny")
        }
        for entry in FrontMatterList.entries(of: list) {
            let rule = PermissionRule(entry.text, effect: "ask")
            guard !removed.contains(where: { $0.covers(rule) }) else { continue }
            let isServer = rule.capability == "mcp"
            recorder.record(
                .tool,
                [
                    "actor": .text(name), "name": .text(entry.text),
                    "origin": entry.text == "*" ? "inherited" : isServer ? "mcp" : "built-in",
                    "server": isServer ? .text(Self.server(of: rule.target)) : nil,
                    "effect": Value(rule.effect),
                ], for: id, in: file, at: entry.position, pointer: "/tools")
        }
    }

    /// A sub-agent may bring a mode of its own that asks less than the agent's.
    private func recordMode(of matter: Node, _ name: String, _ member: Member, into recorder: inout Recorder) {
        guard let mode = matter["permissionMode"], let text = mode.string else { return }
        let isOpen = text == "bypassPermissions" && !modes.isBypassLocked
        guard isOpen || text == "acceptEdits" else { return }
        recorder.record(
            .approval,
            ["covers": isOpen ? "any" : "write", "mode": "never", "bypassable": .boolean(!modes.isBypassLocked)],
            for: id,
            in: member.file, at: mode.position, pointer: "/permissionMode")
        guard !isOpen else { return }
        recordEditCommands(
            actor: name, level: member.role.level, at: mode, in: member.file, pointer: "/permissionMode",
            into: &recorder)
    }

    private func recordServers(of matter: Node, _ file: SourceFile, into recorder: inout Recorder) {
        guard let servers = matter["mcpServers"] else { return }
        if servers.isObject { recordServers(servers, "/mcpServers", file, off: [], into: &recorder) }
        for (index, entry) in servers.elements.enumerated() where entry.isObject {
            recordServers(entry, "/mcpServers/\(index)", file, off: [], into: &recorder)
        }
    }
}
