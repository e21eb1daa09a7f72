internal import Documents

/// An object of an OSCAL document, and the keys under which it stands.
struct OSCALPlace {
    /// The object.
    let node: Node
    /// Keys from the root, those of lists without positions: `groups`, `controls`, `parts`.
    let path: [String]
    /// The result of an assessment in which it stands.
    let result: Int?

    /// The key under which it stands; empty for the root.
    var key: String { path.last ?? "" }

    /// The key under which what holds it stands.
    var parent: String { path.count > 1 ? path[path.count - 2] : "" }

    /// All objects below and including the root, in document order.
    static func all(in root: Node) -> [OSCALPlace] {
        var places: [OSCALPlace] = []
        gather(root, [], nil, into: &places)
        return places
    }

    private static func gather(_ node: Node, _ path: [String], _ result: Int?, into places: inout [OSCALPlace]) {
        if node.isObject { places.append(OSCALPlace(node: node, path: path, result: result)) }
        for member in node.members {
            let below = path + [member.key]
            if member.value.isObject { gather(member.value, below, result, into: &places) }
            for (position, element) in member.value.elements.enumerated() where element.isObject {
                gather(element, below, member.key == "results" ? position : result, into: &places)
            }
        }
    }
}
