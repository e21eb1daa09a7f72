extension MarkdownText {
    /// Text of several lines: indented ones after the first are shown as code, the others as lines of a paragraph.
    static func block(_ input: String) -> String {
        TextBlocks.blocks(of: input).map {
            $0.isCode ? fenced($0.lines) : $0.lines.map(prose).joined(separator: "\\\n")
        }.joined(separator: "\n\n")
    }

    /// Lines in a fence that none of them can close.
    private static func fenced(_ code: [String]) -> String {
        let ticks = code.flatMap { $0.split { $0 != "`" } }.map(\.count).max() ?? 0
        let fence = String(repeating: "`", count: max(3, ticks + 1))
        return ([fence + "text"] + code + [fence]).joined(separator: "\n")
    }
}
