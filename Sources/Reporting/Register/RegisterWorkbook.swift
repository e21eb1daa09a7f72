internal import Compliance

/// A register as a workbook: the sheet of the layout, and one that says what it rests on.
///
/// A register with no rows must not look like a clean bill: the second sheet counts what was not assessed.
struct RegisterWorkbook {
    private let table: RegisterTable

    init(_ table: RegisterTable) { self.table = table }

    /// Writes the file.
    func write(to sink: ByteSink) {
        let rows = table.entries.lazy.map { entry in
            zip(table.columns, table.cells(of: entry)).map { column, value in
                Sheet.Cell(value, separator: column.separator, limit: column.limit)
            }
        }
        let sheet = Sheet(
            name: table.layout.sheet, head: table.layout.head.map { $0.map(cell) }, titles: table.titles, rows: rows)
        Workbook(sheets: [sheet, about(kept: sheet.count)]).write(to: sink)
    }

    private var assessment: Assessment { table.index.assessment }

    private func cell(_ head: RegisterLayout.Head) -> Sheet.Cell {
        switch head {
        case .text(let text): text.isEmpty ? .empty : .text(text)
        case .system: Sheet.Cell(.init(assessment.system))
        case .date: Sheet.Cell(.init(day: assessment.at))
        case .tool: Sheet.Cell(.text("Surety \(assessment.toolVersion)"))
        }
    }

    private func about(kept: Int) -> Sheet {
        let rows = table.count
        var facts: [(String, RegisterValue)] = [
            ("Layout", .text("\(table.layout.name): \(table.layout.summary)")),
            ("System", .init(assessment.system)), ("Assessed at", .text(assessment.at)),
            ("Agents assessed", .number(assessment.agents.count)), ("Rows", .number(kept)),
        ]
        if kept < rows { facts.append(("Rows left out", .number(rows - kept))) }
        facts += RegisterDoubt(assessment, table.index, scope: table.layout.scope).facts
        facts += [
            ("Program", .text("Surety \(assessment.toolVersion)")),
            ("Evidence SHA-256", .text(assessment.evidenceDigest)),
            ("Catalogs SHA-256", .text(assessment.catalog.digest)),
        ]
        return Sheet(
            name: "About this register", titles: ["What", "Value"],
            rows: facts.map { [Sheet.Cell(.text($0.0)), Sheet.Cell($0.1)] })
    }
}
