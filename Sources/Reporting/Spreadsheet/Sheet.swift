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
    let head: [[Cell]]
    let titles: [String]
    let rows: [[Cell]]

    /// A sheet; of more rows than it can hold the first.
    init(name: String, head: [[Cell]] = [], titles: [String], rows: [[Cell]]) {
        self.name = name
        self.head = head
        self.titles = titles
        self.rows = Array(rows.prefix(Self.mostRows - head.count - 1))
    }

    /// The part of the workbook.
    var bytes: [UInt8] {
        ByteSink.bytes { sink in
            let top = head.count + 1
            sink.append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
            sink.append("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">")
            sink.append(
                "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"\(top)\" topLeftCell=\"A\(top + 1)\" ")
            sink.append("activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>")
            for (position, width) in widths.enumerated() {
                sink.append(
                    "<col min=\"\(position + 1)\" max=\"\(position + 1)\" width=\"\(width)\" customWidth=\"1\"/>")
            }
            sink.append("</cols><sheetData>")
            for (position, cells) in head.enumerated() { row(position + 1, cells, style: 0, sink) }
            row(top, titles.map { .text($0) }, style: 1, sink)
            for (position, cells) in rows.enumerated() { row(top + 1 + position, cells, style: 0, sink) }
            sink.append("</sheetData>")
            if !rows.isEmpty { sink.append("<autoFilter ref=\"A\(top):\(last)\"/>") }
            sink.append("</worksheet>\n")
        }
    }

    private func row(_ number: Int, _ cells: [Cell], style: Int, _ sink: ByteSink) {
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

    /// Widths in characters: what the first rows need, within bounds.
    private var widths: [Int] {
        titles.enumerated().map { position, title in
            let widest = rows.prefix(100).map { $0.count > position ? $0[position].size : 0 }.max() ?? 0
            return min(max(widest, title.count, 8) + 2, 60)
        }
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
