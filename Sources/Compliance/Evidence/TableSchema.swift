/// One evidence table: what its rows are, and its columns.
public struct TableSchema: Sendable {
    /// The table.
    public let table: Table
    /// What a row is, as a noun phrase.
    public let summary: String
    /// All columns; those of the provenance come first and are the same in every table.
    public let columns: [Column]

    /// Positions of the columns by name.
    let indices: [String: Int]

    /// A table with the provenance columns before its own.
    public init(_ table: Table, _ summary: String, _ columns: [Column]) {
        self.table = table
        self.summary = summary
        self.columns = EvidenceSchema.provenance + columns
        self.indices = Dictionary(
            uniqueKeysWithValues: self.columns.enumerated().map { ($0.element.name, $0.offset) })
    }

    /// The columns without those of the provenance.
    public var ownColumns: ArraySlice<Column> { columns.dropFirst(EvidenceSchema.provenance.count) }

    /// The position of a column, or nil when the table has none of that name.
    public func index(of column: String) -> Int? { indices[column] }
}
