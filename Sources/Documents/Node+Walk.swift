extension Node {
    /// Visits every value in document order, with its JSON pointer (RFC 6901).
    public func walk(_ visit: (_ pointer: String, _ node: Node) -> Void) {
        walk(from: "", visit)
    }

    private func walk(from pointer: String, _ visit: (String, Node) -> Void) {
        visit(pointer, self)
        for member in members {
            member.value.walk(from: "\(pointer)/\(Node.escape(member.key))", visit)
        }
        for (index, element) in elements.enumerated() { element.walk(from: "\(pointer)/\(index)", visit) }
    }

    /// A key as a token of a JSON pointer.
    public static func escape(_ key: String) -> String {
        guard key.utf8.contains(UInt8(ascii: "~")) || key.utf8.contains(UInt8(ascii: "/")) else { return key }
        return key.replacing("~", with: "~0").replacing("/", with: "~1")
    }

    /// Where a value stands, or would stand: the place of the deepest key on the path that is there.
    public func position(of path: [String]) -> Position {
        var place = position
        var node: Node? = self
        for key in path {
            guard let member = node?.members.last(where: { $0.key == key }) else { break }
            place = member.keyPosition
            node = member.value
        }
        return node == nil ? place : (node?.position ?? place)
    }
}
