internal import XML

/// Reads XML: an element is an object of its attributes (`@name`), its children by name, and its text (`#text`).
///
/// An element that holds nothing but text is that text; children of one name are an array.
enum XMLParser {
    static func parse(_ source: Source, limits: Limits) throws(Diagnostic) -> Document {
        let element: XMLElement
        do {
            element = try XMLReader.read(source.bytes)
        } catch {
            let kind: Diagnostic.Kind =
                switch error.kind {
                case .syntax: .syntax
                case .forbidden: .forbidden
                case .limit: .limit
                }
            throw Diagnostic(kind, error.description, at: Position(line: max(1, error.line), column: 1))
        }
        let root = node(element)
        let member = Member(key: element.name, keyPosition: root.position, value: root)
        return Document(format: .xml, root: Node(.object([member]), at: root.position))
    }

    private static func node(_ element: XMLElement) -> Node {
        let place = Position(line: element.line, column: element.column)
        if element.attributes.isEmpty && element.children.isEmpty { return Node(.string(element.text), at: place) }
        var members = element.attributes.map { attribute in
            let value = Position(line: attribute.line, column: attribute.column)
            return Member(
                key: "@\(attribute.name)", keyPosition: value, value: Node(.string(attribute.value), at: value))
        }
        var order: [String] = []
        var named: [String: [Node]] = [:]
        for child in element.children {
            if named[child.name] == nil { order.append(child.name) }
            named[child.name, default: []].append(node(child))
        }
        for name in order {
            let nodes = named[name] ?? []
            let value = nodes.count == 1 ? nodes[0] : Node(.array(nodes), at: nodes[0].position)
            members.append(Member(key: name, keyPosition: value.position, value: value))
        }
        let isBlank = element.text.allSatisfy(\.isWhitespace)
        if !isBlank {
            members.append(Member(key: "#text", keyPosition: place, value: Node(.string(element.text), at: place)))
        }
        return Node(.object(members), at: place)
    }
}
