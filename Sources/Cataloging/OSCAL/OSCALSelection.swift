internal import Documents

/// The controls of a catalog that an import of a profile takes.
struct OSCALSelection {
    /// Their identifiers.
    let ids: Set<String>
    /// Identifiers that the import names and the catalog does not have.
    let unknown: [(id: String, node: Node)]

    init(_ entry: Node, in catalog: OSCALSource) {
        var children: [String: [String]] = [:]
        var order: [String] = []
        func gather(_ node: Node, _ parent: String?) {
            for control in node.list("controls") {
                let id = control["id"]?.string ?? ""
                order.append(id)
                if let parent { children[parent, default: []].append(id) }
                gather(control, id)
            }
            for group in node.list("groups") { gather(group, nil) }
        }
        gather(catalog.root, nil)
        let known = Set(order)
        var unknown: [(id: String, node: Node)] = []
        func chosen(_ selectors: [Node]) -> Set<String> {
            var ids: Set<String> = []
            for selector in selectors {
                var found: [String] = []
                for node in selector.list("with-ids") {
                    guard let id = node.string else { continue }
                    if known.contains(id) { found.append(id) } else { unknown.append((id, node)) }
                }
                for pattern in selector.list("matching").compactMap({ $0["pattern"]?.string }) {
                    found += order.filter { Self.matches($0[...], pattern[...]) }
                }
                let descends = selector["with-child-controls"]?.string == "yes"
                while let id = found.popLast() {
                    if ids.insert(id).inserted || descends, descends { found += children[id] ?? [] }
                }
            }
            return ids
        }
        // No include at all takes everything, as include-all does.
        let includes = entry.list("include-controls")
        let taken = entry["include-all"] != nil || includes.isEmpty ? known : chosen(includes)
        ids = taken.subtracting(chosen(entry.list("exclude-controls")))
        self.unknown = unknown
    }

    /// Whether an identifier matches a pattern of `*` and `?`.
    static func matches(_ text: Substring, _ pattern: Substring) -> Bool {
        var text = text
        var pattern = pattern
        var retry: (text: Substring, pattern: Substring)?
        while !text.isEmpty || !pattern.isEmpty {
            if pattern.first == "*" {
                pattern.removeFirst()
                retry = (text, pattern)
            } else if let wanted = pattern.first, let letter = text.first, wanted == "?" || wanted == letter {
                pattern.removeFirst()
                text.removeFirst()
            } else if let (more, rest) = retry, !more.isEmpty {
                retry = (more.dropFirst(), rest)
                text = more.dropFirst()
                pattern = rest
            } else {
                return false
            }
        }
        return true
    }
}
