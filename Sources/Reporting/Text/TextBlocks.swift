/// A text of several lines as paragraphs and code: indented lines after the first are code.
enum TextBlocks {
    /// Lines that stand together.
    struct Block: Equatable {
        let isCode: Bool
        /// The lines; of code without the indent that they share.
        let lines: [String]
    }

    /// The blocks of a text, in order; blank lines are left out.
    static func blocks(of input: String) -> [Block] {
        var lines = input.split(whereSeparator: \.isNewline).map(String.init).filter { !$0.trimmed.isEmpty }
        if let first = lines.first { lines[0] = first.trimmed }
        var blocks: [Block] = []
        var rest = lines[...]
        while let first = rest.first {
            let isCode = first.first == " "
            let run = rest.prefix { ($0.first == " ") == isCode }
            rest = rest.dropFirst(run.count)
            blocks.append(Block(isCode: isCode, lines: isCode ? withoutIndent(run) : Array(run)))
        }
        return blocks
    }

    private static func withoutIndent(_ lines: ArraySlice<String>) -> [String] {
        let indent = lines.map { $0.prefix { $0 == " " }.count }.min() ?? 0
        return lines.map { SafeText.line(String($0.dropFirst(indent))) }
    }
}
