public import Documents

/// Reads mappings that other people wrote: CSV, Markdown tables, lists of objects, OSCAL mapping collections.
public struct ForeignMappings: Sendable {
    /// The rows, one for each pair of references.
    public let rows: [ForeignMappingRow]
    /// Whether there is a place for relationships: a column, or the format demands one.
    public let hasRelationships: Bool
    /// Whether there is a place for reasons.
    public let hasRationales: Bool
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
            try self.init(tables.compactMap { ForeignGrid($0.rows) }, resolver)
        } else {
            let isXML = name.hasSuffix(".xml")
            let isYAML = name.hasSuffix(".yaml") || name.hasSuffix(".yml")
            let root = try Document(bytes, as: isXML ? .xml : isYAML ? .yaml : .json).root
            if let collection = OSCALMappings.collection(in: root) {
                self.init(
                    rows: OSCALMappings.rows(of: collection, resolver), hasRelationships: true, hasRationales: true,
                    position: collection.position)
            } else {
                try self.init(isXML ? [] : ForeignGrid.all(in: root), resolver)
            }
        }
    }

    private init(rows: [ForeignMappingRow], hasRelationships: Bool, hasRationales: Bool, position: Position) {
        self.rows = rows
        self.hasRelationships = hasRelationships
        self.hasRationales = hasRationales
        self.position = position
    }

    private init(_ grids: [ForeignGrid], _ resolver: ReferenceResolver) throws(Diagnostic) {
        var rows: [ForeignMappingRow] = []
        var read: [(grid: ForeignGrid, columns: ForeignColumns)] = []
        for grid in grids {
            guard let columns = ForeignColumns(grid.header, resolver) else { continue }
            read.append((grid, columns))
            for row in grid.rows { rows += Self.rows(of: row, columns, resolver) }
        }
        guard let first = read.first else {
            throw Diagnostic(.syntax, "there is no table with a column of references in it", at: nil)
        }
        self.init(
            rows: rows, hasRelationships: read.contains { $0.columns.relationship != nil },
            hasRationales: read.contains { $0.columns.rationale != nil },
            position: first.grid.header.first?.position ?? .start)
    }

    private static func rows(
        of row: [CSVRecord.Field], _ columns: ForeignColumns, _ resolver: ReferenceResolver
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
                let sources = columns.source.map(references)?.map { Optional($0) } ?? [nil]
                rows += sources.map { source in
                    ForeignMappingRow(
                        source: source, target: target, relationship: text(columns.relationship),
                        rationale: text(columns.rationale), position: row[column.column].position)
                }
            }
        }
        return rows
    }

    private static func trimmed(_ text: String) -> String {
        var text = text.drop(while: \.isWhitespace)
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return ["-", "–", "—", "n/a", "N/A"].contains(String(text)) ? "" : String(text)
    }
}
