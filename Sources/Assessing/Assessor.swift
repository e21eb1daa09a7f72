public import Compliance
internal import Hashing
internal import Parallel

/// Joins evidence with a catalog: verdicts, gaps and profiles, as a function of its inputs and one date.
public struct Assessor {
    private let catalog: Catalog
    private let compiled: [CompiledCheck]

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
        let index = EvidenceIndex(evidence)
        let agents = evidence.agents
        let checks = try runChecks(index, agents)
        let failing = checks.mapValues { Set($0.filter { $0.verdict == .notSatisfied }.map(\.check)) }
        let date = String(at.prefix(10))
        let statements = StatementReview(catalog: catalog, index: index, date: date, failing: failing).statements()
        let rollup = ControlRollup(catalog: catalog, statements: statements)
        let inference = MappingInference(catalog.mappings)
        let finder = GapFinder(catalog: catalog, index: index, statements: statements, system: system)
        let parts = agents.concurrentChunks(of: 250) { agents in
            Part(agents, checks: checks, rollup: rollup, inference: inference, finder: finder, index: index)
        }
        var controls: [ControlResult] = []
        var gaps: [Gap] = []
        var questions: [OpenQuestion] = []
        controls.reserveCapacity(agents.count * rollup.count)
        for part in parts {
            controls += part.controls
            gaps += part.gaps
            questions += part.questions
        }
        gaps = Self.heaviestFirst(gaps)
        let reviewed = WaiverReview(date: date).review(waivers, on: &gaps)
        return Assessment(
            at: at, toolVersion: toolVersion, catalog: catalog, evidence: evidence,
            evidenceDigest: Self.digest(of: evidence), agents: agents.map { summary(of: $0, index) },
            checks: agents.flatMap { checks[$0] ?? [] }, controls: controls, gaps: gaps,
            questions: questions, statements: statements, waivers: reviewed,
            autonomy: parts.flatMap(\.autonomy), system: system)
    }

    private func runChecks(_ index: EvidenceIndex, _ agents: [AgentID]) throws -> [AgentID: [CheckResult]] {
        guard !agents.isEmpty else { return [:] }
        let reads = compiled.reduce(into: Set<Table>()) { $0.formUnion($1.reads) }
        let store = try EvidenceStore(index.evidence, tables: reads)
        let runner = CheckRunner(index: index)
        var results: [AgentID: [CheckResult]] = [:]
        for check in compiled {
            let rows = try store.verdicts(of: check)
            for agent in agents {
                results[agent, default: []].append(runner.result(of: check, for: agent, rows: rows[agent] ?? []))
            }
        }
        return results
    }

    private func summary(of agent: AgentID, _ index: EvidenceIndex) -> AgentSummary {
        let main = index.main(agent)
        let subAgents = index.rows(.agent, of: agent).filter { $0["kind"] == "sub-agent" }
        var unseen: [Table: String] = [:]
        for table in Table.allCases {
            let (seen, reason) = index.coverage(table, of: agent)
            guard seen != .complete else { continue }
            unseen[table] = reason ?? (seen == .none ? "no collector looks at it for this product" : "seen in part")
        }
        return AgentSummary(
            id: agent, product: main?["product"].text ?? "", kind: main?["kind"].text ?? "",
            owner: main?["owner"].text, purpose: main?["purpose"].text,
            subAgents: subAgents.compactMap { $0["name"].text }.sorted(), unseen: unseen)
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
