/// A table in Markdown of cells that are finished: GitHub's form, which pandoc reads too.
public enum MarkdownRows {
    /// The lines of a table; none when it has no rows.
    public static func table(_ header: [String], _ rows: some Sequence<[String]>) -> [String] {
        let lines = rows.map(row)
        return lines.isEmpty ? [] : head(header) + lines
    }

    /// The headings, and the line below them.
    static func head(_ header: [String]) -> [String] { [row(header), row(header.map { _ in "---" })] }

    /// A row; a cell that is empty keeps its room.
    static func row(_ cells: [String]) -> String {
        "| " + cells.map { $0.isEmpty ? " " : $0 }.joined(separator: " | ") + " |"
    }
}
