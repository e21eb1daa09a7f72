/// Finds the agents among the files of Claude Code.
enum ClaudeAgents {
    typealias Member = ClaudeAgent.Member

    /// The agents, each with the files of the levels above that hold for it.
    static func find(in files: [SourceFile]) -> [ClaudeAgent] {
        var groups: [String: [Member]] = [:]
        for file in files {
            guard let role = ClaudeFile(file.path), role.isClaude(file) else { continue }
            groups[role.agent, default: []].append(Member(role: role, file: file))
        }
        groups = groups.filter { !$0.value.allSatisfy { $0.role.role == .script } }
        adoptServersOfPlugins(&groups)
        adoptInstructions(&groups)
        let shared = groups.values.joined().filter(\.role.isShared)
        var applied: Set<String> = []
        var agents: [ClaudeAgent] = []
        for (id, members) in groups.sorted(by: { $0.key < $1.key }) where !members.allSatisfy(\.role.isShared) {
            agents.append(agent(id, members, shared, &applied))
        }
        // Without a project, a user's files stand for the user's agent, an administrator's for the machine's.
        for level in ["user", "managed"] {
            for (id, members) in groups.sorted(by: { $0.key < $1.key }) where members.allSatisfy(\.role.isShared) {
                guard members.contains(where: { $0.role.level == level }), !applied.contains(id) else { continue }
                agents.append(agent(id, members, shared.filter { $0.role.level == "managed" }, &applied))
                applied.insert(id)
            }
        }
        return agents
    }

    private static func agent(_ id: String, _ members: [Member], _ shared: [Member], _ applied: inout Set<String>)
        -> ClaudeAgent
    {
        guard let own = members.first, !own.role.isTemplate, !own.role.isPlugin else { return ClaudeAgent(id, members) }
        let others = shared.filter { $0.role.agent != id && own.role.folder.isInside($0.role.reach) }
        let homes = Set(others.filter { $0.role.level == "user" }.map(\.role.folder))
        let nearest = homes.filter { own.role.folder.isInside($0) }
        let chosen = nearest.isEmpty ? homes : nearest
        // Of several users nobody can say which one works in the project.
        let isOpen = chosen.count > 1
        let joined = others.filter { $0.role.level == "managed" || (!isOpen && chosen.contains($0.role.folder)) }
        applied.formUnion(joined.map(\.role.agent))
        return ClaudeAgent(
            id, members.sorted { $0.file.path < $1.file.path } + joined,
            doubt: isOpen ? "settings of \(chosen.count) users lie beside it, and any of them may hold" : nil)
    }

    /// A `.mcp.json` beside a plug-in's manifest, with nothing else of a project, is the plug-in's.
    private static func adoptServersOfPlugins(_ groups: inout [String: [Member]]) {
        for (id, members) in groups where members.allSatisfy({ $0.role.role == .servers && !$0.role.isShared }) {
            guard let folder = members.first?.role.folder else { continue }
            let plugin = "claude-code-plugin@\(folder.text)"
            guard plugin != id, groups[plugin] != nil else { continue }
            groups[plugin, default: []] += members.map { member in
                var role = member.role
                role.isPlugin = true
                return Member(role: role, file: member.file)
            }
            groups[id] = nil
        }
    }

    /// A CLAUDE.md below a project is read by the project's agent when it works there.
    ///
    /// <https://code.claude.com/docs/en/memory>
    private static func adoptInstructions(_ groups: inout [String: [Member]]) {
        let projects = groups.filter {
            $0.value.contains { !$0.role.isTemplate && !$0.role.isPlugin && !$0.role.isShared }
        }
        let folders = projects.compactMap { id, members in members.first.map { (id, $0.role.folder) } }
        for (id, members) in projects.sorted(by: { $0.key > $1.key }) {
            guard members.allSatisfy({ $0.role.role == .instructions }), let folder = members.first?.role.folder else {
                continue
            }
            let above = folders.filter { $0.1 != folder && folder.isInside($0.1) }
            guard let nearest = above.max(by: { $0.1.components.count < $1.1.components.count }) else { continue }
            groups[nearest.0, default: []] += groups[id] ?? []
            groups[id] = nil
        }
    }
}
