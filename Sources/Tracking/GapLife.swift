internal import Compliance

/// What an assessment makes of a gap: the next state, and what is said of it.
///
/// A gap closes only when the assessment looked: its check is decided otherwise, or does not apply any more. What could
/// not be read closes nothing, and what is deleted with its agent is gone, not closed.
struct GapLife {
    let snapshot: Snapshot
    /// Days to close a new gap, by severity.
    let policy: DuePolicy

    /// What happened, and why.
    typealias Step = (kind: GapEvent.Kind, text: String)

    /// The gap when it is seen for the first time.
    func opened(_ seen: Snapshot.SeenGap) -> (TrackedGap, [Step]) {
        var gap = TrackedGap(
            id: seen.id, agent: seen.agent, check: seen.check, cause: seen.cause, severity: seen.severity,
            title: seen.title, place: seen.place, state: .open, since: snapshot.at, openedAt: snapshot.at,
            seenAt: snapshot.at, regressions: 0, waivedUntil: nil, owner: seen.owner,
            due: policy.date(seen.severity, from: snapshot.at), ticket: nil)
        var steps: [Step] = [(.opened, seen.title)]
        waive(&gap, by: seen, &steps)
        return (gap, steps)
    }

    /// The gap when it is seen again.
    func seen(_ seen: Snapshot.SeenGap, _ before: TrackedGap) -> (TrackedGap, [Step]) {
        var gap = before
        var steps: [Step] = []
        (gap.title, gap.place, gap.seenAt) = (seen.title, seen.place, snapshot.at)
        gap.owner = before.owner ?? seen.owner
        if seen.severity != before.severity {
            steps.append((.reweighed, "\(before.severity.rawValue) before, \(seen.severity.rawValue) now"))
            if seen.severity > before.severity {
                gap.due = [gap.due, policy.date(seen.severity, from: snapshot.at)].compactMap(\.self).min()
            }
            gap.severity = seen.severity
        }
        switch before.state {
        case .closed, .gone:
            gap.regressions += 1
            gap.openedAt = snapshot.at
            gap.due = policy.date(seen.severity, from: snapshot.at)
            move(&gap, to: .open)
            steps.append((.regressed, "it was \(before.state.rawValue) since \(before.since.prefix(10))"))
        case .done:
            move(&gap, to: .open)
            steps.append((.stillOpen, "it was said to be done on \(before.since.prefix(10))"))
        case .unconfirmed:
            move(&gap, to: .open)
            steps.append((.stillOpen, "it could not be seen since \(before.since.prefix(10))"))
        case .waived where seen.waivedUntil == nil:
            move(&gap, to: .open)
            steps.append((.waiverExpired, lapse(of: before)))
            gap.waivedUntil = nil
        case .open, .waived: break
        }
        waive(&gap, by: seen, &steps)
        return (gap, steps)
    }

    /// The gap when it is not among those that were seen.
    func missed(_ before: TrackedGap) -> (TrackedGap, [Step]) {
        var gap = before
        let (state, text) = whereabouts(of: before)
        guard state != before.state, before.state.isPending else { return (gap, []) }
        let kind: GapEvent.Kind = state == .closed ? .closed : state == .gone ? .gone : .unconfirmed
        move(&gap, to: state)
        gap.waivedUntil = nil
        return (gap, [(kind, text)])
    }

    /// Whether its check was decided, and how.
    private func whereabouts(of gap: TrackedGap) -> (TrackedGap.State, String) {
        guard snapshot.hasAgent(gap.agent) else { return (.gone, "\(gap.agent) was not found") }
        guard !gap.check.isEmpty else { return (.closed, "nothing of it was found") }
        guard snapshot[.rule, "", gap.check] != nil else {
            return (.unconfirmed, "\(gap.check) was not made in this assessment")
        }
        let verdict = snapshot[.check, gap.agent, gap.check]
        switch verdict?.value ?? Verdict.notApplicable.rawValue {
        case Verdict.satisfied.rawValue: return (.closed, "\(gap.check) is satisfied")
        case Verdict.notApplicable.rawValue: return (.closed, "there is nothing left that \(gap.check) applies to")
        case Verdict.notSatisfied.rawValue where gap.cause != Gap.Cause.failingCheck.rawValue:
            return (.closed, "\(gap.check) could be decided: it fails")
        default:
            let reason = verdict?.reason ?? ""
            return (.unconfirmed, "\(gap.check) could not be decided" + (reason.isEmpty ? "" : ": \(reason)"))
        }
    }

    private func waive(_ gap: inout TrackedGap, by seen: Snapshot.SeenGap, _ steps: inout [Step]) {
        guard let until = seen.waivedUntil, gap.state != .waived || gap.waivedUntil != until else { return }
        if gap.state != .waived { move(&gap, to: .waived) }
        gap.waivedUntil = until
        steps.append((.waived, "until \(until)"))
    }

    /// Why the waiver of a gap does not hold: its date, what was said of it, or that it is not there.
    private func lapse(of gap: TrackedGap) -> String {
        let lapsed = snapshot.facts.filter { key, fact in
            key.facet == .waiver
                && (key.name.hasPrefix(gap.id) || key.agent == gap.agent && key.name.hasPrefix(gap.check))
                && fact.value != "holds"
        }
        if let said = lapsed.min(by: { $0.key < $1.key }) { return "the waiver \(said.value.value)" }
        return "the waiver was taken away"
    }

    private func move(_ gap: inout TrackedGap, to state: TrackedGap.State) {
        gap.state = state
        gap.since = snapshot.at
    }
}
