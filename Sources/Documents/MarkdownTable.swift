/// A table of a Markdown text, with the places of its cells.
///
/// Tables are as GitHub Flavored Markdown has them: https://github.github.com/gfm/#tables-extension-
public struct MarkdownTable: Sendable, Hashable {
    /// The header and the rows below the line of dashes; short rows are filled with empty cells.
    public let rows: [[CSVRecord.Field]]
    /// The headings that it stands under, the outermost first.
    public let headings: [String]

    /// The tables of a text, those in fenced code left out.
    ///
    /// - Parameters:
    ///   - body: The text.
    ///   - firstLine: The line on which it begins.
    /// - Returns: The tables, in order.
    public static func all(in body: String, firstLine: Int = 1) -> [MarkdownTable] {
        // CRLF is one character.
        let lines = body.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
        var tables: [MarkdownTable] = []
        var headings: [(level: Int, text: String)] = []
        var fence: Character?
        var index = 0
        while index < lines.count {
            let mark = self.fence(lines[index])
            if let mark, fence == nil || fence == mark { fence = fence == nil ? mark : nil }
            if fence == nil, let heading = heading(lines[index]) {
                headings.removeAll { $0.level >= heading.level }
                headings.append(heading)
            }
            if fence == nil, index + 1 < lines.count, let header = cells(lines[index], line: firstLine + index),
                isDelimiter(lines[index + 1], columns: header.count)
            {
                var rows = [header]
                index += 2
                while index < lines.count, let row = cells(lines[index], line: firstLine + index) {
                    rows.append(filled(row, to: header.count, line: firstLine + index))
                    index += 1
                }
                tables.append(MarkdownTable(rows: rows, headings: headings.map(\.text)))
            } else {
                index += 1
            }
        }
        return tables
    }

    private static func fence(_ line: Substring) -> Character? {
        let text = line.drop { $0 == " " }
        return text.hasPrefix("```") ? "`" : text.hasPrefix("~~~") ? "~" : nil
    }

    /// A heading with marks in front; their number is its level.
    private static func heading(_ line: Substring) -> (level: Int, text: String)? {
        let text = line.drop { $0 == " " }
        let level = text.prefix { $0 == "#" }.count
        let rest = text.dropFirst(level)
        guard (1...6).contains(level), rest.isEmpty || rest.first?.isWhitespace == true else { return nil }
        var title = rest[...]
        while let last = title.last, last.isWhitespace || last == "#" { title.removeLast() }
        return (level, String(title).trimmed())
    }

    private static func isDelimiter(_ line: Substring, columns: Int) -> Bool {
        guard let cells = cells(line, line: 1), cells.count == columns else { return false }
        return cells.allSatisfy { cell in
            var text = cell.text[...]
            if text.first == ":" { text.removeFirst() }
            if text.last == ":" { text.removeLast() }
            return !text.isEmpty && text.allSatisfy { $0 == "-" }
        }
    }

    /// The cells of a line; nil when it has no bar.
    private static func cells(_ line: Substring, line number: Int) -> [CSVRecord.Field]? {
        guard line.contains("|") else { return nil }
        var cells: [(text: String, column: Int)] = []
        var text = ""
        var start = 1
        var isEscaped = false
        for (offset, character) in line.enumerated() {
            if character == "|" && !isEscaped {
                cells.append((text, start))
                text = ""
                start = offset + 2
            } else {
                if character == "|" && isEscaped { text.removeLast() }
                text.append(character)
            }
            isEscaped = character == "\\" && !isEscaped
        }
        cells.append((text, start))
        // The bars at both ends are no cells.
        if let first = cells.first, first.text.allSatisfy(\.isWhitespace) { cells.removeFirst() }
        if let last = cells.last, last.text.allSatisfy(\.isWhitespace), !cells.isEmpty,
            line.last(where: { !$0.isWhitespace }) == "|"
        {
            cells.removeLast()
        }
        return cells.map { cell in
            let blanks = cell.text.prefix(while: \.isWhitespace).count
            return CSVRecord.Field(
                text: cell.text.trimmed(), position: Position(line: number, column: cell.column + blanks))
        }
    }

    private static func filled(_ row: [CSVRecord.Field], to count: Int, line: Int) -> [CSVRecord.Field] {
        let place = row.last?.position ?? Position(line: line, column: 1)
        let missing = max(0, count - row.count)
        return Array((row + Array(repeating: CSVRecord.Field(text: "", position: place), count: missing)).prefix(count))
    }
}
