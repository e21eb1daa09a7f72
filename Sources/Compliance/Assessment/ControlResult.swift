/// The verdict of one framework item for one agent.
public struct ControlResult: Sendable, Hashable {
    /// How much of the item was shown.
    public enum Extent: String, Sendable, Hashable, Codable {
        /// Everything that the item requires.
        case full
        /// Some of it; `missing` says what is not.
        case partial
        /// Nothing.
        case none
    }

    /// The item.
    public let control: ControlID
    /// The agent.
    public let agent: AgentID
    /// What the evidence says of it.
    public let verdict: Verdict
    /// How much of it was shown.
    public let extent: Extent
    /// Checks mapped to the item that bear on this agent, by verdict; checks that do not apply are left out.
    public let checks: [Verdict: [CheckID]]
    /// Statements that count for the item, as positions in `Assessment.statements`.
    public let statements: [Int]
    /// What was not shown, in words; empty when nothing is missing.
    public let missing: [String]

    /// A result.
    public init(
        control: ControlID, agent: AgentID, verdict: Verdict, extent: Extent, checks: [Verdict: [CheckID]],
        statements: [Int], missing: [String]
    ) {
        self.control = control
        self.agent = agent
        self.verdict = verdict
        self.extent = extent
        self.checks = checks
        self.statements = statements
        self.missing = missing
    }
}
