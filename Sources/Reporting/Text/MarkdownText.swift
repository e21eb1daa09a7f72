/// Writes text into Markdown so that it stays text, in CommonMark, on GitHub and in pandoc.
enum MarkdownText {
    /// Text that is shown as it is, in a paragraph, a list item or a table cell.
    ///
    /// Besides Markdown's own marks it disarms what renderers add: HTML, bare links, `$` formulas, pandoc's citations,
    /// attributes, superscripts, and marks that count only at the start of a line.
    static func text(_ input: String) -> String {
        let line = SafeText.line(input)
        guard line.utf8.contains(where: isSpecial) else { return line }
        let characters = Array(line)
        var out = ""
        out.reserveCapacity(line.utf8.count + 8)
        for (position, character) in characters.enumerated() {
            let isLink =
                switch character {
                case ":": characters[position...].starts(with: "://")
                case ".": out.suffix(3).lowercased() == "www"
                default: false
                }
            if isLink || escaped.contains(character)
                || isLeading(character, after: out, before: characters[(position + 1)...].first)
            {
                out.append("\\")
            }
            out.append(character)
        }
        return out
    }

    /// Text in the look of code: paths, identifiers.
    ///
    /// A backtick cannot be escaped in a code span, and a pipe cannot be in one that stands in a table of every
    /// renderer: such texts are shown as plain text.
    static func code(_ input: String) -> String {
        let line = SafeText.line(input)
        let edges = line.first == " " || line.last == " "
        guard !line.isEmpty, !edges, !line.utf8.contains(where: { $0 == 0x60 || $0 == 0x7C || $0 == 0x5C }) else {
            return text(line)
        }
        return "`\(line)`"
    }

    private static let escaped: Set<Character> = [
        "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&", "$", "^", "{", "}", "@", "#",
    ]

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x76, 0x78...0x7A, 0x20, 0x2C: false
        default: true
        }
    }

    /// Marks of lists, headings and definitions count at the start only.
    private static func isLeading(_ character: Character, after out: String, before next: Character?) -> Bool {
        switch character {
        case "-", "+", "=", ":", "%": out.isEmpty
        case ".", ")":
            (next == nil || next == " ") && !out.isEmpty && out.utf8.count < 10
                && out.utf8.allSatisfy { (48...57).contains($0) }
        default: false
        }
    }
}
