/// The evidence tables, column by column: the versioned vocabulary of checks and collectors.
public enum EvidenceSchema {
    /// Raised whenever a column is added, removed or changes its meaning.
    public static let version = 3

    /// The columns every table begins with: which agent a row is about and where it was read.
    public static let provenance: [Column] = [
        Column("agent", .text, isRequired: true, "Identifier of the agent that the row is about."),
        Column("artifact", .text, "Path of the file that the row was read from, relative to the assessed folder."),
        Column("line", .integer, "Line of the value in the file, from 1."),
        Column("column", .integer, "Column of the value in its line, in Unicode scalars, from 1."),
        Column("pointer", .text, "JSON pointer (RFC 6901) of the value, or its like in other formats."),
        Column("collector", .text, isRequired: true, "Name of the collector that wrote the row."),
    ]

    /// All tables, in the order in which they are documented.
    public static let tables: [TableSchema] =
        identityTables + authorityTables + containmentTables + contentTables + recordTables + observationTables

    private static let byTable = Dictionary(uniqueKeysWithValues: tables.map { ($0.table, $0) })

    /// The schema of one table.
    public static func schema(of table: Table) -> TableSchema {
        byTable[table] ?? TableSchema(table, "", [])
    }
}
