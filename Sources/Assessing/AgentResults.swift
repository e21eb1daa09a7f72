internal import Compliance

/// The results of all framework items for one agent, in published order.
struct AgentResults: Sendable {
    /// The results.
    let controls: [ControlResult]
    /// Positions of those that wait for a person's statement.
    private let waiting: [Int]

    init(_ controls: [ControlResult]) {
        self.controls = controls
        waiting = controls.indices.filter { position in
            controls[position].verdict == .undetermined && controls[position].missing.contains(where: \.isStatement)
        }
    }

    private init(_ controls: [ControlResult], waiting: [Int]) {
        self.controls = controls
        self.waiting = waiting
    }

    /// What only a person can show of the agent, and nobody has stated.
    var questions: [OpenQuestion] {
        waiting.map { OpenQuestion(agent: controls[$0].agent, control: controls[$0].control) }
    }

    /// The same said of another agent.
    func said(of agent: AgentID) -> AgentResults {
        AgentResults(controls.map { $0.said(of: agent) }, waiting: waiting)
    }
}

extension Missing {
    fileprivate var isStatement: Bool {
        if case .statement = self { true } else { false }
    }
}
