public import Compliance
internal import Hashing

/// A snapshot in the making: whatever the assessment comes from, the same thing said becomes the same fact.
public struct SnapshotDraft {
    private var facts: [Fact.Key: Fact] = [:]
    private var classes: [String: String] = [:]
    /// How many rows of an agent fail a check.
    private var failures: [String: [String: Int]] = [:]
    private var gaps: [Snapshot.SeenGap] = []

    /// Nothing yet.
    public init() {}

    /// The class of an agent, before the agent itself.
    public mutating func autonomy(of agent: String, _ word: String) { classes[agent] = word }

    /// An agent.
    public mutating func agent(_ id: String, product: String) {
        facts[Fact.Key(.agent, agent: id)] = Fact(classes[id] ?? "", basis: product)
    }

    /// A file.
    public mutating func artifact(_ path: String, status: String, sha256: String) {
        facts[Fact.Key(.artifact, path)] = Fact(status, basis: sha256)
    }

    /// A framework, with what its items say.
    public mutating func framework(_ id: String, edition: String, items: [[String]]) {
        facts[Fact.Key(.framework, id)] = Fact(edition, basis: Self.digest(items.map(Self.digest)))
    }

    /// A mapping between frameworks.
    public mutating func mapping(_ id: String, version: String, sha256: String) {
        facts[Fact.Key(.mapping, id)] = Fact(version, basis: sha256)
    }

    /// A check: what decides it, and how it bears on which items.
    ///
    /// - Parameters:
    ///   - id: Its identifier.
    ///   - definition: Subject, condition, assertion, severity, then weights and products.
    ///   - items: Items with how it relates to them.
    public mutating func check(_ id: String, definition: [String], items: [(item: String, relationship: String)]) {
        facts[Fact.Key(.rule, id)] = Fact(
            Self.digest(definition),
            basis: items.map { "\($0.item) \($0.relationship)" }.sorted().joined(separator: "\n"))
    }

    /// What a check said of an agent; `findings` are verdicts, digests of what was judged, and the files cited.
    public mutating func verdict(
        of check: String, on agent: String, _ verdict: String, reason: String,
        findings: [(verdict: String, digest: String, files: [String])]
    ) {
        let failed = Verdict.notSatisfied.rawValue
        if verdict == failed {
            failures[agent, default: [:]][check] = findings.count { $0.verdict == failed }
        }
        // What is not said does not apply, and is not kept: most of a fleet's verdicts.
        guard verdict != Verdict.notApplicable.rawValue else { return }
        let values = findings.map { "\($0.verdict) \($0.digest)" }.sorted()
        let digest = SHA256.hex((values + [reason]).joined(separator: "\n"))
        let files = Set(findings.flatMap(\.files)).sorted()
        facts[Fact.Key(.check, agent: agent, check)] = Fact(
            verdict, basis: ([digest, reason] + files).joined(separator: "\n"))
    }

    /// What was shown of an item for an agent.
    public mutating func control(_ id: String, of agent: String, verdict: String, extent: String) {
        let nothing = ControlResult.Extent.none.rawValue
        guard verdict != Verdict.undetermined.rawValue || extent != nothing else { return }
        facts[Fact.Key(.control, agent: agent, id)] = Fact(
            verdict == Verdict.satisfied.rawValue || extent == nothing ? verdict : "\(verdict), \(extent)")
    }

    /// A statement, whether it counts, and how it is known who states it.
    public mutating func statement(
        about: String, agent: String, by: String, on date: String, said: [String], until expires: String,
        standing: Statement.Standing, origin: Statement.Origin
    ) {
        let words =
            switch standing {
            case .valid: origin == .attested ? "counts, attested by signature" : "counts"
            case .invalid(let why): "does not count: \(why)"
            case .contradicted(let why): "is contradicted: \(why)"
            }
        facts[Fact.Key(.statement, agent: agent, "\(about) by \(by), \(date)")] = Fact(
            words, basis: "\(Self.digest(said)) \(expires)")
    }

    /// A waiver; `lapsed` says why it does not hold.
    public mutating func waiver(
        about: String, agent: String, by: String, until expires: String, accepts: String, lapsed: String?
    ) {
        facts[Fact.Key(.waiver, agent: agent, "\(about) by \(by), \(expires)")] = Fact(
            lapsed.map { "has lapsed: \($0)" } ?? "holds", basis: "\(accepts) \(expires)")
    }

    /// A gap, after the verdicts of the checks.
    public mutating func gap(
        id: String, agent: String, check: String?, cause: String, severity: Severity, title: String, place: String,
        waivedUntil: String?, owner: String?
    ) {
        gaps.append(
            Snapshot.SeenGap(
                id: id, agent: agent, check: check ?? "", cause: cause, severity: severity, title: title, place: place,
                findings: check.flatMap { failures[agent]?[$0] } ?? 1, waivedUntil: waivedUntil, owner: owner))
    }

    /// The snapshot.
    public func snapshot(at: String, tool: String, catalogDigest: String, evidenceDigest: String) -> Snapshot {
        Snapshot(
            at: at, tool: tool, catalogDigest: catalogDigest, evidenceDigest: evidenceDigest, facts: facts, gaps: gaps)
    }

    private static func digest(_ parts: [String]) -> String { SHA256.hex(parts.joined(separator: "\u{1F}")) }
}
