/// Plain scalars by the core schema of YAML 1.2.2, §10.3.2.
enum YAMLScalar {
    static func content(of text: String) -> Node.Content {
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return .boolean(true)
        case "false", "False", "FALSE": return .boolean(false)
        default: return number(text) ?? .string(text)
        }
    }

    private static func number(_ text: String) -> Node.Content? {
        guard let first = text.utf8.first, "+-.0123456789".utf8.contains(first) else { return nil }
        if text.hasPrefix("0x"), let integer = Int(text.dropFirst(2), radix: 16) { return .integer(integer) }
        if text.hasPrefix("0o"), let integer = Int(text.dropFirst(2), radix: 8) { return .integer(integer) }
        if let integer = Int(text) { return .integer(integer) }
        let isNumeral = text.utf8.allSatisfy { "+-.eE0123456789".utf8.contains($0) }
        guard isNumeral, text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
        let padded = text.hasSuffix(".") ? text + "0" : text
        return Double(padded).map(Node.Content.real)
    }
}
