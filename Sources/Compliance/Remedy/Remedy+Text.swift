extension Remedy {
    /// The remedy as it would be written: a line for each paragraph, a blank line between parts.
    public var source: String {
        parts.map { part in part.blocks.flatMap(\.source).joined(separator: "\n") }.joined(separator: "\n\n")
    }

    /// The lines of a text without marks: code is indented, a blank line stands between parts.
    public var plainLines: [String] {
        Array(parts.map { part in part.blocks.flatMap(\.plainLines) }.joined(separator: [""]))
    }

    /// Everything in one line.
    public var oneLine: String {
        blocks.flatMap(\.plainLines).map { String($0.drop { $0 == " " }) }.joined(separator: " ")
    }
}

extension Remedy.Block {
    /// The lines as they would be written.
    public var source: [String] {
        switch self {
        case .prose(let spans): [spans.source]
        case .code(let language, let lines, _): ["```\(language)"] + lines + ["```"]
        }
    }

    fileprivate var plainLines: [String] {
        switch self {
        case .prose(let spans): [spans.source]
        case .code(_, let lines, _): lines.map { $0.isEmpty ? "" : "  " + $0 }
        }
    }
}

extension [Remedy.Span] {
    /// The sentences as they are written, with backticks around code.
    public var source: String {
        map { span in
            switch span {
            case .words(let words): words
            case .code(let code): "`\(code)`"
            }
        }.joined()
    }
}
