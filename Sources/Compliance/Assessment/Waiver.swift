/// An accepted risk: it stands beside a gap, never changes a verdict, and expires.
public struct Waiver: Sendable, Hashable {
    /// Whether a waiver holds, and if not, why.
    public enum Standing: Sendable, Hashable {
        /// It holds for the gaps given.
        case holds([GapID])
        /// It does not hold.
        case lapsed(String)
    }

    /// The gap it is for; or nil when it names a check and an agent.
    public let gap: GapID?
    /// The check it is for.
    public let check: CheckID?
    /// The agent it is for.
    public let agent: AgentID?
    /// Digest of the value that was accepted.
    public let accepts: String
    /// Who accepted it.
    public let approver: String
    /// Why.
    public let reason: String
    /// Last date on which it holds, YYYY-MM-DD.
    public let expiresOn: String
    /// Where it is written.
    public let citation: Citation
    /// Whether it holds.
    public let standing: Standing

    /// A waiver.
    public init(
        gap: GapID?, check: CheckID?, agent: AgentID?, accepts: String, approver: String, reason: String,
        expiresOn: String, citation: Citation, standing: Standing
    ) {
        self.gap = gap
        self.check = check
        self.agent = agent
        self.accepts = accepts
        self.approver = approver
        self.reason = reason
        self.expiresOn = expiresOn
        self.citation = citation
        self.standing = standing
    }
}
