/// One change of a document, in the words of JSON Patch (RFC 6902 §4).
///
/// Other than there, every path leads into the document as it is before any of the operations that go together.
public enum PatchOperation: Sendable, Hashable {
    /// Takes the value at a JSON pointer away, with its key.
    case remove(String)
    /// Puts another value in the place of the one that is there.
    case replace(String, Node)
    /// Adds a member that is not there yet, or behind `-` an element at the end of an array.
    case add(String, Node)

    /// Where it applies, as a JSON pointer (RFC 6901).
    public var pointer: String {
        switch self {
        case .remove(let pointer), .replace(let pointer, _), .add(let pointer, _): pointer
        }
    }

    /// The steps of a pointer; nil for the whole document, and for what is no pointer.
    static func steps(of pointer: String) -> [String]? {
        guard pointer.hasPrefix("/") else { return nil }
        return pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map {
            String($0).replacing("~1", with: "/").replacing("~0", with: "~")
        }
    }
}

extension Array {
    /// The place of a pointer's step: of a member by its key, of an element, which has none, by its number.
    ///
    /// Nil for one that is not there, and for a key that is written twice, since then nobody knows which is meant.
    func place(of step: String, key: ((Element) -> String?)?) -> Int? {
        guard let key else { return Int(step).flatMap { indices.contains($0) ? $0 : nil } }
        let found = indices.filter { key(self[$0]) == step }
        return found.count == 1 ? found[0] : nil
    }
}

extension [PatchOperation] {
    /// Each once, in an order in which the paths stay what they are: what is taken away goes last, from the end.
    ///
    /// Nil when two of them do not go together: the same place twice, or a place within one that goes away.
    var inOrder: [PatchOperation]? {
        var unique: [PatchOperation] = []
        for operation in self where !unique.contains(operation) { unique.append(operation) }
        let removed = unique.compactMap { if case .remove(let pointer) = $0 { pointer } else { nil } }
        var places: Set<String> = []
        for operation in unique {
            let pointer = operation.pointer
            if removed.contains(where: { pointer.hasPrefix($0 + "/") }) { return nil }
            if !pointer.hasSuffix("/-"), !places.insert(pointer).inserted { return nil }
        }
        let kept = unique.filter { if case .remove = $0 { false } else { true } }
        return kept + removed.sorted(by: Self.isLater).map { .remove($0) }
    }

    private static func isLater(_ left: String, _ right: String) -> Bool {
        let (a, b) = (left.split(separator: "/"), right.split(separator: "/"))
        for (one, other) in zip(a, b) where one != other {
            if let first = Int(one), let second = Int(other) { return first > second }
            return one > other
        }
        return a.count > b.count
    }
}
