internal import Compliance

extension Evidence {
    /// The rows of groups of agents, each group by itself; rows of other agents are left out.
    ///
    /// Nothing that is said of an agent rests on the rows of another, so that each part can be judged alone.
    func parted(among groups: [ArraySlice<AgentID>]) -> [Evidence] {
        var owners: [AgentID: Int] = [:]
        for (number, group) in groups.enumerated() {
            for agent in group { owners[agent] = number }
        }
        var parts = [Evidence](repeating: Evidence(), count: groups.count)
        for (table, rows) in rows {
            var shares = [[Row]](repeating: [], count: groups.count)
            var last: (agent: AgentID, owner: Int?)?
            for row in rows {
                let agent = row.agent
                let owner = last.flatMap { $0.agent == agent ? $0.owner : nil } ?? owners[agent]
                last = (agent, owner)
                if let owner { shares[owner].append(row) }
            }
            for (number, share) in shares.enumerated() where !share.isEmpty {
                parts[number].replace(table, with: share)
            }
        }
        return parts
    }
}
