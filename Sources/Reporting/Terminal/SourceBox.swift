internal import Compliance

/// A line of a source with its place above it and what is meant underlined.
struct SourceBox {
    let citation: Citation
    /// The line, secrets already removed.
    let excerpt: String
    /// Columns of the terminal.
    let width: Int

    private var line: CitedLine { CitedLine(citation, excerpt: excerpt) }

    /// The box, or nil when the citation names no line, or a file's first for a value that is not written in it.
    func lines(_ style: TerminalStyle) -> [String]? {
        guard let number = citation.line.map(String.init), !citation.isOfDefault(excerpt) else { return nil }
        let margin = String(repeating: " ", count: number.count)
        let source = visible()
        let place = style.accent(style.plain(citation.place))
        var lines = ["\(margin) \(style.dim("╭─")) \(place)", "\(style.dim("\(number) │")) \(source.text)"]
        if let start = source.start, source.length > 0 {
            // The underline's first column lies under the text's, one space behind the frame.
            let lead =
                String(repeating: "─", count: min(2, start + 1)) + String(repeating: " ", count: max(0, start - 1))
            lines.append(
                "\(margin) \(style.dim("╰" + lead))\(style.accent(String(repeating: "─", count: source.length)))")
        } else {
            lines.append("\(margin) \(style.dim("╰─"))")
        }
        return lines
    }

    /// The part of the line that fits, with the columns of what is underlined.
    private func visible() -> (text: String, start: Int?, length: Int) {
        let scalars = line.scalars
        let room = max(width - (citation.line.map { String($0).count } ?? 0) - 4, 20)
        let mark = line.start
        // What is left of a far-away value is cut, so that the value is seen.
        let first = mark.map { $0 > room - 20 ? max(0, $0 - 20) : 0 } ?? 0
        var shown = first > 0 ? "…" : ""
        var columns = first > 0 ? 1 : 0
        var start: Int?
        var length = 0
        let end = line.end
        for position in first..<max(scalars.count, first) {
            let scalar = scalars[position]
            let step = TerminalText.width(scalar)
            if columns + step > room - 1 && position < scalars.count - 1 {
                shown += "…"
                break
            }
            if position == mark { start = columns }
            if let mark, position >= mark, position < end { length += step }
            shown.unicodeScalars.append(scalar)
            columns += step
        }
        return (shown, start, length)
    }
}
