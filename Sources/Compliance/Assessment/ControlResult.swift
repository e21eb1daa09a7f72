/// The verdict of one framework item for one agent.
///
/// Agents of a fleet are configured alike, so what a result says is kept once and shared by the agents it is true of:
/// a fleet of a thousand has hundreds of thousands of results and a few thousand things to say.
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

    /// The agent.
    public let agent: AgentID
    private let content: Content

    /// A result.
    public init(
        control: ControlID, agent: AgentID, verdict: Verdict, extent: Extent, checks: [CheckVerdict],
        statements: [Int], missing: [Missing], inferred: InferredVerdict? = nil
    ) {
        self.agent = agent
        content = Content(
            control: control, verdict: verdict, extent: extent, checks: checks, statements: statements,
            missing: missing, inferred: inferred)
    }

    private init(_ content: Content, of agent: AgentID) {
        self.agent = agent
        self.content = content
    }

    /// The item.
    public var control: ControlID { content.control }
    /// What the evidence says of it.
    public var verdict: Verdict { content.verdict }
    /// How much of it was shown.
    public var extent: Extent { content.extent }
    /// Checks mapped to the item that bear on this agent, sorted; checks that do not apply are left out.
    public var checks: [CheckVerdict] { content.checks }
    /// Statements that count for the item, as positions in `Assessment.statements`.
    public var statements: [Int] { content.statements }
    /// What was not shown; empty when nothing is missing.
    public var missing: [Missing] { content.missing }
    /// What mappings from other items say of an item that is undetermined; the verdict stays as it is.
    public var inferred: InferredVerdict? { content.inferred }

    /// The same said of another agent, in the same storage.
    public func said(of agent: AgentID) -> ControlResult { ControlResult(content, of: agent) }

    /// Whether two results are known to say the same of their agents, without comparing what they say.
    public func sharesContent(with other: ControlResult) -> Bool { content === other.content }

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

extension ControlResult {
    /// What a result says, whoever it is said of.
    private final class Content: Sendable, Hashable {
        let control: ControlID
        let verdict: Verdict
        let extent: Extent
        let checks: [CheckVerdict]
        let statements: [Int]
        let missing: [Missing]
        let inferred: InferredVerdict?

        init(
            control: ControlID, verdict: Verdict, extent: Extent, checks: [CheckVerdict], statements: [Int],
            missing: [Missing], inferred: InferredVerdict?
        ) {
            self.control = control
            self.verdict = verdict
            self.extent = extent
            self.checks = checks
            self.statements = statements
            self.missing = missing
            self.inferred = inferred
        }

        static func == (left: Content, right: Content) -> Bool {
            left === right
                || left.control == right.control && left.verdict == right.verdict && left.extent == right.extent
                    && left.checks == right.checks && left.statements == right.statements
                    && left.missing == right.missing && left.inferred == right.inferred
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(control)
            hasher.combine(verdict)
            hasher.combine(missing)
        }
    }
}
