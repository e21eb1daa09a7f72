public import Compliance
internal import Hashing
internal import Parallel

/// Joins evidence with a catalog: verdicts, gaps and profiles, as a function of its inputs and one date.
public struct Assessor {
    private let catalog: Catalog
    private let compiled: [CompiledCheck]
    /// Enough agents to be worth a database of their own.
    private static let agentsOfAPart = 250
    /// Agents that are reported on together, and checks that are read together.
    private static let atOnce = 16

    /// Reads the expressions of all checks of a catalog.
    ///
    /// - Throws: `CheckError` for an expression outside the portable subset.
    public init(catalog: Catalog) throws {
        self.catalog = catalog
        compiled = try catalog.checks.concurrentChunks(of: Self.atOnce) { checks in
            Result { try checks.map(CompiledCheck.init) }
        }.flatMap { try $0.get() }
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
        let reports = reports(on: parts, statements)
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
        // A part by itself is not all that there is to do: then its checks are shared out.
        let checksAtOnce = groups.count > 1 ? compiled.count : (compiled.count + Cores.count - 1) / Cores.count
        let shares = Array(zip(groups, evidence.parted(among: groups)))
        return try shares.concurrentChunks(of: 1) { [compiled] share in
            Result {
                try share.map {
                    try Part(Array($0.0), $0.1, digests: digests, compiled: compiled, checksAtOnce: checksAtOnce)
                }
            }
        }.flatMap { try $0.get() }
    }

    /// What is said of all agents, in their order.
    private func reports(on parts: [Part], _ statements: [Statement]) -> [Report] {
        let rollup = ControlRollup(
            catalog: catalog, statements: statements, inference: MappingInference(catalog.mappings))
        let remedies = GapFinder.Remedies()
        let shares = parts.flatMap { part in
            let finder = GapFinder(catalog: catalog, index: part.index, statements: statements, remedies: remedies)
            return stride(from: 0, to: part.agents.count, by: Self.atOnce).map { start in
                (part: part, finder: finder, agents: start..<min(start + Self.atOnce, part.agents.count))
            }
        }
        return shares.concurrentChunks(of: 1) { shares in
            shares.map { Report(on: $0.part, $0.agents, rollup: rollup, finder: $0.finder) }
        }.flatMap(\.self)
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
