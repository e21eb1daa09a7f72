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

    /// A cause with the change that is tried next for it, and how many were made when it was tried.
    private typealias Candidate = (cause: CauseGroup, change: PlannedChange, round: Int)

    /// The plan; the copy has all its edits then.
    func plan() throws -> ChangePlan {
        let all = folder.causes.filter { $0.head.severity >= least }
        let causes = Array(all.prefix(limit))
        var waiting: [Candidate] = []
        // Causes without an edit, and how many were made when none was found.
        var hard: [(cause: CauseGroup, round: Int)] = []
        var made: [PlannedChange] = []
        func consider(_ cause: CauseGroup) throws {
            if let change = try attempt(cause) {
                waiting.append((cause, change, made.count))
            } else {
                hard.append((cause, made.count))
            }
        }
        for cause in causes { try consider(cause) }
        while let best = waiting.indices.max(by: { Self.isBefore(waiting[$1], waiting[$0], causes) }) {
            let leader = waiting.remove(at: best)
            if leader.round == made.count {
                try folder.keep(leader.change.edits)
                made.append(headed(leader.change))
                // What of it stays open may have an edit of its own.
                hard.append((leader.cause, made.count - 1))
                // What had been said by it until now is no cause that was counted, and may have an edit all the same.
                let shown = Set(leader.change.shown.map(\.id))
                let ids = folder.current.assessment.gaps.map(\.id).filter { shown.contains($0.rawValue) }
                for cause in folder.open(Set(ids)) where cause.head.severity >= least { try consider(cause) }
            } else {
                try consider(leader.cause)
            }
            // What could not be edited for what stood beside it may be now.
            guard waiting.isEmpty else { continue }
            let again = hard
            hard = again.filter { $0.round == made.count }
            for entry in again where entry.round < made.count && isOpen(entry.cause) { try consider(entry.cause) }
        }
        return plan(causes, made, of: all.count)
    }

    /// The change of a cause, or of what of it is still open, by the copy as it is now.
    ///
    /// Where nothing closes what its head says, something lighter that rests on the same places may have an edit.
    func attempt(_ cause: CauseGroup) throws -> PlannedChange? {
        var ids = cause.ids
        while !ids.isEmpty {
            let groups = folder.open(ids).filter { weight(of: $0) >= least }
            for group in groups {
                if let change = try Attempt(folder: folder, group: group).change() { return change }
            }
            let heads = groups.flatMap { $0.heads(in: $0.gaps) }
            guard !heads.isEmpty else { return nil }
            ids.subtract(heads.map(\.id))
        }
        return nil
    }

    /// Whether anything of a cause is open by the copy as it is now.
    func isOpen(_ cause: CauseGroup) -> Bool { folder.open(cause.ids).contains { weight(of: $0) >= least } }

    /// Whether anything of a cause was open before any edit: some shows only once an edit is made.
    func wasOpen(_ cause: CauseGroup) -> Bool { !folder.original(cause.ids).isEmpty }

    /// What the heaviest gap of a group weighed before any change.
    private func weight(of group: CauseGroup) -> Severity {
        folder.original(group.ids).first?.head.severity ?? group.head.severity
    }

    /// A change under the heaviest cause that it closes.
    private func headed(_ change: PlannedChange) -> PlannedChange {
        let closed = Set(change.closed.map(\.id))
        let ids = folder.before.assessment.gaps.map(\.id).filter { closed.contains($0.rawValue) }
        let groups = folder.original(Set(ids))
        let heaviest = groups.filter { $0.head.severity == groups.first?.head.severity }
        let cause = change.cause
        var headed = change
        headed.group = heaviest.first { $0.overlaps(cause) } ?? heaviest.first ?? cause
        // A cause that shows only since an edit was made stands under its own name.
        if !wasOpen(cause), cause.head.severity > headed.group.head.severity { headed.group = cause }
        return headed
    }

    private func plan(_ causes: [CauseGroup], _ made: [PlannedChange], of total: Int) -> ChangePlan {
        let open = Set(folder.current.assessment.gaps.map(\.id))
        // What is left is said as it stands in the files now, not as the edits would leave it.
        let left = folder.original(Set(causes.flatMap(\.ids)).intersection(open))
        let byHand = left.filter { $0.head.severity >= least }.map { PlannedChange($0) }
        let changes = (made + byHand).enumerated().sorted {
            ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset)
        }
        // Edits stay in the order in which each was tried.
        var rest = made[...]
        let ordered = changes.map { $0.element.edits.isEmpty ? $0.element : rest.removeFirst() }
        return ChangePlan(
            changes: ordered, causes: causes, least: least, total: total,
            closed: causes.filter { !open.contains($0.head.id) }, edits: folder.edits)
    }

    /// What closes the heaviest goes first, then what is about it alone: what can be chosen apart stays apart.
    private static func isBefore(_ left: Candidate, _ right: Candidate, _ causes: [CauseGroup]) -> Bool {
        let place = { (cause: CauseGroup) in causes.firstIndex { $0.head.id == cause.head.id } ?? causes.count }
        let rank = { (one: Candidate) in
            (one.change.heaviest, one.cause.head.severity, -one.change.besides, one.change.weight)
        }
        return rank(left) == rank(right) ? place(left.cause) < place(right.cause) : rank(left) > rank(right)
    }
}
