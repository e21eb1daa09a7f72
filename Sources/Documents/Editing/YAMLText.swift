/// Writes values as YAML.
enum YAMLText {
    /// A member of a block mapping, without the line break at its end.
    static func member(_ key: String, _ value: Node, indent: String, unit: String, lineBreak: String) -> String {
        let head = indent + text(key) + ":"
        if !value.members.isEmpty {
            let inner = value.members.map {
                member($0.key, $0.value, indent: indent + unit, unit: unit, lineBreak: lineBreak)
            }
            return ([head] + inner).joined(separator: lineBreak)
        }
        if !value.elements.isEmpty {
            return ([head] + value.elements.map { indent + unit + "- " + flow($0) }).joined(separator: lineBreak)
        }
        return head + " " + flow(value)
    }

    /// A value in one line.
    static func flow(_ value: Node) -> String {
        if value.isArray { return "[" + value.elements.map(flow).joined(separator: ", ") + "]" }
        if value.isObject {
            let members = value.members.map { text($0.key) + ": " + flow($0.value) }.joined(separator: ", ")
            return members.isEmpty ? "{}" : "{ \(members) }"
        }
        return scalar(value, quote: .plain)
    }

    /// A value that holds no others, in the quotes that were there where it is a text.
    static func scalar(_ value: Node, quote: YAMLEvents.Style) -> String {
        guard let string = value.string else { return JSONText.scalar(value) }
        if quote == .singleQuoted, string.unicodeScalars.allSatisfy({ $0 != "'" && $0.value >= 0x20 }) {
            return "'\(string)'"
        }
        return quote == .doubleQuoted ? JSONQuote.quoted(string) : text(string)
    }

    /// A text, in quotes unless nobody can read it as anything else, also by YAML 1.1.
    static func text(_ string: String) -> String {
        let isPlain =
            string.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_\/.-]*/) != nil
            && YAMLScalar.content(of: string) == .string(string)
            && !["yes", "no", "on", "off", "y", "n"].contains(string.lowercased())
        return isPlain ? string : JSONQuote.quoted(string)
    }
}
