/// A worksheet: rows above the headings, the headings, which stay in view, and the rows.
struct Sheet {
    /// What stands in a cell.
    enum Cell: Equatable {
        case text(String)
        case number(Int)
        /// Days since 1899-12-30, as spreadsheets count them.
        case day(Int)
        case empty
    }

    /// Rows that a worksheet can hold.
    static let mostRows = 1_048_576

    let name: String
    let titles: [String]
    /// Rows below the headings.
    let count: Int
    /// Rows above the headings.
    private let head: Int
    /// Widths of the columns in characters: what the first rows need, within bounds.
    private let widths: [Int]
    /// The rows as they are written: of a fleet only bytes lie in memory, not cells.
    private let body: [UInt8]

    /// A sheet; of more rows than it can hold the first.
    init(name: String, head: [[Cell]] = [], titles: [String], rows: some Sequence<[Cell]>) {
        self.name = name
        self.titles = titles
        self.head = head.count
        var count = 0
        var widths = titles.map { max($0.count, 8) }
        body = ByteSink.bytes { sink in
            for (position, cells) in head.enumerated() { Self.row(position + 1, cells, style: 0, sink) }
            Self.row(head.count + 1, titles.map { .text(CellText.text($0)) }, style: 1, sink)
            for cells in rows.prefix(Self.mostRows - head.count - 1) {
                count += 1
                Self.row(head.count + 1 + count, cells, style: 0, sink)
                guard count <= 100 else { continue }
                for (column, cell) in cells.prefix(widths.count).enumerated() {
                    widths[column] = max(widths[column], cell.size)
                }
            }
        }
        self.count = count
        self.widths = widths.map { min($0 + 2, 60) }
    }

    /// The part of the workbook.
    var bytes: [UInt8] {
        let top = head + 1
        // Readers that stream a sheet know its size from the dimension only.
        let last = "\(SheetText.letters(max(titles.count, 1) - 1))\(top + count)"
        let columns = widths.enumerated().map { position, width in
            "<col min=\"\(position + 1)\" max=\"\(position + 1)\" width=\"\(width)\" customWidth=\"1\"/>"
        }
        let start =
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><dimension ref=\"A1:\(last)\"/>"
            + "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"\(top)\" topLeftCell=\"A\(top + 1)\" "
            + "activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
            + "<cols>\(columns.joined())</cols><sheetData>"
        let filter = count == 0 ? "" : "<autoFilter ref=\"A\(top):\(last)\"/>"
        return Array(start.utf8) + body + Array("</sheetData>\(filter)</worksheet>\n".utf8)
    }

    private static func row(_ number: Int, _ cells: [Cell], style: Int, _ sink: ByteSink) {
        sink.append("<row r=\"\(number)\">")
        for (position, cell) in cells.enumerated() {
            let place = "<c r=\"\(SheetText.letters(position))\(number)\""
            switch cell {
            case .empty: continue
            case .number(let number): sink.append("\(place)><v>\(number)</v></c>")
            case .day(let day): sink.append("\(place) s=\"2\"><v>\(day)</v></c>")
            case .text(let text):
                let format = style == 0 ? "" : " s=\"\(style)\""
                sink.append("\(place)\(format) t=\"inlineStr\"><is><t xml:space=\"preserve\">")
                sink.append(SheetText.cell(text))
                sink.append("</t></is></c>")
            }
        }
        sink.append("</row>\n")
    }
}

extension Sheet.Cell {
    /// A value as a cell, its text made harmless and cut to a limit.
    init(_ value: RegisterValue, separator: String = "; ", limit: Int = RegisterColumn.longest) {
        switch value {
        case .number(let number): self = .number(number)
        case .date(let day): self = .init(day: day)
        default:
            let text = CellText.text(value.text(separator: separator), limit: limit)
            self = text.isEmpty ? .empty : .text(text)
        }
    }

    private init(day text: String) {
        guard let moment = EpochTime.milliseconds(text) else {
            self = .text(CellText.text(text))
            return
        }
        self = .day(moment / 86_400_000 + 25_569)
    }

    /// How many characters it takes to show.
    fileprivate var size: Int {
        switch self {
        case .text(let text): min(text.utf8.count, 60)
        case .number(let number): String(number).count
        case .day: 10
        case .empty: 0
        }
    }
}
