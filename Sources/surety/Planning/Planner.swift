internal import Compliance
internal import Documents
internal import Reporting
internal import Tracking

/// Finds changes, tries those that can be tried, and puts the most useful first.
///
/// An edit takes away what a file grants: a rule that allows, a setting that switches a question off. It is offered only
/// when an assessment of a copy with it closes what it is for and makes nothing worse.
struct Planner {
    let assessment: Assessment
    let folder: String
    let trial: TrialFolder?

    /// Tables whose rows are grants: without the line the product asks, or refuses.
    private static let grants: Set<Table> = [.permission, .approval, .setting]

    /// The changes for causes at or above a severity, the most useful first.
    func changes(from severity: Severity, limit: Int) throws -> [PlannedChange] {
        let groups = CauseGroup.all(in: assessment).filter {
            $0.origin != .unknown && !$0.isAccepted && $0.head.severity >= severity
        }
        let changes = try groups.prefix(limit).map(change)
        return changes.enumerated().sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }.map(
            \.element)
    }

    private func change(_ group: CauseGroup) throws -> PlannedChange {
        let byHand = PlannedChange(group: group, edits: [], difference: nil)
        guard let trial, group.origin == .written, let edits = edits(for: group) else { return byHand }
        let after = try trial.assess(edits)
        let isMended = group.gaps.allSatisfy { gap in
            gap.check.map { after.mends($0, of: gap.agent, since: trial.before) } ?? false
        }
        guard isMended, after.isNoWorse(than: trial.before) else { return byHand }
        let change = PlannedChange(
            group: group, edits: edits, difference: Difference(from: trial.before.snapshot, to: after.snapshot))
        // What shows once the cause is gone weighs less than the cause.
        return change.shown.allSatisfy { $0.severity < group.head.severity } ? change : byHand
    }

    /// The removal of every line that the group's grants rest on; nil when one of them is no grant, or in no JSON file.
    private func edits(for group: CauseGroup) -> [PlannedChange.Edit]? {
        let grants = group.gaps.filter { gap in
            gap.cause == .failingCheck
                && gap.check.flatMap { assessment.catalog.check($0) }.map { Self.grants.contains($0.subject) } ?? false
        }
        guard grants.contains(where: { $0.id == group.head.id }) else { return nil }
        var pointers: [String: Set<String>] = [:]
        for result in assessment.checks
        where grants.contains(where: { $0.agent == result.agent && $0.check == result.check }) {
            for finding in result.findings where finding.verdict == .notSatisfied {
                guard let place = finding.citations.first, let pointer = place.pointer, !pointer.isEmpty else {
                    return nil
                }
                pointers[place.artifact, default: []].insert(pointer)
            }
        }
        let edits = pointers.sorted { $0.key < $1.key }.map { path, pointers -> PlannedChange.Edit? in
            guard path.hasSuffix(".json") || path.hasSuffix(".jsonc"), let before = FileBytes.read(folder + "/" + path),
                before.first != 0xEF, let after = JSONEdit.removing(Array(pointers), from: before)
            else { return nil }
            return PlannedChange.Edit(path: path, pointers: pointers.sorted(), before: before, after: after)
        }
        let whole = edits.compactMap(\.self)
        return whole.isEmpty || whole.count < edits.count ? nil : whole
    }
}
