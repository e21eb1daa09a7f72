internal import Compliance
internal import Documents

/// The evidence tables for programs that write or read evidence.
enum SchemaText {
    /// The tables as JSON: name, what a row is, and every column with its type, words and whether it must be there.
    static func json(of schemas: [TableSchema]) -> [UInt8] {
        let tables = schemas.map { schema in
            "    {\"table\": \(JSONQuote.quoted(schema.table.rawValue)), "
                + "\"summary\": \(JSONQuote.quoted(schema.summary)), \"columns\": [\n"
                + list(schema.ownColumns, indent: "      ") + "\n    ]}"
        }
        let text =
            "{\n  \"schema\": \(EvidenceSchema.version),\n  \"provenance\": [\n"
            + list(EvidenceSchema.provenance[...], indent: "    ") + "\n  ],\n  \"tables\": [\n"
            + tables.joined(separator: ",\n") + "\n  ]\n}\n"
        return Array(text.utf8)
    }

    private static func list(_ columns: ArraySlice<Column>, indent: String) -> String {
        columns.map { column in
            let words = column.vocabulary.map(JSONQuote.quoted).joined(separator: ", ")
            return indent + "{\"name\": \(JSONQuote.quoted(column.name)), \"type\": \"\(column.kind.rawValue)\", "
                + "\"required\": \(column.isRequired)"
                + (words.isEmpty ? "" : ", \"one_of\": [\(words)]")
                + (column.derivation == nil ? "" : ", \"derived\": true")
                + ", \"summary\": \(JSONQuote.quoted(column.summary))}"
        }.joined(separator: ",\n")
    }
}
