internal import Compliance

extension MarkdownText {
    /// A remedy as paragraphs and fenced blocks.
    static func remedy(_ input: String) -> String {
        Remedy(input).blocks.map { block in
            switch block {
            case .prose(let spans): self.spans(spans)
            case .code(let language, let lines, _): fenced(language, lines.map(SafeText.line))
            }
        }.joined(separator: "\n\n")
    }

    /// Sentences with code in them, where it is said which is which.
    static func spans(_ spans: [Remedy.Span]) -> String {
        spans.enumerated().map { position, span in
            switch span {
            case .code(let code): self.code(code)
            // A colon behind a piece of code is not at the beginning of a line.
            case .words(let words) where position > 0 && words.first == ":": ":" + text(String(words.dropFirst()))
            case .words(let words): text(words)
            }
        }.joined()
    }

    /// Lines in a fence that none of them can close.
    static func fenced(_ language: String, _ code: [String]) -> String {
        let ticks = code.flatMap { $0.split { $0 != "`" } }.map(\.count).max() ?? 0
        let fence = String(repeating: "`", count: max(3, ticks + 1))
        let word = language.allSatisfy { $0.isASCII && $0.isLetter } && !language.isEmpty ? language : "text"
        return ([fence + word] + code + [fence]).joined(separator: "\n")
    }
}
