internal import Documents

/// A tree as compact JSON.
enum JSONLiteral {
    static func text(of node: Node) -> String {
        switch node.content {
        case .object(let members):
            "{" + members.map { "\(quoted($0.key)):\(text(of: $0.value))" }.joined(separator: ",") + "}"
        case .array(let elements): "[" + elements.map(text).joined(separator: ",") + "]"
        case .string(let text): quoted(text)
        case .integer(let integer): String(integer)
        case .real(let real): String(real)
        case .boolean(let boolean): String(boolean)
        case .null: "null"
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\u{0}"..."\u{1F}":
                let hex = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
