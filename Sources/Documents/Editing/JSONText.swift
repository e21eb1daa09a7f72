/// Writes a value as JSON the way people do: a member or element a line, or everything in one line.
struct JSONText {
    let unit: String
    let lineBreak: String

    /// The value as it stands in a line with this indent; without one it takes one line.
    func write(_ node: Node, indent: String?) -> String {
        let parts: [String]
        let brackets: (String, String)
        let inner = indent.map { $0 + unit }
        switch node.content {
        case .object(let members):
            parts = members.map { JSONQuote.quoted($0.key) + ": " + write($0.value, indent: inner) }
            brackets = ("{", "}")
        case .array(let elements):
            parts = elements.map { write($0, indent: inner) }
            brackets = ("[", "]")
        default: return Self.scalar(node)
        }
        guard !parts.isEmpty else { return brackets.0 + brackets.1 }
        guard let indent, let inner else {
            let space = brackets.0 == "{" ? " " : ""
            return brackets.0 + space + parts.joined(separator: ", ") + space + brackets.1
        }
        return brackets.0 + lineBreak + inner + parts.joined(separator: "," + lineBreak + inner) + lineBreak + indent
            + brackets.1
    }

    /// A value that holds no others.
    static func scalar(_ node: Node) -> String {
        switch node.content {
        case .string(let text): JSONQuote.quoted(text)
        case .integer(let number): String(number)
        case .real(let number): String(number)
        case .boolean(let value): value ? "true" : "false"
        default: "null"
        }
    }
}
