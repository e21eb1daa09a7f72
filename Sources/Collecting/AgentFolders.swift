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

    /// Of the agents whose folder holds a file, the one with the longest name; nil when there is none.
    func owner(of file: FilePath) -> AgentID? {
        var around: [AgentID] = []
        for depth in 0...file.folder.components.count {
            around += agents[FilePath(Array(file.folder.components.prefix(depth)))] ?? []
        }
        return around.sorted().max { $0.rawValue.count < $1.rawValue.count }
    }
}
