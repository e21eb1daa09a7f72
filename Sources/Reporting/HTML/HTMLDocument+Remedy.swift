internal import Compliance

extension HTMLDocument {
    /// Writes a remedy: paragraphs, and what can be pasted.
    func remedy(_ text: String) {
        for block in Remedy(text).blocks {
            switch block {
            case .prose(let spans): html.element("p") { self.spans(spans) }
            case .code(_, let lines, _):
                html.element("pre") {
                    html.inline("code") {
                        for (position, line) in lines.enumerated() {
                            if position > 0 { html.literal("\n") }
                            html.write(line)
                        }
                    }
                }
            }
        }
    }

    /// Writes sentences with code in them.
    func spans(_ spans: [Remedy.Span]) {
        for span in spans {
            switch span {
            case .words(let words): html.write(words)
            case .code(let text): code(text)
            }
        }
    }
}
