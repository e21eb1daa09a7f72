/// The members of a mapping as they are read, those that `<<` merges into it beside them.
struct YAMLMembers {
    private var own: [Member] = []
    private var register = KeyRegister()
    private var merged: [Member] = []
    private var mergedKeys: Set<String> = []

    /// What the mapping holds: of what is merged, only keys that it does not have itself.
    var all: [Member] {
        guard !merged.isEmpty else { return own }
        let keys = Set(own.map(\.key))
        return merged.filter { !keys.contains($0.key) } + own
    }

    /// Adds a member; whether its key is there already.
    mutating func add(_ member: Member) -> Bool {
        let isRepeated = register.isRepeated(member.key, in: own)
        own.append(member)
        return isRepeated
    }

    /// Merges a mapping or a list of them; of mappings that share a key the earlier counts (yaml.org/type/merge.html).
    mutating func merge(_ value: Node) throws(Diagnostic) {
        for mapping in value.isArray ? value.elements : [value] {
            guard mapping.isObject else {
                throw Diagnostic(.syntax, "<< merges a mapping or a list of mappings only", at: mapping.position)
            }
            let fresh = mapping.members.filter { !mergedKeys.contains($0.key) }
            mergedKeys.formUnion(fresh.map(\.key))
            merged += fresh
        }
    }
}
