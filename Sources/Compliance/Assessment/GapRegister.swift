/// Everything open in an assessment: what rests on evidence, heaviest first, then what waits for a statement, agent by agent.
///
/// Open questions become gaps when they are looked at: a fleet has hundreds of thousands.
public struct GapRegister: RandomAccessCollection, Sendable {
    private let assessment: Assessment
    private let owners: [AgentID: String]

    init(_ assessment: Assessment) {
        self.assessment = assessment
        owners = Dictionary(
            assessment.agents.compactMap { agent in agent.owner.map { (agent.id, $0) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// The first position.
    public var startIndex: Int { 0 }
    /// The position after the last.
    public var endIndex: Int { assessment.gaps.count + assessment.questions.count }

    /// The gap at a position.
    public subscript(position: Int) -> Gap {
        position < assessment.gaps.count
            ? assessment.gaps[position] : gap(for: assessment.questions[position - assessment.gaps.count])
    }

    /// The gap that an open question is: of severity `info`, since nobody has looked and nothing was found.
    private func gap(for question: OpenQuestion) -> Gap {
        let control = assessment.catalog.control(question.control)
        return Gap(
            id: assessment.system.map(question.id.inSystem) ?? question.id, agent: question.agent,
            cause: .missingStatement, check: nil, severity: .info,
            title: "\(question.control.item): \(control?.title ?? "")",
            detail: control.map { ["a statement: \($0.demand)"] } ?? [],
            remediation: "Have the person responsible state it in statements.yaml for \(question.control).",
            controls: [question.control], citations: [], valueDigest: "", waiver: nil, owner: owners[question.agent])
    }
}

extension Assessment {
    /// Everything open.
    public var register: GapRegister { GapRegister(self) }
}
