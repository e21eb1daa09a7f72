internal import Documents

/// A tree as compact JSON.
enum JSONLiteral {
    static func text(of node: Node) -> String {
        switch node.content {
        case .object(let members):
            "{" + members.map { "\(JSONQuote.quoted($0.key)):\(text(of: $0.value))" }.joined(separator: ",") + "}"
        case .array(let elements): "[" + elements.map(text).joined(separator: ",") + "]"
        case .string(let text): JSONQuote.quoted(text)
        case .integer(let integer): String(integer)
        case .real(let real): String(real)
        case .boolean(let boolean): String(boolean)
        case .null: "null"
        }
    }
}
