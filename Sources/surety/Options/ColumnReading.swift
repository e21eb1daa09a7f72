internal import Documents
internal import Reporting

/// Reads the columns of a user's map.
enum ColumnReading {
    private static let keys = ["title", "field", "constant", "words", "part", "separator", "limit"]

    /// The columns in the order of the file: a mapping by heading, or a list where headings repeat.
    static func columns(_ node: Node?, at start: Position, _ found: inout ColumnProblems) -> [RegisterColumn] {
        guard let node, !node.members.isEmpty || !node.elements.isEmpty else {
            found.add("expected columns: headings with fields", node?.position ?? start)
            return []
        }
        if node.isObject {
            return node.members.compactMap { column($0.key, $0.value, at: $0.keyPosition, &found) }
        }
        return node.elements.compactMap { element in
            guard let title = element["title"]?.string else {
                found.add("expected title: the heading of the column", element.position)
                return nil
            }
            return column(title, element, at: element.position, &found)
        }
    }

    private static func column(
        _ title: String, _ node: Node, at place: Position, _ found: inout ColumnProblems
    ) -> RegisterColumn? {
        if title.allSatisfy(\.isWhitespace) { found.add("expected a heading that is not empty", place) }
        if case .string(let name) = node.content {
            return field(name, node.position, &found).map { RegisterColumn(title, .field($0)) }
        }
        guard node.isObject else {
            found.add("expected '\(title)': a field, or a mapping with field or constant", node.position)
            return nil
        }
        for member in node.members where !keys.contains(member.key) {
            found.add("there is no key \(member.key); known are \(keys.joined(separator: ", "))", member.keyPosition)
        }
        guard let source = source(node, &found) else { return nil }
        var column = RegisterColumn(title, source)
        column.words = words(node["words"], &found)
        column.part = number(node["part"], "part", 1...1000, &found)
        column.limit = number(node["limit"], "limit", 1...RegisterColumn.longest, &found) ?? RegisterColumn.longest
        column.separator = text(node["separator"], "separator", &found) ?? column.separator
        return column
    }

    private static func source(_ node: Node, _ found: inout ColumnProblems) -> RegisterColumn.Source? {
        let (named, constant) = (node["field"], node["constant"])
        guard (named == nil) != (constant == nil) else {
            found.add("expected either field or constant", node.position)
            return nil
        }
        if let constant { return text(constant, "constant", &found).map { .constant($0) } }
        guard let named, let name = text(named, "field", &found) else { return nil }
        return field(name, named.position, &found).map { .field($0) }
    }

    private static func field(_ name: String, _ place: Position, _ found: inout ColumnProblems) -> RegisterField? {
        if let field = RegisterField(rawValue: name) { return field }
        let known = RegisterField.allCases.map(\.rawValue).joined(separator: ", ")
        found.add("there is no field '\(name)'; fields are \(known)", place)
        return nil
    }

    private static func words(_ node: Node?, _ found: inout ColumnProblems) -> [String: String] {
        guard let node else { return [:] }
        guard node.isObject else {
            found.add("expected words: a mapping of values to words", node.position)
            return [:]
        }
        var words: [String: String] = [:]
        for member in node.members { words[member.key] = text(member.value, member.key, &found) }
        return words
    }

    private static func number(
        _ node: Node?, _ key: String, _ range: ClosedRange<Int>, _ found: inout ColumnProblems
    ) -> Int? {
        guard let node else { return nil }
        guard let number = node.integer, range.contains(number) else {
            found.add("expected \(key): a number from \(range.lowerBound) to \(range.upperBound)", node.position)
            return nil
        }
        return number
    }

    /// Numbers and truth values count as the text that they are.
    private static func text(_ node: Node?, _ key: String, _ found: inout ColumnProblems) -> String? {
        guard let node else { return nil }
        switch node.content {
        case .string(let text): return text
        case .integer(let integer): return String(integer)
        case .boolean(let flag): return String(flag)
        default:
            found.add("expected \(key) to be a text", node.position)
            return nil
        }
    }
}
