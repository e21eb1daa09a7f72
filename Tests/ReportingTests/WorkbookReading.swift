import Archive
import Testing

@testable import Reporting

/// A workbook read back, as far as ours go: the texts of each sheet's cells by row.
struct WorkbookReading {
    let names: [String]
    /// The parts as text, for what no cell may hold.
    let parts: [String: String]
    let sheets: [[[String]]]

    init(_ bytes: [UInt8]) throws {
        let archive = try ZipArchive(reading: bytes)
        parts = Dictionary(
            archive.entries.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) },
            uniquingKeysWith: { first, _ in first })
        let book = try XMLTree.read(Array((parts["xl/workbook.xml"] ?? "").utf8))
        names = book.all("sheet").compactMap { $0.attributes["name"] }
        var sheets: [[[String]]] = []
        for position in names.indices {
            let page = try XMLTree.read(Array((parts["xl/worksheets/sheet\(position + 1).xml"] ?? "").utf8))
            sheets.append(page.all("row").map(Self.cells))
        }
        self.sheets = sheets
    }

    /// The cells of a row, with an empty text where there is none.
    private static func cells(_ row: XMLTree) -> [String] {
        var cells: [String] = []
        for cell in row.children {
            let letters = (cell.attributes["r"] ?? "").prefix { $0.isLetter }
            while SheetText.letters(cells.count) != letters, cells.count < 200 { cells.append("") }
            cells.append((cell.all("t").first ?? cell.all("v").first)?.text ?? "")
        }
        return cells
    }

    /// The value below a heading, in a row after the headings in a row.
    func value(_ title: String, row: Int = 0, below header: Int = 0) -> String? {
        let rows = sheets[0]
        guard let column = rows[header].firstIndex(of: title), rows.indices.contains(header + 1 + row) else {
            return nil
        }
        let cells = rows[header + 1 + row]
        return cells.indices.contains(column) ? cells[column] : ""
    }
}
