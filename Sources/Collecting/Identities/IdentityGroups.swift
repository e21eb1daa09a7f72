internal import Compliance

/// Records of the same identity as one, whichever files describe it.
struct IdentityGroups {
    /// One identity.
    struct Group {
        var record: IdentityRecord
        /// Places of the other files that describe it.
        var others: [String] = []
    }

    /// The identities, in the order of their first records.
    private(set) var groups: [Group] = []
    private var byName: [String: Int] = [:]
    private var byKey: [String: [Int]] = [:]

    /// Those with names of their own come first, so that a short name finds them.
    init(_ records: [IdentityRecord]) {
        for record in records where !record.names.isEmpty { add(record, named(record)) }
        for record in records where record.names.isEmpty { add(record, alone(record)) }
    }

    /// The group that a name stands for: a name that is its own anywhere, or a short one that only one identity bears.
    func group(named name: String) -> Int? {
        if let known = byName[name] { return known }
        guard let bearing = byKey[name], bearing.count == 1 else { return nil }
        return bearing[0]
    }

    private func named(_ record: IdentityRecord) -> Int? {
        record.names.sorted().lazy.compactMap { byName[$0] }.first
    }

    /// A record with nothing but a short name is of the identity that alone bears it at that provider.
    private func alone(_ record: IdentityRecord) -> Int? {
        if let known = byName[record.key] { return known }
        let bearing = (byKey[record.key] ?? []).filter { position in
            let provider = record.columns["provider"]
            return provider == nil || [nil, provider].contains(groups[position].record.columns["provider"])
        }
        return bearing.count == 1 ? bearing[0] : nil
    }

    private mutating func add(_ record: IdentityRecord, _ known: Int?) {
        let position = known ?? groups.count
        if known == nil {
            groups.append(Group(record: record))
        } else {
            join(record, to: position)
        }
        for name in record.names where byName[name] == nil { byName[name] = position }
        if byKey[record.key]?.contains(position) != true { byKey[record.key, default: []].append(position) }
    }

    private mutating func join(_ record: IdentityRecord, to position: Int) {
        var group = groups[position]
        group.record.columns = WorseValue.merged(group.record.columns, record.columns)
        group.record.names.formUnion(record.names)
        group.record.users += record.users.filter { !group.record.users.contains($0) }
        group.record.isNonHuman = group.record.isNonHuman || record.isNonHuman
        let place = record.file.place
        if place != group.record.file.place, !group.others.contains(place) { group.others.append(place) }
        groups[position] = group
    }
}
