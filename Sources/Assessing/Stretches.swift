internal import Compliance

/// Where the rows of each agent stand in a table.
struct Stretches {
    /// The rows agent by agent, each agent's in the order in which they came; nil when they stand so already.
    let rows: [Row]?
    /// Positions of the rows of each agent; rows of others come last.
    let ranges: [Range<Int>]

    init(_ rows: [Row], _ positions: [AgentID: Int]) {
        let owners = Self.owners(of: rows, positions)
        var counts = [Int](repeating: 0, count: positions.count + 1)
        var isSorted = true
        var last = 0
        for owner in owners {
            counts[owner] += 1
            if owner < last { isSorted = false }
            last = owner
        }
        var ranges: [Range<Int>] = []
        ranges.reserveCapacity(counts.count)
        var start = 0
        for count in counts {
            ranges.append(start..<(start + count))
            start += count
        }
        self.ranges = ranges
        self.rows = isSorted ? nil : zip(owners, rows.indices).sorted { $0 < $1 }.map { rows[$0.1] }
    }

    /// The position of the agent that each row is about; rows of one agent mostly follow one another.
    private static func owners(of rows: [Row], _ positions: [AgentID: Int]) -> [Int] {
        var last: (agent: AgentID, owner: Int)?
        return rows.map { row in
            let agent = row.agent
            if let last, last.agent == agent { return last.owner }
            let owner = positions[agent] ?? positions.count
            last = (agent, owner)
            return owner
        }
    }
}
