/// What a person states about an agent, and whether it counts.
public struct Statement: Sendable, Hashable {
    /// Whether a statement counts, and if not, why.
    public enum Standing: Sendable, Hashable {
        /// It counts, by the word of who states it.
        case valid
        /// It does not count.
        case invalid(String)
        /// The collected evidence says otherwise.
        case contradicted(String)

        /// It does not count since a check wants it signed.
        public static let unsigned = Standing.invalid(
            "it has to be signed, and no signature of who states it is known to hold")
    }

    /// What is known of the signature under a statement.
    public enum Signature: Sendable, Hashable {
        /// There is none.
        case none
        /// There is one, and no key of who states it is known.
        case unknown
        /// It holds, by this key (SHA-256 of its SubjectPublicKeyInfo) of who states it.
        case valid(key: String)
        /// It does not hold, and why.
        case invalid(String)
    }

    /// How it is known who states it.
    public enum Origin: String, Sendable, Hashable, CaseIterable {
        /// By the file alone, in which anybody may have written the name.
        case selfReported = "self-reported"
        /// By a signature with a key of that person.
        case attested
    }

    /// The agent.
    public let agent: AgentID
    /// The name that its signature goes by.
    public let id: String
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
    /// What is known of its signature.
    public let signature: Signature

    /// A statement.
    public init(
        agent: AgentID, id: String, claim: String, control: ControlID?, check: CheckID?, method: Check.Method,
        by: String, role: String, statedOn: String, expiresOn: String, document: String?, documentSHA256: String?,
        citation: Citation, standing: Standing, signature: Signature = .none
    ) {
        self.agent = agent
        self.id = id
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
        self.signature = signature
    }

    /// How it is known who states it; a signature makes nothing that is stated true.
    public var origin: Origin { if case .valid = signature { .attested } else { .selfReported } }
}
