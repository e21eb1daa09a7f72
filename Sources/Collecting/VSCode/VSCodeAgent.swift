internal import Compliance
internal import Documents

/// GitHub Copilot as one folder's and one user's settings of VS Code let it work.
struct VSCodeAgent {
    typealias Member = ProductAgent<VSCodeRole>.Member

    let agent: ProductAgent<VSCodeRole>
    let scribe: AgentScribe

    var id: AgentID { agent.id }
    var stack: SettingStack { scribe.stack }

    init(_ agent: ProductAgent<VSCodeRole>) {
        self.agent = agent
        scribe = AgentScribe(
            id: agent.id, stack: SettingStack(agent.files(.settings), order: ["project", "user"]),
            home: agent.members[0].file)
    }

    /// Whether a setting of the editor is about agents.
    static func isOfAgent(_ key: String) -> Bool {
        key.hasPrefix("chat.") || key.hasPrefix("github.copilot.") || key == "mcp"
    }

    /// The value of a setting; what a project's file may not say is passed over.
    func value(_ key: String) -> SettingStack.Found? {
        stack.all([key]).first { $0.layer.level != "project" || !Self.personal.contains(key) }
    }

    /// Settings of the scope `APPLICATION_MACHINE`, which a workspace cannot set.
    static let personal: Set<String> = ["chat.tools.global.autoApprove", "chat.autoReply"]

    private static let tables: [Table] = [
        .permission, .tool, .approval, .sandbox, .egress, .telemetry, .budget, .memory, .delegation,
    ]

    /// Says what the agent is, and how much of it could be seen.
    func declare(into recorder: inout Recorder) {
        agent.declare(
            "VS Code", complete: [.mcpServer, .credential, .setting, .hook, .instruction], into: &recorder)
        let hasUser = agent.members.contains { $0.level == "user" && $0.place.role == .settings }
        for table in Self.tables {
            recorder.cover(
                id, table, hasUser ? .complete : .partial,
                because: hasUser ? nil : "no settings of a user were among the files, and they hold too")
        }
        recorder.cover(
            id, .tool, .partial, because: "tools of extensions and the picked set are kept in the application")
        agent.refuse(stack.broken, Self.tables + [.setting, .mcpServer], into: &recorder)
        let affected: [(VSCodeRole, [Table])] = [
            (.servers, [.mcpServer, .credential]), (.customAgent, [.instruction, .tool, .delegation]),
            (.skill, [.instruction]), (.hooks, [.hook, .guardrail]), (.rules, [.instruction]),
            (.prompt, [.instruction]), (.instructions, [.instruction]),
        ]
        for (role, tables) in affected {
            agent.refuse(agent.files(role).map(\.file).filter { $0.refusal != nil }, tables, into: &recorder)
        }
    }

    private static let approvals: Set<String> = [
        "chat.tools.global.autoApprove", "chat.tools.terminal.autoApprove", "chat.tools.terminal.enableAutoApprove",
        "chat.tools.terminal.ignoreDefaultAutoApproveRules", "chat.tools.edits.autoApprove",
        "chat.tools.urls.autoApprove", "chat.tools.eligibleForAutoApproval", "chat.tools.global.autoApprove.optIn",
        "chat.tools.terminal.autoApproveWorkspaceNpmScripts",
    ]

    /// Records every leaf that is about agents, and which of them VS Code does not act on.
    func recordSettings(into recorder: inout Recorder) {
        scribe.settings(
            into: &recorder, isUnited: { $0.count > 1 },
            isPrivate: { !Self.isOfAgent($0[0]) },
            problem: { keys, _, layer in
                let key = keys[0]
                if key == "chat.tools.autoApprove" { return ("misplaced", "belongs at chat.tools.global.autoApprove") }
                if key.hasPrefix("chat.tools."), key.contains("pprov"), !Self.approvals.contains(key) {
                    return ("unknown", "VS Code knows no setting \(key)")
                }
                if layer.level == "project", Self.personal.contains(key) {
                    return ("not-honoured", "a workspace cannot set it; the user's settings can")
                }
                return nil
            })
    }

    /// Records the MCP servers of `mcp.json` and of the older setting `mcp`.
    func recordServers(into recorder: inout Recorder) {
        let isAll = value("chat.tools.global.autoApprove")?.node.boolean == true
        var places: [(servers: Node, pointer: String, file: SourceFile)] = agent.files(.servers).compactMap { member in
            member.root?["servers"].map { ($0, "/servers", member.file) }
        }
        places += stack.read.compactMap { layer in
            layer.root[path: ["mcp", "servers"]].map { ($0, "/mcp/servers", layer.file) }
        }
        let foreign: Set<String> = ["alwaysAllow", "autoApprove", "trust", "disabled", "enabled", "serverUrl"]
        for place in places {
            MCPServerReader(client: "VS Code", dialect: .vscode).record(
                servers: MCPServers.adapted(place.servers, without: foreign) { _, _ in false }, pointer: place.pointer,
                in: place.file, for: id,
                approval: { name in
                    // The tools of a server that runs in the sandbox are approved without a question.
                    isAll || place.servers[name]?["sandboxEnabled"]?.boolean == true ? "all" : "none"
                }, into: &recorder)
        }
    }
}
