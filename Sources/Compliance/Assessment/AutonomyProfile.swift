/// How autonomous its configuration lets an agent be, and whether its guardrails match that.
///
/// Autonomous behaviour is run-time decision-making in which the actor chooses its actions, their sequence, its tools
/// and its timing without a human approval gate.
public struct AutonomyProfile: Sendable, Hashable {
    /// What an agent may choose for itself.
    public enum Freedom: String, Sendable, Hashable, Codable, CaseIterable {
        case actions, sequence, tools, timing
    }

    /// What keeps an autonomous agent within bounds.
    public enum Guardrail: String, Sendable, Hashable, Codable, CaseIterable {
        case restrictedTools = "restricted-tools"
        case restrictedScope = "restricted-scope"
        case approvals
        case actionLog = "action-log"
        case quickRevocation = "quick-revocation"
    }

    /// What an agent is, from its freedoms and gates.
    public enum Class: String, Sendable, Hashable, Codable {
        /// Every step is fixed beforehand.
        case scripted
        /// It chooses, and a person decides before consequential actions.
        case supervised
        /// It chooses and acts on consequential actions without a person.
        case autonomous
        /// The evidence does not tell.
        case unknown
    }

    /// One question about the agent and its answer.
    public struct Answer: Sendable, Hashable {
        /// Yes, no, or nil when the evidence does not tell.
        public let holds: Bool?
        /// What the answer rests on, in one sentence.
        public let because: String
        /// The places it rests on.
        public let citations: [Citation]

        /// An answer.
        public init(holds: Bool?, because: String, citations: [Citation]) {
            self.holds = holds
            self.because = because
            self.citations = citations
        }
    }

    /// The agent.
    public let agent: AgentID
    /// What it may choose.
    public let freedoms: [Freedom: Answer]
    /// Whether a person stands before its consequential actions.
    public let gate: Answer
    /// What it is.
    public let autonomy: Class
    /// Which guardrails stand.
    public let guardrails: [Guardrail: Answer]
    /// Whether it is an autonomous agent that is run like a fixed-function service account: broad, standing credentials.
    public let misapplied: Answer
    /// What logs of its actions say of the same; nil where none was given.
    public let observed: ObservedAutonomy?

    /// A profile.
    public init(
        agent: AgentID, freedoms: [Freedom: Answer], gate: Answer, autonomy: Class, guardrails: [Guardrail: Answer],
        misapplied: Answer, observed: ObservedAutonomy? = nil
    ) {
        self.agent = agent
        self.freedoms = freedoms
        self.gate = gate
        self.autonomy = autonomy
        self.guardrails = guardrails
        self.misapplied = misapplied
        self.observed = observed
    }
}
