internal import Compliance
internal import Documents

/// One Codex agent: the files that say what it is, those of the levels above included.
struct CodexAgent {
    /// A file and what it is to the agent.
    struct Member {
        let role: CodexFile
        let file: SourceFile
    }

    let id: AgentID
    let folder: FilePath
    /// Its files, its own first.
    let members: [Member]
    /// Its settings, all levels.
    let stack: CodexStack
    /// Why some of what holds for it was not seen.
    let doubt: String?

    init(_ id: String, _ folder: FilePath, _ members: [Member], _ doubt: String?) {
        self.id = AgentID(id)
        self.folder = folder
        // What can be said of the agent as a whole is said at its configuration.
        self.members = members.filter { $0.role.role == .config } + members.filter { $0.role.role != .config }
        self.doubt = doubt
        stack = CodexStack(members, folder: folder)
    }

    /// The files of a role that hold; those of an untrusted project do not.
    func files(_ roles: CodexFile.Role...) -> [Member] {
        members.filter { roles.contains($0.role.role) && (stack.untrusted == nil || $0.role.level != "project") }
    }

    /// Tables that the product's files fill.
    static let tables: [Table] = [
        .permission, .tool, .mcpServer, .credential, .approval, .sandbox, .egress, .telemetry, .budget, .model, .memory,
        .instruction, .hook, .component, .dataSource, .setting, .delegation,
    ]

    /// Whether Codex reads none of its files where they lie.
    var isTemplate: Bool { members.allSatisfy { $0.role.level == "template" } }

    /// Says what the agent is, and how much of it could be seen.
    func declare(into recorder: inout Recorder) {
        let levels = Set(members.map(\.role.level))
        recorder.declare(
            id, product: "Codex CLI", kind: isTemplate ? "policy-template" : "coding-assistant",
            level: ["managed", "system", "user", "project"].first(where: levels.contains), plans: true,
            in: members[0].file)
        let reason = isTemplate ? "Codex does not read \(members[0].file.path.text) where it lies" : doubt
        for table in Self.tables { recorder.cover(id, table, reason == nil ? .complete : .partial, because: reason) }
        recorder.cover(
            id, .dataSource, .partial,
            because: "folders that Codex may write are listed; what it may read beyond them is the whole disk")
        for file in stack.broken {
            recorder.refuse(file, for: id, tables: Self.tables.filter { $0 != .instruction })
        }
    }

    /// Records a row at the place of a setting, or where it would stand.
    func record(_ table: Table, at path: [String], _ columns: [String: Value], into recorder: inout Recorder) {
        if let found = stack.value(path) {
            let position = found.layer.root.position(of: path)
            recorder.record(
                table, columns, for: id, in: found.layer.file, at: position, pointer: found.pointer)
            return
        }
        let layer = stack.layers.first { path.count > 1 && $0.root[path[0]] != nil } ?? stack.layers.first
        recorder.record(
            table, columns, for: id, in: layer?.file ?? members[0].file, at: layer?.root.position(of: path),
            pointer: Node.pointer(path))
    }
}
