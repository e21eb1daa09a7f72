/// One evidence row: a value for every column of its table.
public struct Row: Sendable, Hashable {
    /// The table.
    public let table: Table
    /// The values, in the order of the table's columns.
    public private(set) var values: [Value]

    /// Makes a row and holds it against the schema.
    ///
    /// - Parameters:
    ///   - table: The table.
    ///   - provenance: Where the row comes from.
    ///   - columns: Values by column name; the others are null.
    /// - Throws: `RowError` when a column does not exist, holds what it cannot hold, or misses a required value.
    public init(_ table: Table, _ provenance: Provenance, _ columns: [String: Value]) throws(RowError) {
        let schema = EvidenceSchema.schema(of: table)
        var values = [Value](repeating: .null, count: schema.columns.count)
        provenance.fill(&values)
        for (name, value) in columns {
            guard let index = schema.index(of: name) else { throw RowError.noSuchColumn(table, name) }
            values[index] = value
        }
        for (column, value) in zip(schema.columns, values) where !column.accepts(value) {
            throw RowError.unacceptable(table, column.name, value)
        }
        self.table = table
        self.values = values
    }

    /// The value of a column; null when the table has no such column.
    public subscript(_ column: String) -> Value {
        EvidenceSchema.schema(of: table).index(of: column).map { values[$0] } ?? .null
    }

    /// A copy with another value in one column.
    public func setting(_ column: String, to value: Value) -> Row {
        guard let index = EvidenceSchema.schema(of: table).index(of: column) else { return self }
        var copy = self
        copy.values[index] = value
        return copy
    }

    /// The agent that the row is about.
    public var agent: AgentID { AgentID(values[0].text ?? "") }
    /// The file it rests on.
    ///
    /// The columns of provenance come first in every table, so these need no look at the schema.
    public var artifact: String? { values[1].text }
    /// Line in the file, from 1.
    public var line: Int? { values[2].integer }
    /// Column in the line, from 1.
    public var column: Int? { values[3].integer }
    /// Pointer into the file.
    public var pointer: String? { values[4].text }
}

/// Why a row does not fit its table.
public enum RowError: Error, Hashable, CustomStringConvertible {
    /// The table has no such column.
    case noSuchColumn(Table, String)
    /// The column cannot hold the value.
    case unacceptable(Table, String, Value)

    /// What is wrong, in words.
    public var description: String {
        switch self {
        case .noSuchColumn(let table, let column): "table \(table.rawValue) has no column \(column)"
        case .unacceptable(let table, let column, let value):
            "column \(column) of table \(table.rawValue) cannot hold \(value.description)"
        }
    }
}
