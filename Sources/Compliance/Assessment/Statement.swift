/// What a person states about an agent, and whether it counts.
public struct Statement: Sendable, Hashable {
    /// Whether a statement counts, and if not, why.
    public enum Standing: Sendable, Hashable {
        /// It counts, as self-reported.
        case valid
        /// It does not count.
        case invalid(String)
        /// The collected evidence says otherwise.
        case contradicted(String)
    }

    /// The agent.
    public let agent: AgentID
    /// What is stated.
    public let claim: String
    /// The item it is for.
    public let control: ControlID?
    /// The check it is for.
    public let check: CheckID?
    /// SP 800-53A method: `examine` or `interview`.
    public let method: Check.Method
    /// Who states it.
    public let by: String
    /// The person's role.
    public let role: String
    /// Date, YYYY-MM-DD.
    public let statedOn: String
    /// Last date on which it counts, YYYY-MM-DD.
    public let expiresOn: String
    /// File that carries the proof.
    public let document: String?
    /// Digest that the statement gives for the file.
    public let documentSHA256: String?
    /// Where it is written.
    public let citation: Citation
    /// Whether it counts.
    public let standing: Standing

    /// A statement.
    public init(
        agent: AgentID, claim: String, control: ControlID?, check: CheckID?, method: Check.Method, by: String,
        role: String, statedOn: String, expiresOn: String, document: String?, documentSHA256: String?,
        citation: Citation, standing: Standing
    ) {
        self.agent = agent
        self.claim = claim
        self.control = control
        self.check = check
        self.method = method
        self.by = by
        self.role = role
        self.statedOn = statedOn
        self.expiresOn = expiresOn
        self.document = document
        self.documentSHA256 = documentSHA256
        self.citation = citation
        self.standing = standing
    }
}
