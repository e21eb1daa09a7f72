extension MarkdownText {
    /// Text of several lines: indented ones after the first are shown as code, the others as lines of a paragraph.
    static func block(_ input: String) -> String {
        var lines = input.split(whereSeparator: \.isNewline).map(String.init).filter { !$0.trimmed.isEmpty }
        if let first = lines.first { lines[0] = first.trimmed }
        var blocks: [String] = []
        var rest = lines[...]
        while let first = rest.first {
            let isCode = first.first == " "
            let run = rest.prefix { ($0.first == " ") == isCode }
            rest = rest.dropFirst(run.count)
            blocks.append(isCode ? fenced(run) : run.map(text).joined(separator: "\\\n"))
        }
        return blocks.joined(separator: "\n\n")
    }

    /// Lines in a fence that none of them can close, without the indent that they share.
    private static func fenced(_ lines: ArraySlice<String>) -> String {
        let indent = lines.map { $0.prefix { $0 == " " }.count }.min() ?? 0
        let code = lines.map { SafeText.line(String($0.dropFirst(indent))) }
        let ticks = code.flatMap { $0.split { $0 != "`" } }.map(\.count).max() ?? 0
        let fence = String(repeating: "`", count: max(3, ticks + 1))
        return ([fence + "text"] + code + [fence]).joined(separator: "\n")
    }
}
