internal import Documents
internal import XML

/// Prose of OSCAL's XML in the making of its Markdown.
///
/// Paragraphs, lists and inserted parameters are kept, emphasis is not: what is read is the text.
struct OSCALMarkup {
    private var open: [(name: String, href: String?)] = []
    private var blocks: [String] = []
    private var current: String

    /// Where it begins.
    let place: Position

    /// Prose that begins at a place, behind a text without markup.
    init(at place: Position, leading: String) {
        self.place = place
        current = OSCALProse.escaped(Self.squeezed(leading))
    }

    /// Whether an element of markup is open.
    var isOpen: Bool { !open.isEmpty }

    /// The Markdown.
    var markdown: String {
        (blocks + [Self.collapsed(current)]).filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    mutating func begin(_ name: String, _ attributes: [XMLAttribute]) {
        open.append((name, attributes.first { $0.name == "href" }?.value))
        switch name {
        case "insert":
            let id = attributes.first { $0.name == "id-ref" }?.value ?? ""
            let type = attributes.first { $0.name == "type" }?.value ?? "param"
            current += "{{ insert: \(type), \(id) }}"
        case "a": current += "["
        case "br": current += " "
        case "q": current += "\""
        case "td", "th": if !current.isEmpty { current += " " }
        case "li":
            finishBlock()
            current = "- "
        default: if Self.isBlock(name) && current != "- " { finishBlock() }
        }
    }

    mutating func text(_ text: String) {
        // White space between paragraphs is layout, but not between the words of a line.
        guard isOpen || !current.isEmpty || !text.allSatisfy(\.isWhitespace) else { return }
        current += OSCALProse.escaped(Self.squeezed(text))
    }

    mutating func end() {
        let (name, href) = open.removeLast()
        if name == "a" { current += "](\(href ?? ""))" }
        if name == "q" { current += "\"" }
        if Self.isBlock(name) || name == "li" { finishBlock() }
    }

    private mutating func finishBlock() {
        let text = Self.collapsed(current)
        if !text.isEmpty && text != "-" { blocks.append(text) }
        current = ""
    }

    private static func isBlock(_ name: String) -> Bool {
        ["p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "pre", "blockquote", "table", "tr", "hr"].contains(name)
    }

    /// Runs of white space as one space, none at the ends.
    static func collapsed(_ text: String) -> String {
        let isTidy = !text.utf8.contains { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 } && !text.contains("  ")
        if isTidy && text.utf8.first != 0x20 && text.utf8.last != 0x20 { return text }
        return text.split { $0 == " " || $0 == "\t" || $0.isNewline }.joined(separator: " ")
    }

    /// Lines without white space at their ends, blank ones left out: a text of paragraphs as frameworks have it.
    static func tidied(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).map { collapsed(String($0)) }.filter { !$0.isEmpty }
            .joined(separator: "\n")
    }

    /// Runs of white space as one space, also at the ends.
    private static func squeezed(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) else { return text }
        let inner = collapsed(text)
        if inner.isEmpty { return " " }
        return (text.first?.isWhitespace == true ? " " : "") + inner + (text.last?.isWhitespace == true ? " " : "")
    }
}
