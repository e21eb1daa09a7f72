internal import Compliance
internal import Tracking

/// What an assessment of a copy says, as far as edits are judged by it.
struct Trial {
    let assessment: Assessment
    let snapshot: Snapshot
    /// How many rows of an agent fail a check.
    ///
    /// Gaps would not do: one that goes away may show another, which was there before and was said by it.
    private let failing: [Fact.Key: Int]
    /// Checks that say something of an agent, and those that it passes.
    private let applicable: Set<Fact.Key>
    private let passed: Set<Fact.Key>

    init(_ assessment: Assessment) {
        self.assessment = assessment
        snapshot = Snapshot(assessment)
        var failing: [Fact.Key: Int] = [:]
        var applicable: Set<Fact.Key> = []
        var passed: Set<Fact.Key> = []
        for result in assessment.checks {
            let key = Fact.Key(.check, agent: result.agent.rawValue, result.check.rawValue)
            if result.verdict != .notApplicable { applicable.insert(key) }
            if result.verdict == .satisfied { passed.insert(key) }
            let count = result.findings.count { $0.verdict == .notSatisfied }
            if count > 0 { failing[key] = count }
        }
        self.failing = failing
        self.applicable = applicable
        self.passed = passed
    }

    /// Whether no check that said something fails on more rows than before, none that passed is open now, and no agent
    /// or file went out of sight.
    ///
    /// A check that did not apply may now: whether a lock on approvals is there is asked once they are on again.
    func isNoWorse(than before: Trial) -> Bool {
        failing.allSatisfy { key, count in
            count <= before.failing[key] ?? 0 || !before.applicable.contains(key)
        } && before.passed.allSatisfy { passed.contains($0) || !applicable.contains($0) }
            && before.assessment.agents.allSatisfy { agent in assessment.agents.contains { $0.id == agent.id } }
            && unread <= before.unread
    }

    /// How many gaps stand for files that could not be read.
    private var unread: Int { assessment.gaps.count { $0.cause == .unreadEvidence } }

    /// Whether a check fails on fewer rows of an agent than before.
    func mends(_ check: CheckID, of agent: AgentID, since before: Trial) -> Bool {
        let key = Fact.Key(.check, agent: agent.rawValue, check.rawValue)
        return failing[key] ?? 0 < before.failing[key] ?? 0
    }

    /// Whether an agent passes a check.
    func passes(_ check: CheckID, of agent: AgentID) -> Bool {
        passed.contains(Fact.Key(.check, agent: agent.rawValue, check.rawValue))
    }
}
