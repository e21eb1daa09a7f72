internal import Compliance

/// The agents by the folder that they work in, so that a file finds its agent on the way up.
struct AgentFolders {
    /// All agents.
    let all: Set<AgentID>
    private let agents: [FilePath: [AgentID]]

    init(_ agents: [AgentID]) {
        all = Set(agents)
        self.agents = Dictionary(grouping: agents) { FilePath($0.folder) }
    }

    /// The agents at or below a folder, in their order.
    func agents(inside folder: FilePath) -> [AgentID] {
        agents.filter { $0.key.isInside(folder) }.values.joined().sorted()
    }

    /// The agents in the nearest folder around a file that has some.
    func nearest(to file: FilePath) -> [AgentID] {
        for depth in stride(from: file.folder.components.count, through: 0, by: -1) {
            let found = agents[FilePath(Array(file.folder.components.prefix(depth)))] ?? []
            if !found.isEmpty { return found.sorted() }
        }
        return []
    }

    /// The agent whose folder has the longest way in common with a file's; nil when there is none at all.
    func closest(to file: FilePath) -> AgentID? {
        let own = file.folder.components
        let shared = { (folder: FilePath) in zip(folder.components, own).prefix { $0 == $1 }.count }
        let folders = agents.keys.sorted()
        let longest = folders.map(shared).max()
        return folders.first { shared($0) == longest }.flatMap { agents[$0]?.min() }
    }

    /// Of the agents whose folder holds a file, the one with the longest name; nil when there is none.
    func owner(of file: FilePath) -> AgentID? {
        var around: [AgentID] = []
        for depth in 0...file.folder.components.count {
            around += agents[FilePath(Array(file.folder.components.prefix(depth)))] ?? []
        }
        return around.sorted().max { $0.rawValue.count < $1.rawValue.count }
    }
}
