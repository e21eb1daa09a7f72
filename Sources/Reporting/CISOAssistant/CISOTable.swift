/// A file of rows for CISO Assistant's data wizard: as CSV with commas, or as a workbook of one sheet.
struct CISOTable {
    let name: String
    let columns: [String]
    let rows: [[String]]

    /// The table as CSV.
    var csv: ReportFile {
        ReportFile("\(CISOAssistantWriter.folder)/\(name).csv") { [self] sink in
            let csv = CSVText(sink: sink)
            csv.row(columns)
            for row in rows { csv.row(row.map { CellText.text($0) }) }
        }
    }

    /// The table as a workbook.
    var xlsx: ReportFile {
        ReportFile("\(CISOAssistantWriter.folder)/\(name).xlsx") { [self] sink in
            let sheet = Sheet(name: "Sheet1", titles: columns, rows: rows.map { $0.map { Sheet.Cell(.text($0)) } })
            Workbook(sheets: [sheet]).write(to: sink)
        }
    }
}
