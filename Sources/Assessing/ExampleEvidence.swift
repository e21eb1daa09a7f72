internal import Compliance

/// Makes evidence of a check's example: rows with defaults where a required column is not given, every table seen.
struct ExampleEvidence {
    static let agent = AgentID("a")

    /// The rows, in the order of their tables.
    var rows: [Row]

    init(_ example: CheckExample) throws {
        rows = try example.given.sorted { $0.key < $1.key }.flatMap { table, given in
            try given.enumerated().map { try Self.row(table, $0.element, line: $0.offset + 1) }
        }
    }

    /// The rows as evidence in which every table was seen in full.
    var evidence: Evidence {
        var evidence = Evidence()
        for table in Table.allCases where table != .coverage {
            evidence.record(
                .coverage, Provenance(agent: Self.agent, collector: "example"),
                ["table_name": .text(table.rawValue), "completeness": "complete"])
        }
        for row in rows { evidence.add(row) }
        return evidence
    }

    private static func row(_ table: Table, _ given: [String: Value], line: Int) throws -> Row {
        var columns = given
        for column in EvidenceSchema.schema(of: table).columns where column.isRequired && columns[column.name] == nil {
            columns[column.name] = standard(column)
        }
        let agent = columns["agent"]?.text ?? Self.agent.rawValue
        return try Row(
            table,
            Provenance(
                agent: AgentID(agent), artifact: columns["artifact"]?.text ?? "example", line: line, column: 1,
                pointer: "",
                collector: "example"),
            columns.filter { $0.key != "agent" || $0.value != .text("x") }.merging(["agent": .text(agent)]) { $1 })
    }

    private static func standard(_ column: Column) -> Value {
        switch column.kind {
        case .text:
            switch column.name {
            case "agent": .text(agent.rawValue)
            case "actor": "main"
            default: .text(column.vocabulary.first ?? "x")
            }
        case .integer: 0
        case .real: .real(0)
        case .boolean: false
        }
    }
}
