internal import Compliance
internal import Reporting
internal import Tracking

/// Finds changes, tries those that can be tried, and puts the most useful first.
///
/// An edit is offered only when an assessment of a copy with it closes what it is for and makes nothing worse. The copy
/// keeps every edit that is chosen, so that the next is weighed by what it adds (the greedy choice of a set cover, with
/// weights taken anew only for the candidate that leads, as they rarely grow: Minoux 1978).
struct Planner {
    let folder: TrialFolder
    /// The least severity of a cause.
    let least: Severity
    /// How many causes are planned for at most.
    let limit: Int

    /// The plan; the copy has all its edits then.
    func plan() throws -> ChangePlan {
        let all = folder.causes.filter { $0.head.severity >= least }
        let causes = Array(all.prefix(limit))
        var waiting: [(cause: CauseGroup, change: PlannedChange, round: Int)] = []
        var hard: [CauseGroup] = []
        for cause in causes {
            if let change = try attempt(cause) { waiting.append((cause, change, 0)) } else { hard.append(cause) }
        }
        var made: [PlannedChange] = []
        while let best = waiting.indices.max(by: { Self.isBefore(waiting[$1], waiting[$0], causes) }) {
            let leader = waiting.remove(at: best)
            if leader.round == made.count {
                try folder.keep(leader.change.edits)
                made.append(leader.change)
                made[made.count - 1].group = leader.cause
            } else if let group = find(leader.cause) {
                if let change = try attempt(group) {
                    waiting.append((leader.cause, change, made.count))
                } else {
                    hard.append(leader.cause)
                }
            }
            // What could not be edited for what stood beside it may be now.
            guard waiting.isEmpty else { continue }
            let again = hard
            hard = []
            for cause in again where !made.isEmpty {
                guard let group = find(cause), let change = try attempt(group) else {
                    hard.append(cause)
                    continue
                }
                waiting.append((cause, change, made.count))
            }
            if made.isEmpty { hard = again }
        }
        return plan(causes, made, hard, of: all.count)
    }

    /// The change of a cause that is still open, by the copy as it is now.
    func attempt(_ group: CauseGroup) throws -> PlannedChange? {
        try Attempt(folder: folder, group: group).change()
    }

    /// The cause as it stands now; nil when it is closed.
    func find(_ cause: CauseGroup) -> CauseGroup? {
        folder.causes.first { $0.overlaps(cause) }
    }

    private func plan(
        _ causes: [CauseGroup], _ made: [PlannedChange], _ hard: [CauseGroup], of total: Int
    ) -> ChangePlan {
        // What is left of a cause whose heaviest gap is closed weighs what it weighs by itself.
        var left: [CauseGroup] = []
        for cause in hard {
            guard let rest = find(cause), rest.head.severity >= least, !left.contains(where: { $0.overlaps(rest) })
            else {
                continue
            }
            left.append(rest)
        }
        let open = Set(folder.causes.flatMap(\.gaps).map(\.id))
        let byHand = left.map { PlannedChange(group: $0, edits: [], difference: nil) }
        let changes = (made + byHand).enumerated().sorted {
            ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset)
        }
        // Edits stay in the order in which each was tried.
        var rest = made[...]
        let ordered = changes.map { $0.element.edits.isEmpty ? $0.element : rest.removeFirst() }
        return ChangePlan(
            changes: ordered, causes: causes, total: total, closed: causes.filter { !open.contains($0.head.id) },
            edits: folder.edits)
    }

    private static func isBefore(
        _ left: (cause: CauseGroup, change: PlannedChange, round: Int),
        _ right: (cause: CauseGroup, change: PlannedChange, round: Int), _ causes: [CauseGroup]
    ) -> Bool {
        if left.change.weight != right.change.weight { return left.change.weight > right.change.weight }
        let place = { (cause: CauseGroup) in causes.firstIndex { $0.head.id == cause.head.id } ?? 0 }
        return place(left.cause) < place(right.cause)
    }
}
