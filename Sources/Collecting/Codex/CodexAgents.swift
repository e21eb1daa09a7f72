internal import Documents

/// Finds the agents among the files of Codex.
enum CodexAgents {
    typealias Member = CodexAgent.Member

    /// The agents, each with the files of the levels above that hold for it.
    static func find(in files: [SourceFile]) -> [CodexAgent] {
        let members = files.compactMap { file in CodexFile(file.path).map { Member(role: $0, file: file) } }
        let groups = Dictionary(grouping: members) { $0.role.folder }
            .filter { $0.value.contains(where: \.role.showsAgent) }
        let shared = groups.values.joined().filter(\.role.isShared)
        let ordered = groups.sorted { $0.key < $1.key }
        var applied: Set<FilePath> = []
        var agents: [CodexAgent] = []
        for (folder, own) in ordered where own.contains(where: { !$0.role.isShared && $0.role.showsAgent }) {
            agents.append(agent(folder, own, shared, ordered.map(\.key), &applied))
        }
        // Without a project, a user's files stand for the user's agent, an administrator's for the machine's.
        for level in ["user", "machine"] {
            for (folder, own) in ordered where !own.contains(where: { !$0.role.isShared && $0.role.showsAgent }) {
                guard own.contains(where: { $0.role.level == "user" }) == (level == "user"), !applied.contains(folder)
                else { continue }
                applied.insert(folder)
                agents.append(agent(folder, own, shared.filter { $0.role.level != "user" }, [], &applied))
            }
        }
        return agents.sorted { $0.id < $1.id }
    }

    private static func agent(
        _ folder: FilePath, _ own: [Member], _ shared: [Member], _ folders: [FilePath], _ applied: inout Set<FilePath>
    ) -> CodexAgent {
        let others = shared.filter { $0.role.folder != folder && folder.isInside($0.role.reach) }
        let homes = Set(others.filter { $0.role.level == "user" }.map(\.role.folder))
        let nearest = homes.filter { folder.isInside($0) }
        let chosen = nearest.isEmpty ? homes : nearest
        let joined = others.filter {
            $0.role.level != "user" || (chosen.count == 1 && chosen.contains($0.role.folder))
        }
        applied.formUnion(joined.map(\.role.folder))
        var doubt: String?
        // Of several users nobody can say which one works in the project.
        if chosen.count > 1 { doubt = "settings of \(chosen.count) users lie beside it, and any of them may hold" }
        let above = shared.map(\.role.folder)
        if let parent = folders.last(where: { $0 != folder && folder.isInside($0) && !above.contains($0) }) {
            doubt = "Codex reads the files of \(parent.text) too when both folders are of one repository"
        }
        return CodexAgent("codex@\(folder.text)", folder, own.sorted { $0.file.path < $1.file.path } + joined, doubt)
    }
}
