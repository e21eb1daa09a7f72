internal import Compliance

/// Why a register without rows would not mean that nothing is wrong.
struct RegisterDoubt {
    let facts: [(String, RegisterValue)]

    init(_ assessment: Assessment, _ index: AssessmentIndex, scope: RegisterLayout.Scope) {
        var facts: [(String, RegisterValue)] = []
        if assessment.agents.isEmpty {
            facts.append(("Caution", .text("No agent was found: nothing was assessed.")))
        }
        let doubt = assessment.doubt
        if !doubt.isEmpty { facts.append(("Caution", .text(doubt))) }
        let agents = assessment.agents.map(\.id)
        for framework in assessment.catalog.frameworks where !agents.isEmpty {
            let counts = index.tallies(of: framework, for: agents).map { $0.sentence(for: framework) }
            facts.append((framework.shortName, .text(counts.joined(separator: "; "))))
        }
        if scope == .weaknesses {
            let waiting = assessment.gaps.count { !$0.isWeakness } + assessment.questions.count
            facts.append(("Not assessed, and no rows here", .number(waiting)))
        }
        self.facts = facts
    }
}
