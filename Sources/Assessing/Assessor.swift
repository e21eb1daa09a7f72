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
    ///   - statementKeys: The keys that the signatures in the evidence were held against, for the record.
    /// - Returns: Verdicts, gaps and profiles; none when no agent was found.
    /// - Throws: `CheckError` when SQLite refuses a check.
    public func assess(
        _ evidence: Evidence, waivers: [Waiver], at: String, toolVersion: String, system: String? = nil,
        statementKeys: [StatementKey] = []
    ) throws -> Assessment {
        let agents = evidence.agents
        let date = String(at.prefix(10))
        let digests = EvidenceIndex.digests(of: evidence)
        var parts = try parts(of: evidence.dated(at: at), agents, digests: digests)
        let statements = StatementReview(
            catalog: catalog, index: EvidenceIndex(evidence.only(.statement), agents: [], digests: digests), date: date,
            failing: parts.reduce(into: [:]) { $0.merge($1.failing) { first, _ in first } },
            unsigned: parts.reduce(into: []) { $0.formUnion($1.unsigned) }
        ).statements()
        var checks: [CheckResult] = []
        checks.reserveCapacity(agents.count * compiled.count)
        for place in parts.indices { checks += parts[place].takeChecks() }
        let report = report(on: parts, checks, statements)
        var gaps = Self.heaviestFirst(report.gaps)
        if let system { gaps = gaps.map { $0.inSystem(system) } }
        let reviewed = WaiverReview(date: date).review(waivers, on: &gaps)
        return Assessment(
            at: at, toolVersion: toolVersion, catalog: catalog, evidence: evidence,
            evidenceDigest: Self.digest(of: evidence), agents: report.summaries, checks: checks,
            controls: report.controls, gaps: gaps, questions: report.questions, statements: statements,
            waivers: reviewed, autonomy: report.autonomy, system: system, statementKeys: statementKeys)
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

    /// What is said of all agents, in their order; `checks` is what their checks say.
    private func report(on parts: [Part], _ checks: [CheckResult], _ statements: [Statement]) -> Report {
        let rollup = ControlRollup(
            catalog: catalog, statements: statements, inference: MappingInference(catalog.mappings))
        let remedies = GapFinder.Remedies()
        var shares: [(part: Part, agents: ArraySlice<AgentID>, checks: ArraySlice<CheckResult>)] = []
        var start = 0
        for part in parts {
            for first in stride(from: 0, to: part.agents.count, by: Self.atOnce) {
                let agents = part.agents[first..<min(first + Self.atOnce, part.agents.count)]
                let end = start + agents.count * compiled.count
                shares.append((part, agents, checks[start..<end]))
                start = end
            }
        }
        var report = Report()
        // Round by round, so that what is found is not held twice.
        for first in stride(from: 0, to: shares.count, by: Cores.count * 4) {
            let round = Array(shares[first..<min(first + Cores.count * 4, shares.count)])
            let found = round.concurrentChunks(of: 1) { [catalog] shares in
                shares.map { share in
                    let finder = GapFinder(
                        catalog: catalog, index: share.part.index, statements: statements, remedies: remedies)
                    return Report(
                        on: share.agents, in: share.part, share.checks, by: Judges(rollup: rollup, finder: finder))
                }
            }
            for share in found.joined() { report.append(share) }
        }
        return report
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
