public import Compliance
internal import Hashing
internal import Parallel

/// Joins evidence with a catalog: verdicts, gaps and profiles, as a function of its inputs and one date.
public struct Assessor {
    private let catalog: Catalog
    private let compiled: [CompiledCheck]
    /// Enough agents to be worth a database of their own.
    private static let agentsOfAPart = 250

    /// Reads the expressions of all checks of a catalog.
    ///
    /// - Throws: `CheckError` for an expression outside the portable subset.
    public init(catalog: Catalog) throws {
        self.catalog = catalog
        compiled = try catalog.checks.map(CompiledCheck.init)
    }

    /// Assesses evidence.
    ///
    /// - Parameters:
    ///   - evidence: What was collected.
    ///   - waivers: What was accepted; their standing is decided here.
    ///   - at: Date and time, RFC 3339 in UTC, that statements and waivers are held against.
    ///   - toolVersion: Version of the program, for the record.
    ///   - system: Name of the system that the agents belong to, so that gaps of several systems keep apart.
    /// - Returns: Verdicts, gaps and profiles; none when no agent was found.
    /// - Throws: `CheckError` when SQLite refuses a check.
    public func assess(
        _ evidence: Evidence, waivers: [Waiver], at: String, toolVersion: String, system: String? = nil
    ) throws -> Assessment {
        let agents = evidence.agents
        let date = String(at.prefix(10))
        let digests = EvidenceIndex.digests(of: evidence)
        let parts = try parts(of: evidence, agents, digests: digests)
        let statements = StatementReview(
            catalog: catalog, index: EvidenceIndex(evidence.only(.statement), agents: [], digests: digests), date: date,
            failing: parts.reduce(into: [:]) { $0.merge($1.failing) { first, _ in first } }
        ).statements()
        let rollup = ControlRollup(
            catalog: catalog, statements: statements, inference: MappingInference(catalog.mappings))
        let reports = parts.concurrentChunks(of: 1) { [catalog] part in
            part.map { Report(on: $0, rollup: rollup, catalog: catalog, statements: statements) }
        }.joined()
        var gaps = Self.heaviestFirst(reports.flatMap(\.gaps))
        if let system { gaps = gaps.map { $0.inSystem(system) } }
        let reviewed = WaiverReview(date: date).review(waivers, on: &gaps)
        return Assessment(
            at: at, toolVersion: toolVersion, catalog: catalog, evidence: evidence,
            evidenceDigest: Self.digest(of: evidence), agents: reports.flatMap(\.summaries),
            checks: parts.flatMap { $0.checks.joined() }, controls: reports.flatMap(\.controls), gaps: gaps,
            questions: reports.flatMap(\.questions), statements: statements, waivers: reviewed,
            autonomy: reports.flatMap(\.autonomy), system: system)
    }

    private func parts(
        of evidence: Evidence, _ agents: [AgentID], digests: [String: String]
    ) throws -> [Part] {
        let groups = stride(from: 0, to: agents.count, by: Self.agentsOfAPart).map { start in
            agents[start..<min(start + Self.agentsOfAPart, agents.count)]
        }
        let shares = Array(zip(groups, evidence.parted(among: groups)))
        return try shares.concurrentChunks(of: 1) { [compiled] share in
            Result { try share.map { try Part(Array($0.0), $0.1, digests: digests, compiled: compiled) } }
        }.flatMap { try $0.get() }
    }

    private static func digest(of evidence: Evidence) -> String {
        let lines = evidence[.artifact].map { row in
            [row["path"], row["sha256"], row["status"]].map(\.description).joined(separator: "\u{1F}")
        }
        return SHA256.hex(Set(lines).sorted().joined(separator: "\n"))
    }

    /// Heaviest first; within a severity as they came, agent by agent.
    private static func heaviestFirst(_ gaps: [Gap]) -> [Gap] {
        var sorted: [Gap] = []
        sorted.reserveCapacity(gaps.count)
        for severity in Severity.allCases.sorted(by: >) { sorted += gaps.lazy.filter { $0.severity == severity } }
        return sorted
    }
}

extension Evidence {
    /// One table of the evidence.
    fileprivate func only(_ table: Table) -> Evidence {
        var part = Evidence()
        part.replace(table, with: self[table])
        return part
    }
}
