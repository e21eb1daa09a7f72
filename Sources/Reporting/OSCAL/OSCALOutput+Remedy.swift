internal import Compliance

extension OSCALOutput {
    /// Writes an element that holds a remedy: paragraphs, and what is to be pasted in the markup for code.
    func remedy(_ name: StaticString, _ text: String) {
        let blocks = Remedy(text).blocks
        guard !blocks.isEmpty else { return self.blocks(name, []) }
        switch form {
        case .xml(let xml):
            xml.element(name) {
                for block in blocks {
                    switch block {
                    case .prose(let spans): plain("p", spans.source)
                    case .code(_, let lines, _): xml.preformatted("pre", lines)
                    }
                }
            }
        case .json(let json): json.text("\(name)", [], blocks.map(Self.markdown).joined(separator: "\n\n"))
        }
    }

    /// Code is indented: no line of it can end the block.
    private static func markdown(_ block: Remedy.Block) -> String {
        switch block {
        case .prose(let spans): OSCALText.markdown(OSCALText.line(spans.source))
        case .code(_, let lines, _):
            lines.map { line in "    " + line.prefix { $0 == " " } + OSCALText.line(line) }.joined(separator: "\n")
        }
    }
}
