internal import Documents

/// A list in front matter, written as one or as a text with commas or spaces between its entries.
enum FrontMatterList {
    /// The entries with their places; those of a text share the place of the text.
    static func entries(of node: Node) -> [(text: String, position: Position)] {
        if node.isArray { return node.elements.compactMap { item in item.string.map { ($0, item.position) } } }
        var parts = [""]
        var depth = 0
        for character in node.string ?? "" {
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            let isBreak = character == "," || character == " " || character == "\n"
            if isBreak && depth <= 0 { parts.append("") } else { parts[parts.count - 1].append(character) }
        }
        return parts.filter { !$0.isEmpty }.map { ($0, node.position) }
    }
}
