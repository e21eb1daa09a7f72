internal import Documents

/// A register as comma-separated values: rows under a header.
struct IdentitySheet {
    /// One row: its cells by the names of their columns.
    struct Row {
        let cells: [String: CSVRecord.Field]
        let line: Int

        /// The text of a cell; nil where there is none.
        subscript(column: String) -> String? {
            guard let text = cells[column]?.text, !text.isEmpty else { return nil }
            return text
        }
    }

    /// The header, in lower case.
    let columns: [CSVRecord.Field]
    /// The rows.
    let rows: [Row]

    /// Reads a file.
    ///
    /// - Throws: `Diagnostic` when it is not of that form (RFC 4180), is no UTF-8, has a column twice, or has no rows.
    init(_ file: SourceFile) throws(Diagnostic) {
        // Lines were decoded with signs of replacement: a register with other bytes in it is not guessed at.
        if let line = file.lines.firstIndex(where: { $0.unicodeScalars.contains("\u{FFFD}") }) {
            throw Diagnostic(.encoding, "is not UTF-8", at: Position(line: line + 1, column: 1))
        }
        let records = try CSVRecord.read(Array(file.lines.joined(separator: "\n").utf8))
        guard let header = records.first else { throw Diagnostic(.syntax, "is empty", at: nil) }
        if header.fields.count == 1, header.fields[0].text.contains(";") {
            throw Diagnostic(.syntax, "separates its columns by semicolons; save it with commas", at: .start)
        }
        let columns = header.fields.map {
            CSVRecord.Field(text: $0.text.trimmed().lowercased(), position: $0.position)
        }
        var seen: Set<String> = []
        for column in columns where !seen.insert(column.text).inserted {
            throw Diagnostic(.syntax, "has two columns of one name", at: column.position)
        }
        guard records.count > 1 else { throw Diagnostic(.syntax, "holds no identity", at: nil) }
        self.columns = columns
        rows = records.dropFirst().map { record in
            var cells: [String: CSVRecord.Field] = [:]
            for (column, field) in zip(columns, record.fields) {
                cells[column.text] = CSVRecord.Field(text: field.text.trimmed(), position: field.position)
            }
            return Row(cells: cells, line: record.line)
        }
    }
}
