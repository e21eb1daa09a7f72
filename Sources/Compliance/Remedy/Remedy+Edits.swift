extension Remedy.Part {
    /// The file that the bracket of its head names, when it names a file and nothing else: `Codex CLI (`config.toml`): …`.
    public var file: String? {
        guard case .prose(let spans)? = blocks.first, spans.count > 2, case .words(let before) = spans[0],
            case .code(let file) = spans[1], case .words(let after) = spans[2], before.hasSuffix(" ("),
            after.hasPrefix("):")
        else { return nil }
        return file
    }

    /// The blocks that hold as they stand, with their language; each is a way of its own.
    public var applicable: [(language: String, text: String)] {
        blocks.compactMap { block in
            guard case .code(let language, let lines, isApplicable: true) = block else { return nil }
            return (language, lines.joined(separator: "\n"))
        }
    }
}
