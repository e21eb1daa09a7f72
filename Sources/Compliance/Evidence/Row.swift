/// One evidence row: a value for every column of its table.
///
/// A fleet has a hundred thousand, and a third of the values are null: only the others are kept.
public struct Row: Sendable, Hashable {
    /// The table.
    public let table: Table
    /// A bit for each column that has a value.
    private let filled: UInt64
    /// What those columns hold, in their order.
    private let known: [Value]

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
        if let index = values.indices.first(where: { !schema.columns[$0].accepts(values[$0]) }) {
            throw RowError.unacceptable(table, schema.columns[index].name, values[index])
        }
        self.init(table, values)
    }

    private init(_ table: Table, _ values: [Value]) {
        self.table = table
        var filled: UInt64 = 0
        for (index, value) in values.enumerated() where value != .null { filled |= 1 << UInt64(index) }
        self.filled = filled
        known = values.filter { $0 != .null }
    }

    /// The values, in the order of the table's columns.
    public var values: [Value] { EvidenceSchema.schema(of: table).columns.indices.map { value(at: $0) } }

    /// The value of the column at a position.
    public func value(at index: Int) -> Value {
        let bit: UInt64 = 1 << UInt64(index)
        return filled & bit == 0 ? .null : known[(filled & (bit - 1)).nonzeroBitCount]
    }

    /// The value of a column; null when the table has no such column.
    public subscript(_ column: String) -> Value {
        EvidenceSchema.index(of: column, in: table).map { value(at: $0) } ?? .null
    }

    /// A copy with another value in one column.
    public func setting(_ column: String, to value: Value) -> Row {
        guard let index = EvidenceSchema.index(of: column, in: table) else { return self }
        var values = values
        values[index] = value
        return Row(table, values)
    }

    /// The agent that the row is about.
    public var agent: AgentID { AgentID(value(at: 0).text ?? "") }
    /// The file it rests on.
    ///
    /// The columns of provenance come first in every table, so these need no look at the schema.
    public var artifact: String? { value(at: 1).text }
    /// Line in the file, from 1.
    public var line: Int? { value(at: 2).integer }
    /// Column in the line, from 1.
    public var column: Int? { value(at: 3).integer }
    /// Pointer into the file.
    public var pointer: String? { value(at: 4).text }
    /// Whether what the pointer names is not there, so that the row says what a product does by itself.
    public var isUnset: Bool { value(at: 5) == true }
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
