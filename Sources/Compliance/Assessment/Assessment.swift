/// The result of joining evidence with a catalog on one date.
public struct Assessment: Sendable {
    /// The date and time it was made for, RFC 3339 in UTC: statements and waivers are held against it.
    public let at: String
    /// Version of the program.
    public let toolVersion: String
    /// What judged.
    public let catalog: Catalog
    /// What was judged.
    public let evidence: Evidence
    /// Digest of the evidence's artifacts: two assessments with the same digest looked at the same bytes.
    public let evidenceDigest: String
    /// Agents, sorted.
    public let agents: [AgentSummary]
    /// Verdicts of checks, sorted by agent and check.
    public let checks: [CheckResult]
    /// Verdicts of framework items, groups left out, sorted by agent, framework and published order.
    public let controls: [ControlResult]
    /// What is open and rests on evidence, heaviest first.
    public let gaps: [Gap]
    /// What waits for a person, sorted by agent, framework and published order.
    public let questions: [OpenQuestion]
    /// What people stated.
    public let statements: [Statement]
    /// What was accepted.
    public let waivers: [Waiver]
    /// How autonomous each agent may be, sorted by agent.
    public let autonomy: [AutonomyProfile]
    /// Name of the system that the agents belong to, when one was given; identifiers of gaps are its own.
    public let system: String?
    /// The keys that signatures under statements were held against, sorted.
    public let statementKeys: [StatementKey]
    /// What a history knows of the gaps; nil where none was given.
    public private(set) var records: [GapID: GapRecord]?

    /// An assessment.
    public init(
        at: String, toolVersion: String, catalog: Catalog, evidence: Evidence, evidenceDigest: String,
        agents: [AgentSummary], checks: [CheckResult], controls: [ControlResult], gaps: [Gap],
        questions: [OpenQuestion], statements: [Statement], waivers: [Waiver], autonomy: [AutonomyProfile],
        system: String? = nil, statementKeys: [StatementKey] = []
    ) {
        self.at = at
        self.toolVersion = toolVersion
        self.catalog = catalog
        self.evidence = evidence
        self.evidenceDigest = evidenceDigest
        self.agents = agents
        self.checks = checks
        self.controls = controls
        self.gaps = gaps
        self.questions = questions
        self.statements = statements
        self.waivers = waivers
        self.autonomy = autonomy
        self.system = system
        self.statementKeys = statementKeys
    }

    /// The same assessment with what a history knows of its gaps.
    public func knowing(_ records: [GapRecord]) -> Assessment {
        var copy = self
        copy.records = Dictionary(records.map { ($0.gap, $0) }, uniquingKeysWith: { first, _ in first })
        return copy
    }
}

/// An agent as reports introduce it.
public struct AgentSummary: Sendable, Hashable {
    /// Identifier.
    public let id: AgentID
    /// Product that runs it.
    public let product: String
    /// What it is, in the words of the `agent` table.
    public let kind: String
    /// Who answers for it, when declared.
    public let owner: String?
    /// What it is for, when declared.
    public let purpose: String?
    /// Names of its sub-agents, sorted.
    public let subAgents: [String]
    /// Tables that could not be seen in full, with what was not seen.
    public let unseen: [Table: String]

    /// An agent.
    public init(
        id: AgentID, product: String, kind: String, owner: String?, purpose: String?, subAgents: [String],
        unseen: [Table: String]
    ) {
        self.id = id
        self.product = product
        self.kind = kind
        self.owner = owner
        self.purpose = purpose
        self.subAgents = subAgents
        self.unseen = unseen
    }
}
