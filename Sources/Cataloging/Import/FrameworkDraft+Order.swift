internal import Compliance
internal import Documents

extension FrameworkDraft {
    /// The items, each below the one that it belongs to, otherwise in the order of the file.
    ///
    /// - Throws: `CatalogProblems` for identifiers that are missing, there twice or unknown, and for circles.
    func ordered(_ path: String) throws -> [Item] {
        var problems: [CatalogProblem] = []
        func complain(_ item: Item, _ message: String) {
            problems.append(CatalogProblem(path: path, position: item.position, message: message))
        }
        var first: [String: Item] = [:]
        for item in items {
            if item.id.isEmpty {
                complain(item, "expected an id")
            } else if let other = first[item.id] {
                complain(item, "\(item.id) is there twice, first on line \(other.position.line)")
            } else {
                first[item.id] = item
            }
        }
        for item in items {
            if let parent = item.parent, first[parent] == nil { complain(item, "there is no item \(parent)") }
        }
        if items.isEmpty {
            problems.append(CatalogProblem(path: path, position: .start, message: "there is no control in it"))
        }
        guard problems.isEmpty else { throw CatalogProblems(problems: problems) }
        let order = depthFirst(refuse: { complain($0, "nested deeper than \(FrameworkReader.deepest) levels") })
        guard problems.isEmpty else { throw CatalogProblems(problems: problems) }
        if order.count < items.count {
            let placed = Set(order.map(\.id))
            for item in items where !placed.contains(item.id) {
                complain(item, "\(item.id) belongs to itself, by way of \(item.parent ?? item.id)")
            }
            throw CatalogProblems(problems: problems)
        }
        return order
    }

    private func depthFirst(refuse: (Item) -> Void) -> [Item] {
        let children = Dictionary(grouping: items) { $0.parent }
        var order: [Item] = []
        var stack = (children[nil] ?? []).reversed().map { ($0, 1) }
        while let (item, depth) = stack.popLast() {
            order.append(item)
            if depth > FrameworkReader.deepest {
                refuse(item)
                continue
            }
            stack += (children[item.id] ?? []).reversed().map { ($0, depth + 1) }
        }
        return order
    }
}
