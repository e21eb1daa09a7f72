internal import Compliance
internal import Documents

/// Claude Code: settings of all levels, MCP servers, sub-agents, skills, commands, instructions.
///
/// Interpreted as of version 2.1.240 (August 2026).
struct ClaudeCode: Collector {
    let name = "claude-code"
    let summary = "Claude Code: settings of all levels, .mcp.json, sub-agents, skills, commands, CLAUDE.md"
    let documentation = [
        "https://code.claude.com/docs/en/settings", "https://code.claude.com/docs/en/permissions",
        "https://code.claude.com/docs/en/sandboxing", "https://code.claude.com/docs/en/hooks",
        "https://code.claude.com/docs/en/sub-agents", "https://code.claude.com/docs/en/mcp",
    ]

    static let tables: [Table] = [
        .permission, .tool, .mcpServer, .credential, .approval, .sandbox, .egress, .telemetry, .budget, .model, .memory,
        .instruction, .hook, .component, .setting, .delegation,
    ]

    func kind(of path: FilePath) -> ArtifactKind? { ClaudeFile(path)?.artifact }

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {
        var projects: [String: [(ClaudeFile, SourceFile)]] = [:]
        for file in files {
            guard let role = ClaudeFile(file.path), role.isClaude(file) else { continue }
            projects[role.agent, default: []].append((role, file))
        }
        let shared = projects.values.joined().filter { $0.0.level == "managed" || $0.0.level == "user" }
        for (id, members) in projects.sorted(by: { $0.key < $1.key }) {
            let others = shared.filter { role, _ in
                role.agent != id && members.contains { $0.0.folder.isInside(role.reach) && !$0.0.isTemplate }
            }
            // Settings of a level above stand in their own agent only where there is no project that they apply to.
            let isOnlyShared = members.allSatisfy { $0.0.level == "managed" || $0.0.level == "user" }
            let isApplied =
                isOnlyShared
                && projects.contains { other, own in
                    other != id
                        && own.contains { role, _ in
                            members.contains { role.folder.isInside($0.0.reach) } && role.level == "project"
                        }
                }
            if !isApplied { collect(AgentID(id), members + others, &recorder) }
        }
    }

    private func collect(_ agent: AgentID, _ members: [(ClaudeFile, SourceFile)], _ recorder: inout Recorder) {
        let isTemplate = members.allSatisfy { $0.0.isTemplate }
        recorder.declare(
            agent, product: "Claude Code", kind: isTemplate ? "policy-template" : "coding-assistant",
            level: members.map(\.0.level).first { ["managed", "user", "project", "local"].contains($0) },
            plans: true, in: members[0].1)
        var settings: [ClaudeSettings] = []
        for table in Self.tables {
            recorder.cover(
                agent, table, isTemplate ? .partial : .complete,
                because: isTemplate ? "\(members[0].1.path.text) is a template: Claude Code does not read it here" : nil
            )
        }
        for (role, file) in members {
            if role.role == .settings {
                if let root = file.document?.root {
                    settings.append(ClaudeSettings(file: file, root: root, level: role.level))
                    SettingReader.record(file, root, level: role.level, for: agent, into: &recorder)
                } else {
                    recorder.refuse(file, for: agent, tables: Self.tables.filter { $0 != .instruction })
                }
            } else {
                part(role, file, agent, &recorder)
            }
        }
        let stack = ClaudeSettingsStack(settings)
        ClaudeRecorder(agent: agent, settings: stack, fallback: members[0].1).record(into: &recorder)
        servers(members, stack, agent, &recorder)
        for tool in ["Bash", "Edit", "WebFetch"] {
            recorder.record(
                .tool,
                [
                    "actor": "main", "name": .text(tool), "origin": "built-in",
                    "effect": tool == "Bash" ? "execute" : tool == "Edit" ? "write" : "network",
                ],
                for: agent, in: members[0].1, at: .start, pointer: "")
        }
    }

    private func part(_ role: ClaudeFile, _ file: SourceFile, _ agent: AgentID, _ recorder: inout Recorder) {
        guard role.role != .servers else { return }
        guard file.refusal == nil else {
            return recorder.refuse(file, for: agent, tables: [.instruction, .tool, .permission])
        }
        let matter = file.document?.root ?? Node(.object([]), at: .start)
        let name = matter["name"]?.string ?? role.name
        let kinds: [ClaudeFile.Role: String] = [.subAgent: "sub-agent", .skill: "skill", .command: "command"]
        InstructionText.record(file, kind: kinds[role.role] ?? "instructions", name: name, for: agent, into: &recorder)
        if role.role == .subAgent { SubAgentReader.record(matter, name, file, agent, &recorder) }
        if role.role == .skill || role.role == .command, let allowed = matter["allowed-tools"] {
            for text in SubAgentReader.list(allowed) {
                let rule = PermissionRule(text, effect: "allow")
                recorder.record(
                    .permission,
                    [
                        "actor": .text(name), "effect": "allow", "capability": .text(rule.capability),
                        "target": .text(rule.target),
                        "breadth": .text(rule.breadth), "hazard": .text(rule.hazard), "rule": .text(text),
                        "level": "project",
                        "effective": .boolean(rule.ignored == nil), "reason": Value(rule.ignored),
                    ], for: agent, in: file, at: allowed.position, pointer: "/allowed-tools")
            }
        }
    }

    private func servers(
        _ members: [(ClaudeFile, SourceFile)], _ stack: ClaudeSettingsStack, _ agent: AgentID,
        _ recorder: inout Recorder
    ) {
        let rules = stack.files.flatMap {
            $0.root[path: ["permissions", "allow"]]?.elements.compactMap(\.string) ?? []
        }
        let bypass = stack.value("permissions", "defaultMode")?.node.string == "bypassPermissions"
        for (role, file) in members where role.role == .servers {
            guard let root = file.document?.root else {
                recorder.refuse(file, for: agent, tables: [.mcpServer, .credential, .tool])
                continue
            }
            let servers = root["mcpServers"] ?? root
            MCPServerReader(client: "Claude Code", dialect: .common).record(
                servers: servers, pointer: root["mcpServers"] == nil ? "" : "/mcpServers", in: file, for: agent,
                approval: { server in
                    let prefix = "mcp__\(server)"
                    if bypass || rules.contains(prefix) || rules.contains(prefix + "__*") { return "all" }
                    return rules.contains { $0.hasPrefix(prefix + "__") } ? "some" : "none"
                }, into: &recorder)
        }
    }
}
