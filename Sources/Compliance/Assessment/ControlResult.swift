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
    /// Checks mapped to the item that bear on this agent, sorted; checks that do not apply are left out.
    public let checks: [CheckVerdict]
    /// Statements that count for the item, as positions in `Assessment.statements`.
    public let statements: [Int]
    /// What was not shown; empty when nothing is missing.
    public let missing: [Missing]
    /// What mappings from other items say of an item that is undetermined; the verdict stays as it is.
    public let inferred: InferredVerdict?

    /// A result.
    public init(
        control: ControlID, agent: AgentID, verdict: Verdict, extent: Extent, checks: [CheckVerdict],
        statements: [Int], missing: [Missing], inferred: InferredVerdict? = nil
    ) {
        self.control = control
        self.agent = agent
        self.verdict = verdict
        self.extent = extent
        self.checks = checks
        self.statements = statements
        self.missing = missing
        self.inferred = inferred
    }

    /// The same result with an inferred verdict beside its own.
    func marked(_ inferred: InferredVerdict) -> ControlResult {
        ControlResult(
            control: control, agent: agent, verdict: verdict, extent: extent, checks: checks, statements: statements,
            missing: missing, inferred: inferred)
    }

    /// The checks that gave a verdict, sorted.
    public func checks(_ verdict: Verdict) -> [CheckID] {
        checks.lazy.filter { $0.verdict == verdict }.map(\.check)
    }
}

/// A check and what it said of an agent.
public struct CheckVerdict: Sendable, Hashable {
    /// The check.
    public let check: CheckID
    /// What it said.
    public let verdict: Verdict

    /// A verdict of a check.
    public init(_ check: CheckID, _ verdict: Verdict) {
        self.check = check
        self.verdict = verdict
    }
}
