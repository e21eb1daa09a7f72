/// The evidence tables, column by column: the versioned vocabulary of checks and collectors.
public enum EvidenceSchema {
    /// Raised whenever a column is added, removed or changes its meaning.
    public static let version = 5

    /// The columns every table begins with: which agent a row is about and where it was read.
    public static let provenance: [Column] = [
        Column("agent", .text, isRequired: true, "Identifier of the agent that the row is about."),
        Column("artifact", .text, "Path of the file that the row was read from, relative to the assessed folder."),
        Column("line", .integer, "Line of the value in the file, from 1."),
        Column("column", .integer, "Column of the value in its line, in Unicode scalars, from 1."),
        Column("pointer", .text, "JSON pointer (RFC 6901) of the value, or its like in other formats."),
        Column(
            "unset", .boolean,
            "True when no key there says it: the place is where it would stand, and the product does it by itself."),
        Column("collector", .text, isRequired: true, "Name of the collector that wrote the row."),
    ]

    /// All tables, in the order in which they are documented.
    public static let tables: [TableSchema] =
        identityTables + inventoryTables + authorityTables + containmentTables + contentTables + recordTables
        + observationTables

    /// The tables by their positions.
    private static let byPosition = tables.sorted { $0.table.position < $1.table.position }

    private static let indices = byPosition.map(\.indices)

    /// The position of a column in its table, or nil when the table has none of that name.
    public static func index(of column: String, in table: Table) -> Int? { indices[table.position][column] }

    /// The schema of one table.
    public static func schema(of table: Table) -> TableSchema { byPosition[table.position] }
}
