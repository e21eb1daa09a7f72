internal import Compliance

/// What is open on one agent, by framework item.
struct OpenItems {
    private let index: AssessmentIndex
    private let gaps: [ControlID: [Gap]]

    init(of agent: AgentID, in index: AssessmentIndex) {
        self.index = index
        var gaps: [ControlID: [Gap]] = [:]
        for gap in index.gaps(of: agent) {
            for control in gap.controls { gaps[control, default: []].append(gap) }
        }
        self.gaps = gaps
    }

    /// The gaps that leave an item open, heaviest first.
    func gaps(_ control: ControlID) -> [Gap] { gaps[control] ?? [] }

    /// The heaviest severity that is open on an item.
    func severity(_ control: ControlID) -> Severity? { gaps(control).map(\.severity).max() }

    /// The waivers that accept an item's failure: none when anything that fails it is not accepted.
    func waivers(_ result: ControlResult) -> [Waiver] {
        guard result.verdict == .notSatisfied else { return [] }
        let failing = gaps(result.control).filter { $0.cause == .failingCheck || $0.cause == .contradictedStatement }
        let held = failing.compactMap { index.waiver(of: $0) }.filter(\.holds)
        // A check that fails the item and has no gap here was not accepted either.
        let accepted = Set(failing.compactMap(\.check))
        let isWhole =
            held.count == failing.count && result.checks(.notSatisfied).allSatisfy(accepted.contains)
            && !result.missing.contains { if case .parts = $0 { true } else { false } }
        return isWhole ? held : []
    }
}

extension AssessmentIndex {
    /// The gap that a check's failure on an agent is.
    func gap(_ check: CheckID, of agent: AgentID) -> Gap? {
        gaps(of: agent).first { $0.cause == .failingCheck && $0.check == check }
    }

    /// The waiver that holds for a check's failure on an agent.
    func heldWaiver(_ check: CheckID, of agent: AgentID) -> Waiver? {
        gap(check, of: agent).flatMap { waiver(of: $0) }.flatMap { $0.holds ? $0 : nil }
    }
}
