internal import Documents

extension Node {
    /// The entries of an export with their pointers: the elements of a list, or of the one that it wraps, else itself.
    func entries(within key: String? = nil) -> [(pointer: String, entry: Node)] {
        if let key, let list = self[key], list.isArray {
            return list.entries().map { ("/\(key)" + $0.pointer, $0.entry) }
        }
        return isArray ? elements.enumerated().map { ("/\($0)", $1) } : [("", self)]
    }
}
