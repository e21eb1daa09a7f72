internal import Compliance

/// Ways into the evidence that assessing takes again and again.
struct EvidenceIndex {
    let evidence: Evidence
    /// Rows of each agent by table.
    private let byAgent: [AgentID: [Table: [Row]]]
    private let digests: [String: String]
    private let coverage: [AgentID: [Table: (seen: Completeness, reason: String?)]]

    init(_ evidence: Evidence) {
        self.evidence = evidence
        var byAgent: [AgentID: [Table: [Row]]] = [:]
        for (table, rows) in evidence.rows where table != .setting {
            for row in rows { byAgent[row.agent, default: [:]][table, default: []].append(row) }
        }
        self.byAgent = byAgent
        var digests: [String: String] = [:]
        for row in evidence[.artifact] {
            if let path = row["path"].text, let digest = row["sha256"].text { digests[path] = digest }
        }
        self.digests = digests
        var coverage: [AgentID: [Table: (seen: Completeness, reason: String?)]] = [:]
        for row in evidence[.coverage] {
            guard let name = row["table_name"].text, let table = Table(rawValue: name) else { continue }
            let seen = row["completeness"].text.flatMap(Completeness.init(rawValue:)) ?? .none
            let known = coverage[row.agent]?[table]
            let reasons = [known?.reason, row["reason"].text].compactMap(\.self)
            coverage[row.agent, default: [:]][table] = (
                min(known?.seen ?? .complete, seen), reasons.isEmpty ? nil : reasons.joined(separator: "; ")
            )
        }
        self.coverage = coverage
    }

    /// The rows of an agent in one table.
    func rows(_ table: Table, of agent: AgentID) -> [Row] { byAgent[agent]?[table] ?? [] }

    /// The same, also of the settings, which are many and not indexed.
    func allRows(_ table: Table, of agent: AgentID) -> [Row] {
        table == .setting ? evidence[.setting].filter { $0.agent == agent } : rows(table, of: agent)
    }

    /// The agent's own row, sub-agents left out.
    func main(_ agent: AgentID) -> Row? {
        let rows = rows(.agent, of: agent)
        return rows.first { $0["name"].text == "main" } ?? rows.first
    }

    /// How much of a table could be seen for an agent, and what could not.
    ///
    /// What the program itself writes is always complete. What no collector speaks of was not looked at.
    func coverage(_ table: Table, of agent: AgentID) -> (seen: Completeness, reason: String?) {
        switch table {
        case .artifact, .agent, .coverage, .statement: (.complete, nil)
        default: coverage[agent]?[table] ?? (.none, nil)
        }
    }

    /// An answer that rests on rows; it cites the first three.
    func answer(_ holds: Bool?, _ because: String, _ rows: [Row]) -> AutonomyProfile.Answer {
        AutonomyProfile.Answer(
            holds: holds, because: because, citations: rows.prefix(3).compactMap { citation(of: $0) })
    }

    /// Where a row was read.
    func citation(of row: Row) -> Citation? {
        let path = row.artifact ?? (row.table == .artifact ? row["path"].text : nil)
        guard let path else { return nil }
        return Citation(
            artifact: path, sha256: digests[path], line: row.line, column: row.column,
            pointer: row.pointer)
    }
}
