public import Compliance

/// What is remembered of an assessment: enough to tell later what changed and why, and no evidence itself.
public struct Snapshot: Sendable, Hashable {
    /// A gap as one assessment saw it.
    public struct SeenGap: Sendable, Hashable {
        /// Identifier, the same in every run.
        public let id: String
        /// The agent.
        public let agent: String
        /// The check that fails or cannot be decided; empty when it is about a statement.
        public let check: String
        /// Why it is open, in the words of `Gap.Cause`.
        public let cause: String
        /// How much it weighs.
        public let severity: Severity
        /// What is open, in one sentence.
        public let title: String
        /// File and line, where there is one.
        public let place: String
        /// How many rows fail the check: it can get worse without a new gap.
        public let findings: Int
        /// Last date of the waiver that holds for it.
        public let waivedUntil: String?
        /// Who answers for the agent, as its declaration says.
        public let owner: String?

        /// A gap.
        public init(
            id: String, agent: String, check: String, cause: String, severity: Severity, title: String, place: String,
            findings: Int = 1, waivedUntil: String? = nil, owner: String? = nil
        ) {
            self.id = id
            self.agent = agent
            self.check = check
            self.cause = cause
            self.severity = severity
            self.title = title
            self.place = place
            self.findings = findings
            self.waivedUntil = waivedUntil
            self.owner = owner
        }
    }

    /// The date and time that the assessment was made for, RFC 3339 in UTC.
    public let at: String
    /// Version of the program.
    public let tool: String
    /// Digest of the catalog.
    public let catalogDigest: String
    /// Digest of the evidence's artifacts.
    public let evidenceDigest: String
    /// What it said.
    public let facts: [Fact.Key: Fact]
    /// What was open.
    public let gaps: [SeenGap]

    /// A snapshot.
    public init(
        at: String, tool: String, catalogDigest: String, evidenceDigest: String, facts: [Fact.Key: Fact],
        gaps: [SeenGap]
    ) {
        self.at = at
        self.tool = tool
        self.catalogDigest = catalogDigest
        self.evidenceDigest = evidenceDigest
        self.facts = facts
        self.gaps = gaps
    }

    /// What was said under a key.
    public subscript(facet: Fact.Facet, agent: String, name: String) -> Fact? {
        facts[Fact.Key(facet, agent: agent, name)]
    }

    /// Whether the agent was found.
    func hasAgent(_ agent: String) -> Bool { self[.agent, agent, ""] != nil }
}
