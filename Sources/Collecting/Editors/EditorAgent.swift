internal import Compliance
internal import Documents

/// One agent that lives in an editor.
struct EditorAgent {
    let agent: ProductAgent<EditorRole>
    let product: EditorProduct

    private var id: AgentID { agent.id }
    private var scribe: AgentScribe {
        AgentScribe(
            id: id, stack: SettingStack(agent.files(.settings), order: ["project", "user"]), home: agent.members[0].file
        )
    }

    /// Records all that the files say.
    func record(into recorder: inout Recorder) {
        let isTemplate = agent.members.allSatisfy { $0.place.role == .serversTemplate }
        agent.declare(
            product.product, kind: isTemplate ? "policy-template" : "coding-assistant",
            complete: [.mcpServer, .credential], into: &recorder)
        for member in agent.files(.serversTemplate) {
            for table in [Table.mcpServer, .credential] {
                recorder.cover(
                    id, table, .partial,
                    because: "\(member.file.path.text) is a template: \(product.product) does not read it here")
            }
        }
        if !isTemplate {
            for table in [Table.permission, .approval, .tool] {
                recorder.cover(
                    id, table, .partial, because: "what is approved without asking is kept in the editor's own store")
            }
            recorder.cover(
                id, .instruction, .partial, because: "instructions of the user are kept in the editor's own store")
        }
        let affected: [(EditorRole, [Table])] = [
            (.servers, [.mcpServer, .credential]), (.serversTemplate, [.mcpServer, .credential]),
            (.settings, [.permission]), (.modes, [.delegation, .tool, .instruction]), (.rules, [.instruction]),
            (.command, [.instruction]), (.hooks, [.hook, .guardrail]),
        ]
        for (role, tables) in affected {
            agent.refuse(agent.files(role).map(\.file).filter { $0.refusal != nil }, tables, into: &recorder)
        }
        recordServers(&recorder)
        recordCommands(&recorder)
        recordModes(&recorder)
        recordHooks(&recorder)
        for member in agent.files(.rules, .command) where member.file.refusal == nil {
            InstructionText.record(
                member.file, kind: member.place.role == .rules ? "rules" : "command", name: member.file.path.name,
                runsShell: false, for: id, into: &recorder)
        }
    }

    private func recordServers(_ recorder: inout Recorder) {
        for member in agent.files(.servers, .serversTemplate) {
            guard let servers = member.root?["mcpServers"] else { continue }
            MCPServerReader(client: product.product, dialect: .common).record(
                servers: MCPServers.adapted(servers, without: product.foreign) { _, _ in false },
                pointer: "/mcpServers",
                in: member.file, for: id, approval: { _ in nil }, into: &recorder)
        }
    }

    /// Lists of commands by their beginning; of an allowance and a denial the longer beginning decides.
    private func recordCommands(_ recorder: inout Recorder) {
        let scribe = scribe
        var rules: [WrittenRule] = []
        for (key, effect) in [(product.allowed, "allow"), (product.denied, "deny")] {
            guard let key, let found = scribe.stack.value(key) else { continue }
            for (index, entry) in found.node.elements.enumerated() {
                guard let text = entry.string, !text.isEmpty else { continue }
                rules.append(
                    WrittenRule(
                        effect: effect, capability: "shell", target: text, text: text, level: found.layer.level,
                        file: found.layer.file, position: entry.position, pointer: "\(found.pointer)/\(index)",
                        isPrefix: text != "*"))
            }
        }
        let denials = rules.filter { $0.effect == "deny" }.prefix(500)
        for var rule in rules {
            if rule.effect == "allow",
                let denial = denials.first(where: {
                    rule.target == $0.target
                        || rule.target.hasPrefix($0.target + " ") && rule.target.count <= $0.target.count
                })
            {
                rule.reason = "denied by \(Redaction.redact(denial.text))"
            }
            scribe.permission(rule, into: &recorder)
        }
        scribe.settings(
            into: &recorder, isPrivate: { ![product.allowed, product.denied].contains($0[0]) },
            problem: { _, _, _ in nil })
    }

    private static let groups: [String: (String, String?)] = [
        "read": ("built-in", "read"), "edit": ("built-in", "write"), "browser": ("built-in", "network"),
        "command": ("built-in", "execute"), "mcp": ("mcp", nil), "modes": ("built-in", nil),
    ]

    /// Records modes: each is an agent with the groups of tools that it lists.
    private func recordModes(_ recorder: inout Recorder) {
        for member in agent.files(.modes) {
            guard let root = member.root else { continue }
            guard let modes = root["customModes"], modes.isArray else {
                let problem = Diagnostic(
                    .syntax, "\(product.product) loads no modes: they stand in a list customModes", at: root.position)
                recorder.refuse(member.file.refused(problem), for: id, tables: [.delegation, .tool, .instruction])
                recorder.cover(id, .setting, .partial, because: "settings of the editor are kept in its own store")
                recorder.record(
                    .setting,
                    [
                        "level": .text(member.level), "key": "customModes", "type": "empty",
                        "status": "not-honoured", "reason": .text(problem.message),
                    ], for: id, in: member.file, at: root.position, pointer: "/customModes")
                continue
            }
            InstructionText.record(
                member.file, kind: "sub-agent", name: member.file.path.name, runsShell: false, for: id, into: &recorder)
            recorder.cover(id, .delegation, .complete)
            for (index, mode) in modes.elements.enumerated() {
                guard let slug = mode["slug"], let name = slug.string else { continue }
                let place = "/customModes/\(index)"
                recorder.record(
                    .agent,
                    [
                        "name": .text(name), "product": .text(product.product), "kind": "sub-agent",
                        "level": .text(member.level), "plans": true,
                        "purpose": Value(
                            (mode["whenToUse"] ?? mode["description"])?.string.map { Redaction.redact($0) }),
                    ], for: id, in: member.file, at: slug.position, pointer: "\(place)/slug")
                recorder.record(
                    .delegation, ["peer": .text(name), "transport": "in-process"], for: id, in: member.file,
                    at: slug.position, pointer: "\(place)/slug")
                recordLimit(of: mode, named: name, place, member, &recorder)
                for (number, group) in (mode["groups"]?.elements ?? []).enumerated() {
                    guard let text = group.string ?? group.elements.first?.string else { continue }
                    let (origin, effect) = Self.groups[text] ?? ("built-in", nil)
                    recorder.record(
                        .tool,
                        [
                            "actor": .text(name), "name": .text(origin == "mcp" ? "*" : text), "origin": .text(origin),
                            "effect": Value(effect),
                        ], for: id, in: member.file, at: group.position, pointer: "\(place)/groups/\(number)")
                }
            }
        }
    }

    /// A mode that may edit only files of one pattern; with commands it writes any file all the same.
    ///
    /// <https://docs.roocode.com/features/custom-modes#understanding-regex-in-custom-modes>
    private func recordLimit(
        of mode: Node, named name: String, _ place: String, _ member: ProductAgent<EditorRole>.Member,
        _ recorder: inout Recorder
    ) {
        let groups = (mode["groups"]?.elements ?? []).enumerated()
        let names = groups.compactMap { $1.string ?? $1.elements.first?.string }
        for (index, group) in groups {
            guard group.elements.first?.string == "edit", let limit = group.elements.dropFirst().first,
                let expression = limit["fileRegex"], let text = expression.string
            else { continue }
            let isBypassed = names.contains("command")
            recorder.record(
                .permission,
                [
                    "actor": .text(name), "effect": "deny", "capability": "write",
                    "target": .text(Redaction.redact("all but \(text)")), "breadth": "pattern", "hazard": "none",
                    "rule": .text(Redaction.redact("edit: fileRegex \(text)")), "level": .text(member.level),
                    "effective": .boolean(!isBypassed),
                    "reason": isBypassed ? "the mode also has the group command, which writes any file" : .null,
                ], for: id, in: member.file, at: expression.position,
                pointer: "\(place)/groups/\(index)/1/fileRegex")
        }
    }

    private static let stages = [
        "pre_read_code": "tool", "pre_write_code": "tool", "pre_run_command": "tool", "pre_mcp_tool_use": "tool",
        "pre_user_prompt": "input",
    ]
    private static let events = Set(stages.keys).union([
        "post_read_code", "post_write_code", "post_run_command", "post_mcp_tool_use", "post_cascade_response",
        "post_setup_worktree",
    ])

    private func recordHooks(_ recorder: inout Recorder) {
        for member in agent.files(.hooks) {
            for event in member.root?["hooks"]?.members ?? [] {
                for (index, hook) in event.value.elements.enumerated() {
                    for key in ["command", "powershell"] {
                        guard let text = hook[key], let command = text.string else { continue }
                        var entry = HookEntry(event: event.key, command: command, level: member.level)
                        entry.isEffective = Self.events.contains(event.key)
                        scribe.hook(
                            entry, stage: Self.stages[event.key], in: member.file, at: text.position,
                            pointer: "/hooks/\(Node.escape(event.key))/\(index)/\(key)", into: &recorder)
                        recorder.cover(id, .hook, .complete)
                    }
                }
            }
        }
    }
}
