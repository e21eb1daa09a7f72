internal import Compliance
internal import Documents

/// One Claude Code agent: the files that say what it is, those of the levels above included.
struct ClaudeAgent {
    enum Kind { case assistant, template, plugin }

    let id: AgentID
    let kind: Kind
    /// Its files, its own first.
    let members: [Member]
    /// Its settings, all levels.
    let settings: ClaudeSettingsStack
    /// Its permission modes.
    let modes: ClaudeModes
    /// Its permission rules, those that come first first.
    let rules: [ClaudeRule]
    /// Why some of what holds for it was not seen.
    let doubt: String?

    /// A file and what it is to the agent.
    struct Member {
        let role: ClaudeFile
        let file: SourceFile
    }

    init(_ id: String, _ members: [Member], doubt: String? = nil) {
        self.id = AgentID(id)
        // What can be said of the agent as a whole is said at its settings.
        self.members = members.filter { $0.role.role == .settings } + members.filter { $0.role.role != .settings }
        self.doubt = doubt
        kind =
            members.contains { $0.role.isPlugin }
            ? .plugin : members.allSatisfy(\.role.isTemplate) ? .template : .assistant
        settings = ClaudeSettingsStack(members.filter { $0.role.role == .settings }, fallback: self.members[0].file)
        modes = ClaudeModes(settings)
        rules = ClaudeRule.all(in: settings)
    }

    /// The files of a role.
    func files(_ roles: ClaudeFile.Role...) -> [Member] { members.filter { roles.contains($0.role.role) } }

    /// Whether it is in force where it lies.
    var isInForce: Bool { kind == .assistant }

    /// Whether a setting may be taken at its default.
    ///
    /// A template says only what stands in it; where every settings file is broken, nobody knows what stood there.
    var hasDefaults: Bool { isInForce && (!settings.files.isEmpty || settings.broken.isEmpty) }

    /// Records a row at the place of a setting, or where it would stand.
    func record(
        _ table: Table, at path: [String], _ columns: [String: Value], into recorder: inout Recorder
    ) {
        let place = settings.place(path)
        let pointer = Node.pointer(path)
        recorder.record(table, columns, for: id, in: place.file, at: place.position, pointer: pointer)
    }

    /// Tables that the product's files fill.
    static let tables: [Table] = [
        .permission, .tool, .mcpServer, .credential, .approval, .sandbox, .egress, .telemetry, .budget, .model, .memory,
        .instruction, .hook, .component, .dataSource, .setting, .delegation,
    ]

    /// Tables that settings files fill, beside other files.
    static let settingTables = tables.filter { ![.instruction, .delegation].contains($0) }

    /// Tables that sub-agents, skills, commands and MCP files fill, beside settings.
    static let partTables: [Table] = [
        .permission, .tool, .mcpServer, .credential, .approval, .budget, .model, .memory, .hook,
    ]

    /// Says what the agent is, and how much of it could be seen.
    func declare(into recorder: inout Recorder) {
        let levels = Set(members.filter { !$0.role.isTemplate }.map(\.role.level))
        recorder.declare(
            id, product: "Claude Code", kind: isInForce ? "coding-assistant" : "policy-template",
            level: ["managed", "user", "project", "local"].first(where: levels.contains), plans: true,
            in: members[0].file)
        let reason: String? =
            switch kind {
            case .assistant: doubt
            case .template:
                "template: Claude Code reads settings from .claude and from the administrator's folders, "
                    + "not from \(members[0].file.path.text)"
            case .plugin: "plug-in: its parts count where somebody enables it"
            }
        for table in Self.tables { recorder.cover(id, table, reason == nil ? .complete : .partial, because: reason) }
        let isOnly = settings.files.isEmpty
        let parts = Set(files(.servers, .subAgent, .skill, .command).isEmpty ? [] : Self.partTables)
        cover(
            broken: settings.broken, tables: Self.settingTables.filter { !parts.contains($0) }, isOnly: isOnly,
            &recorder)
        cover(broken: settings.broken, tables: Array(parts), isOnly: false, &recorder)
        let servers = files(.servers)
        let broken = servers.filter { ClaudeServers.root(of: $0) == nil }.map(\.file)
        cover(broken: broken, tables: [.mcpServer], isOnly: broken.count == servers.count, &recorder)
        cover(broken: broken, tables: [.credential, .tool], isOnly: false, &recorder)
    }

    /// Tables that only broken files would have filled were not seen at all.
    private func cover(broken: [SourceFile], tables: [Table], isOnly: Bool, _ recorder: inout Recorder) {
        for file in broken {
            recorder.refuse(file, for: id, tables: tables)
            guard isOnly else { continue }
            for table in tables { recorder.cover(id, table, .none) }
        }
    }
}
