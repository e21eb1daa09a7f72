/// What only a person can show of a framework item for one agent, and nobody has stated.
///
/// A fleet has hundreds of thousands; each is two identifiers, and becomes a gap when it is written.
public struct OpenQuestion: Sendable, Hashable {
    /// The agent.
    public let agent: AgentID
    /// The item that waits.
    public let control: ControlID

    /// An open question.
    public init(agent: AgentID, control: ControlID) {
        self.agent = agent
        self.control = control
    }

    /// Identifier of the gap, stable from run to run.
    public var id: GapID { GapID(of: agent, .missingStatement, key: control.rawValue) }
}

extension Assessment {
    /// Everything open: what rests on evidence, heaviest first, then what waits for a statement, agent by agent.
    public var register: some Sequence<Gap> {
        let owners = Dictionary(agents.map { ($0.id, $0.owner) }, uniquingKeysWith: { first, _ in first })
        let waiting = questions.lazy.map { gap(for: $0, owner: owners[$0.agent] ?? nil) }
        return [AnySequence(gaps), AnySequence(waiting)].lazy.joined()
    }

    /// The gap that an open question is: of severity `info`, since nobody has looked and nothing was found.
    private func gap(for question: OpenQuestion, owner: String?) -> Gap {
        let control = catalog.control(question.control)
        return Gap(
            id: system.map(question.id.inSystem) ?? question.id, agent: question.agent, cause: .missingStatement,
            check: nil, severity: .info,
            title: "\(question.control.item): \(control?.title ?? "")",
            detail: control.map { ["a statement: \($0.demand)"] } ?? [],
            remediation: "Have the person responsible state it in statements.yaml for \(question.control).",
            controls: [question.control], citations: [], valueDigest: "", waiver: nil, owner: owner)
    }
}
