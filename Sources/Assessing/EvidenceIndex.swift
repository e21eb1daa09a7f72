internal import Compliance

/// Ways into the evidence of some agents that assessing takes again and again.
///
/// The rows of each table stand agent by agent, so that what is an agent's is one stretch of it.
struct EvidenceIndex: Sendable {
    /// How much of a table was seen for an agent, and what was not.
    typealias Seen = (seen: Completeness, reason: String?)

    /// The rows, agent by agent.
    let evidence: Evidence
    /// The agents.
    let agents: [AgentID]

    private let positions: [AgentID: Int]
    private let stretches: [Table: [Range<Int>]]
    private let coverage: [[Table: Seen]]
    private let products: [[String]]
    /// SHA-256 of files by path.
    private let digests: [String: String]

    /// All agents that rows speak of.
    init(_ evidence: Evidence) {
        let named = evidence.rows.values.reduce(into: Set<AgentID>()) { $0.formUnion($1.map(\.agent)) }
        self.init(evidence, agents: named.sorted(), digests: Self.digests(of: evidence))
    }

    /// Some agents, of evidence in which the rows of each stand together.
    init(_ evidence: Evidence, agents: [AgentID], digests: [String: String]) {
        self.agents = agents
        self.digests = digests
        let positions = Dictionary(uniqueKeysWithValues: agents.enumerated().map { ($1, $0) })
        self.positions = positions
        var grouped = evidence
        var stretches: [Table: [Range<Int>]] = [:]
        for (table, rows) in evidence.rows {
            let stretch = Stretches(rows, positions)
            if let sorted = stretch.rows { grouped.replace(table, with: sorted) }
            stretches[table] = stretch.ranges
        }
        self.evidence = grouped
        self.stretches = stretches
        var coverage = [[Table: Seen]](repeating: [:], count: agents.count)
        for row in grouped[.coverage] {
            guard let position = positions[row.agent], let name = row["table_name"].text,
                let table = Table(rawValue: name)
            else { continue }
            let seen = row["completeness"].text.flatMap(Completeness.init(rawValue:)) ?? .none
            guard let known = coverage[position][table] else {
                coverage[position][table] = (seen, row["reason"].text)
                continue
            }
            let reasons = [known.reason, row["reason"].text].compactMap(\.self)
            coverage[position][table] = (
                min(known.seen, seen), reasons.isEmpty ? nil : reasons.joined(separator: "; ")
            )
        }
        self.coverage = coverage
        var products = [[String]](repeating: [], count: agents.count)
        for row in grouped[.agent] {
            guard let position = positions[row.agent], let product = row["product"].text else { continue }
            if !products[position].contains(product) { products[position].append(product) }
        }
        self.products = products
    }

    /// The place of an agent among the agents; nil for one that is none of them.
    func position(of agent: AgentID) -> Int? { positions[agent] }

    /// The products that rows of the agent at a place name.
    func products(at position: Int?) -> [String] { position.map { products[$0] } ?? [] }

    /// SHA-256 of every file that was read, by path.
    static func digests(of evidence: Evidence) -> [String: String] {
        var digests: [String: String] = [:]
        for row in evidence[.artifact] {
            if let path = row["path"].text, let digest = row["sha256"].text { digests[path] = digest }
        }
        return digests
    }

    /// Where the rows of an agent stand in a table.
    func stretch(_ table: Table, of agent: AgentID) -> Range<Int> { stretch(table, at: positions[agent]) }

    /// Where the rows of the agent at a place stand in a table.
    func stretch(_ table: Table, at position: Int?) -> Range<Int> {
        guard let position, let ranges = stretches[table] else { return 0..<0 }
        return ranges[position]
    }

    /// The rows of an agent in one table.
    func rows(_ table: Table, of agent: AgentID) -> [Row] {
        let stretch = stretch(table, of: agent)
        return stretch.isEmpty ? [] : Array(evidence[table][stretch])
    }

    /// The agent's own row, sub-agents left out.
    func main(_ agent: AgentID) -> Row? {
        let rows = evidence[.agent][stretch(.agent, of: agent)]
        return rows.first { $0["name"].text == "main" } ?? rows.first
    }

    /// How much of a table could be seen for an agent, and what could not.
    ///
    /// What the program itself writes is always complete. What no collector speaks of was not looked at.
    func coverage(_ table: Table, of agent: AgentID) -> Seen { coverage(table, at: positions[agent]) }

    /// How much of a table could be seen for the agent at a place, and what could not.
    func coverage(_ table: Table, at position: Int?) -> Seen {
        switch table {
        case .artifact, .agent, .coverage, .statement: (.complete, nil)
        default: position.flatMap { coverage[$0][table] } ?? (.none, nil)
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
            pointer: row.pointer, isUnset: row.isUnset)
    }
}
