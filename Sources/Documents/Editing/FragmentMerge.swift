/// The operations that bring what a fragment says into a document: members are set, elements added to lists.
///
/// RFC 7396 would put lists in the place of lists; here what a list holds stays, and what it holds already is not
/// doubled.
public enum FragmentMerge {
    /// The operations; none where the document says it all, nil where the two are of different shapes.
    public static func operations(_ fragment: Node, into document: Node) -> [PatchOperation]? {
        merge(fragment.bare(), into: document, at: "")
    }

    private static func merge(_ fragment: Node, into node: Node, at pointer: String) -> [PatchOperation]? {
        if fragment.isObject {
            guard node.isObject else { return nil }
            var operations: [PatchOperation] = []
            for member in fragment.members {
                let place = pointer + "/" + Node.escape(member.key)
                guard node.members.contains(where: { $0.key == member.key }) else {
                    operations.append(.add(place, member.value))
                    continue
                }
                guard let old = node[member.key], let inner = merge(member.value, into: old, at: place) else {
                    return nil
                }
                operations += inner
            }
            return operations
        }
        if fragment.isArray {
            guard node.isArray else { return nil }
            let held = Set(node.elements.map { $0.bare() })
            return fragment.elements.filter { !held.contains($0) }.map { .add(pointer + "/-", $0) }
        }
        guard !node.isObject, !node.isArray else { return nil }
        return node.bare() == fragment ? [] : [.replace(pointer, fragment)]
    }
}
