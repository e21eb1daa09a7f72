/// Something open on one agent, with every framework item that it leaves open.
///
/// It closes as one.
public struct Gap: Sendable, Hashable {
    /// Why something is open.
    public enum Cause: String, Sendable, Hashable, Codable {
        /// A check fails.
        case failingCheck = "failing-check"
        /// A file that holds the evidence could not be read, or a table could not be seen.
        case unreadEvidence = "unread-evidence"
        /// The evidence contradicts a statement.
        case contradictedStatement = "contradicted-statement"
        /// A statement is there but does not count: expired, forged, incomplete.
        case invalidStatement = "invalid-statement"
        /// Only a person can show it, and nobody has.
        case missingStatement = "missing-statement"
    }

    /// Identifier, stable from run to run.
    public private(set) var id: GapID
    /// The agent.
    public let agent: AgentID
    /// Why it is open.
    public let cause: Cause
    /// The check that fails or cannot be decided.
    public let check: CheckID?
    /// How much it weighs.
    public let severity: Severity
    /// What is open, in one sentence.
    public let title: String
    /// What was seen, the first of it.
    public let detail: [String]
    /// How much more was seen alike.
    public let moreDetail: Int
    /// What to do.
    public let remediation: String
    /// The items it leaves open, sorted.
    public let controls: [ControlID]
    /// What it rests on.
    public let citations: [Citation]
    /// Digest of what was judged; a waiver is pinned to it.
    public let valueDigest: String
    /// The waiver that stands beside it, as a position in `Assessment.waivers`.
    public let waiver: Int?
    /// Who answers for the agent.
    public let owner: String?

    /// A gap.
    public init(
        id: GapID, agent: AgentID, cause: Cause, check: CheckID?, severity: Severity, title: String, detail: [String],
        moreDetail: Int = 0, remediation: String, controls: [ControlID], citations: [Citation], valueDigest: String,
        waiver: Int?,
        owner: String?
    ) {
        self.id = id
        self.agent = agent
        self.cause = cause
        self.check = check
        self.severity = severity
        self.title = title
        self.detail = detail
        self.moreDetail = moreDetail
        self.remediation = remediation
        self.controls = controls
        self.citations = citations
        self.valueDigest = valueDigest
        self.waiver = waiver
        self.owner = owner
    }

    /// The same gap under the identifier that it has in a system.
    public func inSystem(_ system: String) -> Gap {
        var copy = self
        copy.id = id.inSystem(system)
        return copy
    }

    /// What was seen, and that there is more of it.
    public var facts: [String] { detail + (moreDetail > 0 ? ["… and \(moreDetail) more"] : []) }
}
