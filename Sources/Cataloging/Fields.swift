internal import Compliance
internal import Documents

/// The fields of one YAML mapping: reads them by kind, and gathers what is wrong instead of stopping at the first.
final class Fields {
    let node: Node
    let path: String
    private(set) var problems: [CatalogProblem] = []

    /// The fields of a mapping that may have the given keys and no others.
    init(_ node: Node, path: String, keys: [String]) {
        self.node = node
        self.path = path
        if !node.isObject {
            complain("expected a mapping with the keys \(keys.joined(separator: ", "))", at: node.position)
        }
        for member in node.members where !keys.contains(member.key) {
            let near = keys.first { Self.isNear($0, member.key) }
            let hint = near.map { "; did you mean \($0)?" } ?? "; known are \(keys.joined(separator: ", "))"
            complain("there is no key \(member.key)\(hint)", at: member.keyPosition)
        }
    }

    func complain(_ message: String, at position: Position? = nil) {
        problems.append(CatalogProblem(path: path, position: position ?? node.position, message: message))
    }

    /// Takes over the problems of fields further down.
    func adopt(_ other: Fields) { problems += other.problems }

    /// Where the value of a key stands.
    func position(of key: String) -> Position { node[key]?.position ?? node.position }

    /// A text that must be there and say something.
    func text(_ key: String) -> String {
        let text = optionalText(key) ?? ""
        if node.isObject && text.allSatisfy(\.isWhitespace) {
            complain("expected \(key): a text that is not empty", at: position(of: key))
        }
        return text
    }

    /// A text that may be missing.
    ///
    /// Numbers and dates count as the text that stands there.
    func optionalText(_ key: String) -> String? {
        guard let value = node[key] else { return nil }
        switch value.content {
        case .string(let text): return Self.trimmed(text)
        case .integer(let integer): return String(integer)
        case .real(let real): return String(real)
        case .boolean(let boolean): return String(boolean)
        case .null: return nil
        default:
            complain("expected \(key) to be a text", at: value.position)
            return nil
        }
    }

    /// A yes or no that may be missing.
    func flag(_ key: String, _ fallback: Bool) -> Bool {
        guard let value = node[key] else { return fallback }
        if case .boolean(let boolean) = value.content { return boolean }
        complain("expected \(key) to be true or false", at: value.position)
        return fallback
    }

    /// A word out of a closed list.
    func word<T: RawRepresentable & CaseIterable>(_ key: String, _ fallback: T) -> T where T.RawValue == String {
        let text = text(key)
        if let value = T(rawValue: text) { return value }
        if !text.isEmpty {
            let all = T.allCases.map(\.rawValue).joined(separator: ", ")
            complain("\(key) cannot be \(text); it is one of \(all)", at: position(of: key))
        }
        return fallback
    }

    /// The elements of a list that must not be empty.
    func list(_ key: String) -> [Node] {
        let elements = node[key]?.elements ?? []
        if elements.isEmpty { complain("expected \(key): a list that is not empty", at: position(of: key)) }
        return elements
    }

    private static func trimmed(_ text: String) -> String {
        var text = text[...]
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }

    private static func isNear(_ left: String, _ right: String) -> Bool {
        left.lowercased().prefix(4) == right.lowercased().prefix(4)
            || Set(left).symmetricDifference(Set(right)).count <= 2
    }
}
