internal import Compliance
internal import Documents

/// One Cursor agent: what its files say, in the editor and on the command line.
struct CursorAgent {
    typealias Member = ProductAgent<CursorRole>.Member

    let agent: ProductAgent<CursorRole>
    let scribe: AgentScribe

    var id: AgentID { agent.id }
    private var stack: SettingStack { scribe.stack }

    init(_ agent: ProductAgent<CursorRole>) {
        self.agent = agent
        let files = agent.files(.permissions, .cli, .sandbox, .hooks)
        scribe = AgentScribe(
            id: agent.id, stack: SettingStack(files, order: ["managed", "project", "user"]),
            home: agent.members[0].file)
    }

    private static let mode = "the run mode and further allow lists are kept in the application, not in files"

    /// Says what the agent is, and how much of it could be seen.
    func declare(into recorder: inout Recorder) {
        agent.declare("Cursor", complete: [.mcpServer, .credential, .hook, .setting], into: &recorder)
        for table in [Table.permission, .approval, .tool, .sandbox, .egress] {
            recorder.cover(id, table, .partial, because: Self.mode)
        }
        recorder.cover(id, .instruction, .partial, because: "rules of users and teams are kept in the application")
        recorder.cover(id, .delegation, .partial, because: "Cursor has sub-agents of its own and reads other products'")
        let affected: [(CursorRole, [Table])] = [
            (.servers, [.mcpServer, .credential]), (.permissions, [.permission, .setting]),
            (.cli, [.permission, .setting]), (.hooks, [.hook, .setting, .guardrail]), (.sandbox, [.sandbox, .setting]),
            (.environment, [.hook]), (.subAgent, [.instruction, .delegation]), (.skill, [.instruction]),
            (.rules, [.instruction]), (.command, [.instruction]), (.instructions, [.instruction]),
        ]
        for (role, tables) in affected {
            agent.refuse(agent.files(role).map(\.file).filter { $0.refusal != nil }, tables, into: &recorder)
        }
    }

    private static let keys: [CursorRole: Set<String>] = [
        .permissions: ["mcpAllowlist", "terminalAllowlist", "autoRun", "$schema"],
        .sandbox: [
            "type", "additionalReadwritePaths", "additionalReadonlyPaths", "disableTmpWrite", "enableSharedBuildCache",
            "networkPolicy", "$schema",
        ],
        .hooks: ["version", "hooks", "$schema"],
    ]

    /// Records every leaf of the files of settings; what the product passes over is said so.
    func recordSettings(into recorder: inout Recorder) {
        let roles = Dictionary(
            agent.members.map { ($0.file.path, $0.place.role) }, uniquingKeysWith: { first, _ in first })
        scribe.settings(
            into: &recorder, isUnited: { Self.keys[.sandbox]?.contains($0[0]) != true },
            isPrivate: { $0[0] == "authInfo" }
        ) {
            keys, node, layer in
            let role = roles[layer.file.path] ?? .cli
            if let known = Self.keys[role], !known.contains(keys[0]) {
                return ("unknown", "Cursor knows no \(keys[0]) in \(layer.file.path.name)")
            }
            switch role {
            case .cli where keys[0] == "permissions":
                guard keys.count == 2, ["allow", "deny"].contains(keys[1]) else {
                    return ("unknown", "permissions has lists allow and deny, and nothing else")
                }
                return node.string.flatMap { CursorRule.parse($0) == nil ? ("not-honoured", "it is not a rule") : nil }
            case .cli where layer.level == "project" && keys[0] != "version":
                return ("not-honoured", "a project's cli.json may hold permissions only")
            case .hooks where keys[0] == "hooks" && keys.count > 1 && !Self.events.contains(keys[1]):
                return ("unknown", "there is no hook event \(keys[1])")
            default: return nil
            }
        }
    }

    /// One row for each file of rules in which whole keys have no effect, at the first of them.
    ///
    /// Keys that read as protections are judged one by one.
    func recordSections(into recorder: inout Recorder) {
        for member in agent.files(.permissions, .cli) {
            let isCLI = member.place.role == .cli
            guard !isCLI || member.level == "project", let root = member.root else { continue }
            let known = isCLI ? ["permissions", "version", "$schema"] : Self.keys[.permissions] ?? []
            let void = root.members.filter { !known.contains($0.key) }
            guard let first = void.first(where: { !["version", "description"].contains($0.key) }) else { continue }
            SettingReader.section(
                first.key, level: member.level, status: isCLI ? "not-honoured" : "unknown",
                reason: "Cursor takes none of \(void.count) keys of \(member.file.path.name), as \(first.key)", for: id,
                in: member.file, at: first.keyPosition, "/\(Node.escape(first.key))", into: &recorder)
        }
    }

    private static let foreign: Set<String> = [
        "disabled", "enabled", "alwaysAllow", "autoApprove", "trust", "serverUrl", "httpUrl",
    ]

    /// Records the MCP servers; keys of other clients do nothing here.
    func recordServers(into recorder: inout Recorder) {
        let allowed = stack.all(["mcpAllowlist"]).flatMap { $0.node.elements.compactMap(\.string) }
        for member in agent.files(.servers) {
            guard let servers = member.root?["mcpServers"] else { continue }
            MCPServerReader(client: "Cursor", dialect: .common).record(
                servers: MCPServers.adapted(servers, without: Self.foreign) { _, _ in false }, pointer: "/mcpServers",
                in: member.file, for: id,
                approval: { name in
                    let parts = allowed.map { $0.split(separator: ":", maxSplits: 1).map(String.init) }
                    let own = parts.filter { $0.count == 2 && Wildcard.matches($0[0], name) }
                    return own.contains { $0[1] == "*" } ? "all" : own.isEmpty ? nil : "some"
                }, into: &recorder)
        }
    }

    static let events: Set<String> = [
        "sessionStart", "sessionEnd", "preToolUse", "postToolUse", "postToolUseFailure", "subagentStart",
        "subagentStop", "beforeShellExecution", "afterShellExecution", "beforeMCPExecution", "afterMCPExecution",
        "beforeReadFile", "afterFileEdit", "beforeSubmitPrompt", "preCompact", "stop", "afterAgentResponse",
        "afterAgentThought", "beforeTabFileRead", "afterTabFileEdit", "workspaceOpen",
    ]

    private static let stages = [
        "preToolUse": "tool", "beforeShellExecution": "tool", "beforeMCPExecution": "tool", "beforeReadFile": "tool",
        "subagentStart": "tool", "beforeSubmitPrompt": "input",
    ]

    /// Records hooks, and the commands that set a background agent's machine up.
    ///
    /// <https://cursor.com/docs/agent/hooks>
    func recordHooks(into recorder: inout Recorder) {
        for layer in stack.read {
            let isRead = layer.level != "project" || layer.root["version"]?.integer == 1
            for event in layer.root["hooks"]?.members ?? [] {
                for (index, hook) in event.value.elements.enumerated() {
                    guard let text = hook["command"] ?? hook["prompt"], let command = text.string else { continue }
                    var entry = HookEntry(
                        event: event.key, matcher: hook["matcher"]?.string,
                        kind: hook["type"]?.string == "prompt" ? "prompt" : "command", command: command,
                        timeout: hook["timeout"]?.number, level: layer.level)
                    entry.isEffective = isRead && Self.events.contains(event.key)
                    scribe.hook(
                        entry, stage: Self.stages[event.key], in: layer.file, at: text.position,
                        pointer: "/hooks/\(Node.escape(event.key))/\(index)", into: &recorder)
                    if entry.isEffective { recorder.cover(id, .guardrail, .complete) }
                }
            }
        }
        for member in agent.files(.environment) {
            var commands = ["install", "start"].compactMap { key in
                member.root?[key].map { (key, $0, "/\(key)") }
            }
            for (index, terminal) in (member.root?["terminals"]?.elements ?? []).enumerated() {
                if let command = terminal["command"] {
                    commands.append(("terminals", command, "/terminals/\(index)/command"))
                }
            }
            for (event, node, pointer) in commands {
                guard let command = node.string else { continue }
                scribe.hook(
                    HookEntry(event: "environment.\(event)", command: command, level: member.level), stage: nil,
                    in: member.file, at: node.position, pointer: pointer, into: &recorder)
            }
        }
    }
}
