extension Node {
    /// The same value without places, so that two can be compared; with sorted keys where their order says nothing.
    func bare(sortingKeys: Bool = false) -> Node {
        switch content {
        case .object(let members):
            let bare = members.map {
                Member(key: $0.key, keyPosition: .start, value: $0.value.bare(sortingKeys: sortingKeys))
            }
            return Node(.object(sortingKeys ? bare.sorted { $0.key < $1.key } : bare), at: .start)
        case .array(let elements):
            return Node(.array(elements.map { $0.bare(sortingKeys: sortingKeys) }), at: .start)
        default: return Node(content, at: .start)
        }
    }

    /// The value at the end of steps; nil where a key on the way is written twice, since then nobody knows which is meant.
    public func value(at pointer: String) -> Node? {
        guard let steps = PatchOperation.steps(of: pointer) else { return pointer.isEmpty ? self : nil }
        return steps.reduce(self as Node?) { node, step in
            guard let node, let index = node.index(of: step) else { return nil }
            return node.isObject ? node.members[index].value : node.elements[index]
        }
    }

    /// What an operation makes of it; nil when it cannot be done.
    func applying(_ operation: PatchOperation) -> Node? {
        PatchOperation.steps(of: operation.pointer).flatMap { applying(operation, at: $0[...]) }
    }

    private func applying(_ operation: PatchOperation, at steps: ArraySlice<String>) -> Node? {
        guard let step = steps.first else { return nil }
        guard steps.count == 1 else {
            guard let index = index(of: step) else { return nil }
            let inner = isObject ? members[index].value : elements[index]
            return inner.applying(operation, at: steps.dropFirst()).map { with($0, at: index) }
        }
        switch operation {
        case .remove: return index(of: step).map(without)
        case .replace(_, let value): return index(of: step).map { with(value, at: $0) }
        case .add(_, let value):
            if isArray { return step == "-" ? Node(.array(elements + [value]), at: position) : nil }
            guard isObject, !members.contains(where: { $0.key == step }) else { return nil }
            let member = Member(key: step, keyPosition: .start, value: value)
            // A general rule stands before the particular ones.
            return Node(.object(step == "*" ? [member] + members : members + [member]), at: position)
        }
    }

    private func index(of step: String) -> Int? {
        isArray ? elements.place(of: step, key: nil) : members.place(of: step) { $0.key }
    }

    private func with(_ value: Node, at index: Int) -> Node {
        if isArray {
            var changed = elements
            changed[index] = value
            return Node(.array(changed), at: position)
        }
        var changed = members
        changed[index] = Member(key: changed[index].key, keyPosition: changed[index].keyPosition, value: value)
        return Node(.object(changed), at: position)
    }

    private func without(_ index: Int) -> Node {
        var (kept, rest) = (members, elements)
        if isArray {
            rest.remove(at: index)
            return Node(.array(rest), at: position)
        }
        kept.remove(at: index)
        return Node(.object(kept), at: position)
    }
}
