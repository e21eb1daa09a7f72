/// Writes values as TOML.
enum TOMLText {
    /// A key, in quotes where it must be.
    static func key(_ key: String) -> String {
        !key.isEmpty && key.utf8.allSatisfy(TOMLLayoutReader.isBare) ? key : JSONQuote.quoted(key)
    }

    /// A value in one line; nil for what TOML cannot hold, and for a table.
    static func value(_ node: Node) -> String? {
        switch node.content {
        case .object, .null: return nil
        case .array(let elements):
            let parts = elements.compactMap(value)
            return parts.count == elements.count ? "[" + parts.joined(separator: ", ") + "]" : nil
        default: return JSONText.scalar(node)
        }
    }

    /// A table with its header, and those within it.
    static func table(_ path: [String], _ table: Node, _ lineBreak: String) -> String? {
        var lines = ["[" + path.map(key).joined(separator: ".") + "]"]
        var inner: [String] = []
        for member in table.members {
            if member.value.isObject {
                guard let text = self.table(path + [member.key], member.value, lineBreak) else { return nil }
                inner.append(text)
            } else {
                guard let text = value(member.value) else { return nil }
                lines.append(key(member.key) + " = " + text)
            }
        }
        let own = lines.count > 1 || inner.isEmpty ? [lines.joined(separator: lineBreak)] : []
        return (own + inner).joined(separator: lineBreak + lineBreak)
    }
}
