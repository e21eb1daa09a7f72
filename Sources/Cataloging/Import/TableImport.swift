internal import Compliance
internal import Documents

/// A framework out of a table: a header row, then one item a row.
///
/// Columns are `id`, `title`, `statement`, `parent`, and where they are there `kind`, `observability` and `question`, in
/// any order. Commas, semicolons or tabs part them, as the header shows.
enum TableImport {
    private static let columns = ["id", "title", "statement", "parent", "kind", "observability", "question"]

    static func draft(_ bytes: [UInt8], path: String) throws -> FrameworkDraft {
        let rows: [SeparatedValues.Row]
        do throws(Diagnostic) {
            rows = try SeparatedValues.rows(bytes)
        } catch {
            throw CatalogProblem(path: path, position: error.position ?? .start, message: error.message)
        }
        guard let header = rows.first else {
            throw CatalogProblem(path: path, position: .start, message: "the table is empty")
        }
        var problems: [CatalogProblem] = []
        func complain(_ row: SeparatedValues.Row, _ message: String) {
            problems.append(
                CatalogProblem(path: path, position: Position(line: row.line, column: 1), message: message))
        }
        let names = header.cells.map { $0.lowercased() }
        for name in names where !columns.contains(name) {
            complain(header, "there is no column \(name); known are \(columns.joined(separator: ", "))")
        }
        if !names.contains("id") || !names.contains("title") && !names.contains("statement") {
            complain(header, "expected the columns id and title or statement")
        }
        if Set(names).count < names.count { complain(header, "a column is there twice") }
        guard problems.isEmpty else { throw CatalogProblems(problems: problems) }
        var draft = FrameworkDraft()
        for row in rows.dropFirst() {
            guard row.cells.count == names.count else {
                complain(row, "the row has \(row.cells.count) cells, the header \(names.count)")
                continue
            }
            let cells = Dictionary(zip(names, row.cells)) { first, _ in first }.filter { !$0.value.isEmpty }
            var item = FrameworkDraft.Item(id: FrameworkDraft.identifier(cells["id"] ?? ""))
            item.position = Position(line: row.line, column: 1)
            item.parent = cells["parent"].map(FrameworkDraft.identifier)
            item.title = cells["title"] ?? ""
            item.statement = cells["statement"] ?? ""
            item.question = cells["question"]
            if let word = cells["kind"] {
                item.kind = Control.Kind(rawValue: word) ?? item.kind
                if item.kind.rawValue != word { complain(row, "kind cannot be \(word)") }
            }
            if let word = cells["observability"] {
                item.observability = Control.Observability(rawValue: word) ?? item.observability
                if item.observability.rawValue != word { complain(row, "observability cannot be \(word)") }
            }
            draft.items.append(item)
        }
        guard problems.isEmpty else { throw CatalogProblems(problems: problems) }
        let asked = draft.items.count { $0.kind != .group && $0.observability != .direct && $0.question == nil }
        if asked > 0 { draft.notes = ["\(asked) questions were generated from statements"] }
        return draft
    }
}
