public import Documents

/// Reads mappings that other people wrote: CSV, Markdown tables, lists of objects, OSCAL mapping collections.
public struct ForeignMappings: Sendable {
    /// The rows, one for each pair of references.
    public let rows: [ForeignMappingRow]
    /// Where the mappings begin.
    public let position: Position

    /// Reads a file; its format is told by its name.
    ///
    /// - Throws: `Diagnostic` when it cannot be read, or holds no table of references.
    public init(_ bytes: [UInt8], path: String, resolver: ReferenceResolver) throws(Diagnostic) {
        let name = path.lowercased()
        if name.hasSuffix(".csv") {
            let records = try CSVRecord.read(bytes)
            try self.init([ForeignGrid(records.map(\.fields))].compactMap(\.self), resolver)
        } else if name.hasSuffix(".md") || name.hasSuffix(".markdown") {
            let document = try Document(bytes, as: .markdown)
            let tables = MarkdownTable.all(in: document.body, firstLine: document.bodyLine)
            try self.init(tables.compactMap { ForeignGrid($0.rows, headings: $0.headings) }, resolver)
        } else {
            let isXML = name.hasSuffix(".xml")
            let isYAML = name.hasSuffix(".yaml") || name.hasSuffix(".yml")
            let root = try Document(bytes, as: isXML ? .xml : isYAML ? .yaml : .json).root
            if let collection = OSCALMappings.collection(in: root) {
                self.init(
                    rows: OSCALMappings.rows(of: collection, resolver), position: collection.position)
            } else {
                try self.init(isXML ? [] : ForeignGrid.all(in: root), resolver)
            }
        }
    }

    private init(rows: [ForeignMappingRow], position: Position) {
        self.rows = rows
        self.position = position
    }

    private init(_ grids: [ForeignGrid], _ resolver: ReferenceResolver) throws(Diagnostic) {
        var rows: [ForeignMappingRow] = []
        var read: [(grid: ForeignGrid, columns: ForeignColumns)] = []
        for grid in grids {
            guard let columns = ForeignColumns(grid, resolver) else { continue }
            let heading = columns.source == nil ? Self.source(in: grid.headings, resolver) : nil
            let found = grid.rows.flatMap { Self.rows(of: $0, columns, heading, table: read.count, resolver) }
            if columns.isGuess && !Self.isMostlyKnown(found, resolver) { continue }
            read.append((grid, columns))
            rows += found
        }
        guard let first = read.first else {
            throw Diagnostic(.syntax, "there is no table with a column of references in it", at: nil)
        }
        self.init(rows: rows, position: first.grid.header.first?.position ?? .start)
    }

    private static func rows(
        of row: [CSVRecord.Field], _ columns: ForeignColumns, _ heading: ForeignReference?, table: Int,
        _ resolver: ReferenceResolver
    ) -> [ForeignMappingRow] {
        if row.allSatisfy({ $0.text.allSatisfy(\.isWhitespace) }) { return [] }
        func text(_ column: Int?) -> String { column.map { trimmed(row[$0].text) } ?? "" }
        func references(_ column: ForeignColumns.References) -> [ForeignReference] {
            let found = resolver.references(in: row[column.column].text)
            let title = text(column.title)
            let framework = text(column.framework)
            let label = framework.isEmpty ? column.label : framework
            guard !found.isEmpty else { return [ForeignReference(text: "", framework: label)] }
            return found.map { reference in
                ForeignReference(
                    text: reference, title: found.count == 1 && !title.isEmpty ? title : nil, framework: label)
            }
        }
        var rows: [ForeignMappingRow] = []
        // Of several columns with references, an empty one says nothing.
        let columnsWithText = columns.targets.filter { !text($0.column).isEmpty }
        for column in columnsWithText.isEmpty ? Array(columns.targets.prefix(1)) : columnsWithText {
            for target in references(column) {
                let sources = columns.source.map(references)?.map { Optional($0) } ?? [heading]
                rows += sources.map { source in
                    ForeignMappingRow(
                        source: source, target: target, relationship: columns.relationship.map(text),
                        rationale: columns.rationale.map(text), table: table, position: row[column.column].position)
                }
            }
        }
        return rows
    }

    /// The innermost heading that is a framework item: "ASI01 — Agent Goal Hijack".
    private static func source(in headings: [String], _ resolver: ReferenceResolver) -> ForeignReference? {
        let heading = headings.last { heading in
            if case .control = resolver.resolve(heading).target { true } else { false }
        }
        return heading.map { ForeignReference(text: $0) }
    }

    /// Whether at least half of the references mean something.
    private static func isMostlyKnown(_ rows: [ForeignMappingRow], _ resolver: ReferenceResolver) -> Bool {
        let known = rows.count { row in
            if case .unknown = resolver.resolve(row.target.text, framework: row.target.framework).outcome {
                false
            } else {
                true
            }
        }
        return known > 0 && known * 2 >= rows.count
    }

    private static func trimmed(_ text: String) -> String {
        let text = text.trimmed()
        return ["-", "–", "—", "n/a", "N/A"].contains(text) ? "" : text
    }
}
