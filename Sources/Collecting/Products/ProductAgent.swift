internal import Compliance
internal import Documents

/// One agent of a product: its own files, and those of the levels above that hold for it.
struct ProductAgent<Role: ProductRole> {
    /// A file and what it is to the agent.
    struct Member {
        let place: ProductPlace<Role>
        let file: SourceFile

        var level: String { place.level }
        /// The tree, when it could be read.
        var root: Node? { file.document?.root }
    }

    let id: AgentID
    let folder: FilePath
    /// Its files, its own first.
    let members: [Member]
    /// Why some of what holds for it was not seen.
    let doubt: String?

    /// The files of some roles.
    func files(_ roles: Role...) -> [Member] { members.filter { roles.contains($0.place.role) } }

    /// The highest level that a file of it has.
    var level: String? {
        let levels = Set(members.map(\.level))
        return ["managed", "system", "user", "project", "local"].first(where: levels.contains)
    }

    /// Says what the agent is, and how much of some tables could be seen.
    func declare(
        _ product: String, kind: String = "coding-assistant", complete: [Table], into recorder: inout Recorder
    ) {
        recorder.declare(id, product: product, kind: kind, level: level, plans: true, in: members[0].file)
        for table in complete { recorder.cover(id, table, doubt == nil ? .complete : .partial, because: doubt) }
    }

    /// Says of files that could not be read that some tables were not seen in full.
    func refuse(_ broken: [SourceFile], _ tables: [Table], into recorder: inout Recorder) {
        for file in broken { recorder.refuse(file, for: id, tables: tables) }
    }
}

extension ProductAgent {
    /// The agents among the files of a product, named after the folders that they work in.
    static func find(in files: [SourceFile], named name: String, _ place: (FilePath) -> ProductPlace<Role>?) -> [Self] {
        let all = files.compactMap { file in place(file.path).map { Member(place: $0, file: file) } }
        let shared = all.filter(\.place.isShared)
        let own = all.filter { !$0.place.isShared }
        var groups = Dictionary(grouping: own.filter(\.place.role.showsAgent), by: \.place.folder)
        for member in own.filter({ !$0.place.role.showsAgent }).sorted(by: { $0.place.folder < $1.place.folder }) {
            if let above = member.place.folder.ancestors.first(where: { groups[$0] != nil }) {
                groups[above]?.append(member)
            } else if member.place.role.standsAlone {
                groups[member.place.folder] = [member]
            }
        }
        var applied: Set<FilePath> = []
        var agents = groups.sorted { $0.key < $1.key }.map { agent(name, $0.key, $0.value, shared, &applied) }
        // Without a project, a user's files stand for the user's agent, an administrator's for the machine's.
        for isUser in [true, false] {
            for (folder, members) in Dictionary(grouping: shared, by: \.place.folder).sorted(by: { $0.key < $1.key }) {
                guard members.contains(where: { $0.level == "user" }) == isUser, !applied.contains(folder),
                    members.contains(where: \.place.role.standsAlone)
                else { continue }
                applied.insert(folder)
                agents.append(agent(name, folder, members, shared.filter { $0.level != "user" }, &applied))
            }
        }
        return agents.sorted { $0.id < $1.id }
    }

    private static func agent(
        _ name: String, _ folder: FilePath, _ own: [Member], _ shared: [Member], _ applied: inout Set<FilePath>
    ) -> Self {
        let others = shared.filter { $0.place.folder != folder && folder.isInside($0.place.reach) }
        let homes = Set(others.filter { $0.level == "user" }.map(\.place.folder))
        let nearest = homes.filter { folder.isInside($0) }
        let chosen = nearest.isEmpty ? homes : nearest
        let here = shared.filter { $0.place.folder == folder && !own.contains { $0.level == "user" } }
        let joined =
            here + others.filter { $0.level != "user" || (chosen.count == 1 && chosen.contains($0.place.folder)) }
        applied.formUnion(joined.map(\.place.folder))
        // Of several users nobody can say which one works in the project.
        let doubt =
            chosen.count > 1 ? "settings of \(chosen.count) users lie beside it, and any of them may hold" : nil
        let known = Set(own.map(\.file.path))
        return ProductAgent(
            id: AgentID("\(name)@\(folder.text)"), folder: folder,
            members: own.sorted { $0.file.path < $1.file.path } + joined.filter { !known.contains($0.file.path) },
            doubt: doubt)
    }
}

extension FilePath {
    /// The folder itself and those that hold it, the nearest first.
    fileprivate var ancestors: [FilePath] {
        (0...components.count).reversed().map { FilePath(Array(components.prefix($0))) }
    }
}
