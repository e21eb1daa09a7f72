internal import Compliance
internal import Documents

/// The values of a row that a collector wrote, held against the columns of its table.
enum CollectorColumns {
    /// Members of a line that are no columns of its table.
    private static let places: Set<String> = ["table", "agent", "artifact", "line", "column", "pointer", "unset"]

    /// The columns of the table itself, without those that say where the row was read; secrets are taken out.
    static func values(of entry: CollectorReply.Entry) throws(CollectorProblem) -> [String: Value] {
        let schema = EvidenceSchema.schema(of: entry.table)
        var values: [String: Value] = [:]
        for member in entry.node.members where !places.contains(member.key) {
            guard member.key != "collector" else {
                throw CollectorProblem("collector is written by Surety", line: entry.line)
            }
            guard let index = schema.index(of: member.key) else {
                throw CollectorProblem(
                    "table \(entry.table.rawValue) has no column \(member.key)", line: entry.line)
            }
            guard schema.columns[index].derivation == nil else {
                throw CollectorProblem("\(member.key) is computed from the row's dates by Surety", line: entry.line)
            }
            values[member.key] = try value(member.value, schema.columns[index], entry)
        }
        for column in schema.ownColumns where column.isRequired && (values[column.name] ?? .null) == .null {
            throw CollectorProblem(
                "table \(entry.table.rawValue) requires column \(column.name)", line: entry.line)
        }
        return values
    }

    private static func value(
        _ node: Node, _ column: Column, _ entry: CollectorReply.Entry
    ) throws(CollectorProblem) -> Value {
        let value: Value? =
            switch node.content {
            case .string(let text): .text(text)
            case .integer(let integer): .integer(integer)
            case .real(let real): real.isFinite ? .real(real) : nil
            case .boolean(let boolean): .boolean(boolean)
            case .null: Value.null
            case .object, .array: nil
            }
        guard let value, value == .null || column.accepts(value) else {
            let wanted =
                column.vocabulary.isEmpty
                ? "of type \(column.kind.rawValue)" : "one of \(column.vocabulary.joined(separator: ", "))"
            throw CollectorProblem(
                "column \(column.name) of table \(entry.table.rawValue) is \(wanted)", line: entry.line)
        }
        guard let text = value.text, column.vocabulary.isEmpty else { return value }
        return .text(Redaction.redact(text, key: column.name))
    }
}
