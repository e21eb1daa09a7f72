/// Reads the little Markdown of a remedy line by line.
struct RemedyReader {
    /// What may stand behind the opening of a fence.
    static let languages: Set<String> = ["json", "toml", "yaml", "sh", "python", "sql", "text"]
    /// What may stand behind the language of a block that holds as it stands.
    static let applicable = "apply"

    let known: [String]
    private(set) var parts: [Remedy.Part] = []
    private(set) var problems: [RemedyProblem] = []
    /// Whether the next block belongs to the last part.
    private var isOpen = false
    private var prose: [String] = []
    private var proseLine = 0
    private var fence: (language: String, isApplicable: Bool, indent: Int, line: Int, lines: [String])?

    init(known: [String]) {
        self.known = known
    }

    mutating func read(_ text: String) {
        // Bytes: every start of the program reads all built-in checks.
        for (position, bytes) in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            read(Substring(bytes.last == 0x0D ? bytes.dropLast() : bytes), position + 1)
        }
        if let open = fence {
            complain(open.line, "the block that begins here is not closed by ```")
            closeFence()
        }
        closeProse()
    }

    private mutating func read(_ line: Substring, _ number: Int) {
        let indent = line.utf8.prefix { $0 == 0x20 }.count
        let bare = Substring(line.utf8.dropFirst(indent))
        if fence != nil {
            if bare.hasPrefix("```"), Self.isBlank(bare.dropFirst(3)) { return closeFence() }
            // Of the code the indent of the fence is taken away, and no more.
            let cut = min(indent, fence?.indent ?? 0)
            fence?.lines.append(String(Substring(line.utf8.dropFirst(cut))))
        } else if bare.hasPrefix("```") {
            openFence(bare.dropFirst(3), indent, number)
        } else if Self.isBlank(bare) {
            closeProse()
            isOpen = false
        } else {
            if indent > 0 { complain(number, "the line is indented and in no block: what is pasted goes between ```") }
            sentence(bare, number)
        }
    }

    private mutating func sentence(_ line: Substring, _ number: Int) {
        if let heads = ProductHead.names(at: line, known: known) {
            closeProse()
            parts.append(Remedy.Part(heads: heads, blocks: []))
            isOpen = true
        }
        if prose.isEmpty { proseLine = number }
        prose.append(String(line))
    }

    private mutating func openFence(_ words: Substring, _ indent: Int, _ number: Int) {
        closeProse()
        let words = words.split(separator: " ")
        let language = words.first.map(String.init) ?? ""
        let isApplicable = words.count == 2 && words[1] == Self.applicable
        if words.count > 1, !isApplicable || !["json", "toml", "yaml"].contains(language) {
            complain(number, "behind ``` stands a language, and behind json, toml or yaml perhaps \(Self.applicable)")
        }
        if !Self.languages.contains(language) {
            let words = Self.languages.sorted().joined(separator: ", ")
            complain(number, "expected one of \(words) behind ```, not '\(language)'")
        }
        if !isOpen { complain(number, "no sentence says what the block is") }
        fence = (language, isApplicable, indent, number, [])
    }

    private mutating func closeFence() {
        guard let closed = fence else { return }
        fence = nil
        if closed.lines.allSatisfy({ Self.isBlank($0) }) { complain(closed.line, "the block is empty") }
        add(.code(language: closed.language, lines: closed.lines, isApplicable: closed.isApplicable))
    }

    private mutating func closeProse() {
        guard !prose.isEmpty else { return }
        let text = prose.joined(separator: " ")
        prose = []
        let pieces = text.split(separator: "`", omittingEmptySubsequences: false)
        guard !pieces.count.isMultiple(of: 2) else {
            complain(proseLine, "the paragraph has an odd number of backticks")
            return add(.prose([.words(text)]))
        }
        var spans: [Remedy.Span] = []
        for (position, piece) in pieces.enumerated() {
            let isCode = !position.isMultiple(of: 2)
            if isCode, Self.isBlank(piece) { complain(proseLine, "nothing is between two backticks") }
            guard !piece.isEmpty else { continue }
            spans.append(isCode ? .code(String(piece)) : .words(String(piece)))
        }
        add(.prose(spans))
    }

    private mutating func add(_ block: Remedy.Block) {
        if !isOpen { parts.append(Remedy.Part(heads: [], blocks: [])) }
        isOpen = true
        parts[parts.count - 1].blocks.append(block)
    }

    private mutating func complain(_ line: Int, _ message: String) {
        problems.append(RemedyProblem(line: line, message: message))
    }

    private static func isBlank(_ text: some StringProtocol) -> Bool {
        text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }
}
