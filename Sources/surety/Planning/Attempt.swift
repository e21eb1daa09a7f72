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

    /// The first way that holds; nil when none does.
    func change() throws -> PlannedChange? {
        guard group.gaps.allSatisfy({ $0.cause == .failingCheck }) else { return nil }
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
        guard held.count > 1 else {
            return held.first.map { only in
                var change = only.change
                change.left = group.agents.filter { $0 != only.part.agent }
                return change
            }
        }
        let all = held.map(\.proposal).reduce(Proposal() as Proposal?) { $0?.joined($1) }
        guard let all, var change = try hold(all, held.map(\.part)) else { return held.first?.change }
        change.left = group.agents.filter { agent in !held.contains { $0.part.agent == agent } }
        return change
    }

    /// What the remedies show, then what takes the grant away, then both.
    private func proposals(_ part: CauseGroup.Part) -> [Proposal] {
        let edit = RemedyEdit(assessment: before.assessment, folder: folder)
        var remedies = part.gaps.first.map(edit.proposals) ?? []
        // What rests on the same places as well has remedies of its own.
        let all = part.gaps.map(edit.proposals).compactMap(\.first)
        if all.count > 1, let joined = all.reduce(Proposal() as Proposal?, { $0?.joined($1) }) {
            remedies.append(joined)
        }
        guard group.origin == .written else { return remedies }
        let removal = GrantRemoval(assessment: before.assessment, folder: folder)
        let removals = [true, false].compactMap { removal.proposal(for: part, turning: $0) }
        let both = remedies.flatMap { remedy in removals.suffix(1).compactMap { remedy.joined($0) } }
        return remedies + removals + both
    }

    private func hold(_ proposal: Proposal, _ parts: [CauseGroup.Part]) throws -> PlannedChange? {
        guard let edits = proposal.edits(of: folder), edits.allSatisfy({ folder.isSafe($0.path) }) else { return nil }
        let after = try folder.assess(edits)
        let isMended = parts.flatMap(\.gaps).allSatisfy { gap in
            gap.check.map { after.mends($0, of: gap.agent, since: before) } ?? false
        }
        let isClosed = parts.compactMap(\.gaps.first).allSatisfy { head in
            !after.assessment.gaps.contains { $0.id == head.id }
        }
        guard isMended, isClosed, after.isNoWorse(than: before) else { return nil }
        let change = PlannedChange(
            group: group, edits: edits, difference: Difference(from: before.snapshot, to: after.snapshot))
        // What shows once the cause is gone, or weighs more then, weighs less than the cause.
        let later = change.shown + change.heavier.map(\.after)
        return later.allSatisfy { $0.severity < group.head.severity } ? change : nil
    }
}
