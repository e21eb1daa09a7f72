internal import Compliance

/// Agents of which the framework items say the same, so that a fleet is counted by what differs.
struct AgentClasses {
    /// One class: results that are shared, and the agents they are true of.
    struct Class: Sendable {
        /// The results of every agent of the class, as they are kept for the first.
        let results: ArraySlice<ControlResult>
        /// Agents, in the order in which they were given.
        fileprivate(set) var agents: [AgentID]
    }

    /// The classes, in the order of their first agents.
    let all: [Class]

    /// The classes of some agents.
    init(of agents: [AgentID], results: (AgentID) -> ArraySlice<ControlResult>) {
        var all: [Class] = []
        for agent in agents {
            let results = results(agent)
            if let same = all.firstIndex(where: { Self.share($0.results, results) }) {
                all[same].agents.append(agent)
            } else {
                all.append(Class(results: results, agents: [agent]))
            }
        }
        self.all = all
    }

    /// Whether all results of two agents are kept once; those of two classes differ in the first already.
    private static func share(_ left: ArraySlice<ControlResult>, _ right: ArraySlice<ControlResult>) -> Bool {
        guard left.count == right.count else { return false }
        return zip(left, right).allSatisfy { $0.sharesContent(with: $1) }
    }
}
