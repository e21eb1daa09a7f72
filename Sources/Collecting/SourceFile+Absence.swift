internal import Documents

extension SourceFile {
    /// Whether a pointer names a key that the file does not have, and a place is where it would stand.
    ///
    /// Collectors cite the nearest that is there. What a pointer names inside a text is written, and so is what is cited
    /// closer than the object that lacks the key.
    func lacks(_ pointer: String, at place: Position) -> Bool {
        guard pointer.utf8.first == UInt8(ascii: "/"), var node = document?.root else { return false }
        var key: Position?
        for part in pointer.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            switch node.content {
            case .array(let elements):
                guard let index = Int(part), elements.indices.contains(index) else { return false }
                (node, key) = (elements[index], nil)
            case .object(let members):
                let name = String(part).replacing("~1", with: "/").replacing("~0", with: "~")
                guard let member = members.last(where: { $0.key == name }) else {
                    return [node.position, key, .start].contains(place)
                }
                (node, key) = (member.value, member.keyPosition)
            // `sandbox:` with nothing behind it.
            case .null: return [node.position, key, .start].contains(place)
            case .string, .integer, .real, .boolean: return false
            }
        }
        return false
    }
}
