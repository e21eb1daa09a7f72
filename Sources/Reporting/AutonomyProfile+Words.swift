internal import Compliance

extension AutonomyProfile.Class {
    /// The class in one sentence.
    var sentence: String {
        switch self {
        case .scripted: "scripted: every step is fixed beforehand"
        case .supervised: "supervised: it chooses, and a person decides before consequential actions"
        case .autonomous: "autonomous: it chooses and acts on consequential actions without a person"
        case .unknown: "unknown: the evidence does not tell how autonomous it is"
        }
    }
}

extension AutonomyProfile.Freedom {
    /// The freedom as a question about the agent.
    var question: String {
        switch self {
        case .actions: "It chooses its actions"
        case .sequence: "It chooses their sequence"
        case .tools: "It chooses its tools"
        case .timing: "It chooses its timing"
        }
    }
}

extension AutonomyProfile.Guardrail {
    /// The guardrail as a question about the agent.
    var question: String {
        switch self {
        case .restrictedTools: "Its tools are restricted"
        case .restrictedScope: "Its scope is restricted"
        case .approvals: "Consequential actions need approval"
        case .actionLog: "Every action is logged"
        case .quickRevocation: "Its access can be revoked in minutes"
        }
    }
}

extension AutonomyProfile {
    /// Every question with its answer, in a fixed order; a guardrail nobody looked at is not known.
    var answers: [(group: String, question: String, answer: Answer?)] {
        Freedom.allCases.map { ("Freedom", $0.question, freedoms[$0]) }
            + [("Gate", "A person stands before its consequential actions", gate)]
            + Guardrail.allCases.map { ("Guardrail", $0.question, guardrails[$0]) }
            + [("Misapplication", "It runs like a service account: broad, standing credentials", misapplied)]
    }
}

extension ObservedAutonomy {
    /// What was seen, in one sentence.
    var sentence: String {
        let parts = [
            (counts.asked, "asked for"), (counts.unasked, "let through without a question"), (counts.denied, "refused"),
            (counts.untold, "of which the log does not say who decided"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        let span = from.flatMap { from in to.map { " from \(from) to \($0)" } } ?? ""
        guard counts.all > 0 else { return "no action" }
        return "\(Counted.of(counts.all, "action")) with \(Counted.of(tools, "tool"))\(span): "
            + parts.joined(separator: ", ")
    }
}

extension AutonomyProfile.Answer {
    /// `yes`, `no` or `not known`.
    var word: String { holds.map { $0 ? "yes" : "no" } ?? "not known" }
}
