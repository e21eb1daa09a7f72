internal import Compliance
internal import Reporting
internal import Tracking

/// The edits for one cause, tried one way after the other.
struct Attempt {
    let folder: TrialFolder
    let group: CauseGroup
    private let before: Trial

    init(folder: TrialFolder, group: CauseGroup) {
        self.folder = folder
        self.group = group
        before = folder.current
    }

    /// What the cause weighs, other edits left aside that take some of its weight away.
    private var weight: Severity {
        let original = folder.before.assessment.gaps.first { $0.id == group.head.id }
        return max(group.head.severity, original?.severity ?? .info)
    }

    /// What has to close in a part of the group: what its head says, and not all that rests on the same places.
    private func heads(_ part: CauseGroup.Part) -> [Gap] { group.heads(in: part.gaps) }

    /// The first way that holds; nil when none does.
    func change() throws -> PlannedChange? {
        guard group.head.cause == .failingCheck else { return nil }
        let ways = group.parts.map(proposals)
        if group.parts.count > 1, ways.allSatisfy({ !$0.isEmpty }) {
            let all = ways.compactMap(\.first).reduce(Proposal() as Proposal?) { $0?.joined($1) }
            if let all, let change = try hold(all, group.parts) { return change }
        }
        // Part by part: what one agent's file cannot say, another's may.
        var held: [(part: CauseGroup.Part, proposal: Proposal, change: PlannedChange)] = []
        for (part, ways) in zip(group.parts, ways) {
            for way in ways {
                guard let change = try hold(way, [part]) else { continue }
                held.append((part, way, change))
                break
            }
        }
        guard held.count > 1 else { return held.first?.change }
        let all = held.map(\.proposal).reduce(Proposal() as Proposal?) { $0?.joined($1) }
        return try all.flatMap { try hold($0, held.map(\.part)) } ?? held.first?.change
    }

    /// What the remedies show, then what takes the grant of the head away, then what takes all away, then both.
    private func proposals(_ part: CauseGroup.Part) -> [Proposal] {
        let edit = RemedyEdit(assessment: before.assessment, folder: folder)
        let heads = heads(part)
        var ways = heads.first.map(edit.proposals) ?? []
        // What rests on the same places as well has remedies of its own.
        let all = part.gaps.map(edit.proposals).compactMap(\.first)
        if all.count > 1, let joined = all.reduce(Proposal() as Proposal?, { $0?.joined($1) }) { ways.append(joined) }
        guard group.origin == .written else { return ways.unique }
        let remedies = ways
        let values = ValueEdit(assessment: before.assessment, folder: folder)
        ways += values.proposals(for: heads, of: part.agent)
        let removal = GrantRemoval(assessment: before.assessment, folder: folder)
        var removals: [Proposal] = []
        for gaps in [heads, part.gaps] {
            removals += [true, false].compactMap { removal.proposal(for: gaps, of: part.agent, turning: $0) }
        }
        let both = remedies.flatMap { remedy in removals.suffix(1).compactMap { remedy.joined($0) } }
        return (ways + removals + both).unique
    }

    private func hold(_ proposal: Proposal, _ parts: [CauseGroup.Part]) throws -> PlannedChange? {
        guard let edits = proposal.edits(of: folder), edits.allSatisfy({ folder.isSafe($0.path) }) else { return nil }
        let after = try folder.assess(edits)
        let open = Set(after.assessment.gaps.map(\.id))
        let isMended =
            parts.allSatisfy { !heads($0).isEmpty }
            && parts.flatMap(heads).allSatisfy { gap in
                guard let check = gap.check, !open.contains(gap.id) else { return false }
                // Where the row itself went, and it was no grant, nothing is better: it is not asked any more.
                return after.mends(check, of: gap.agent, since: before)
                    && (!proposal.hides || after.passes(check, of: gap.agent))
            }
        guard isMended, after.isNoWorse(than: before) else { return nil }
        var change = PlannedChange(
            group, edits: edits, difference: Difference(from: before.snapshot, to: after.snapshot))
        // What shows once the cause is gone, or weighs more then, weighs less than the cause.
        let later = change.shown + change.heavier.map(\.after)
        guard later.allSatisfy({ $0.severity < weight }) else { return nil }
        change.stays = group.gaps.filter { open.contains($0.id) }
        change.tasks = proposal.tasks
        return change
    }
}

extension Array where Element: Equatable {
    /// Each once, in their order.
    var unique: [Element] { reduce(into: []) { all, one in if !all.contains(one) { all.append(one) } } }
}
