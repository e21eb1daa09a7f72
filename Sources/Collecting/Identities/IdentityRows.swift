internal import Compliance

/// Writes identities as rows: of every agent that acts by them, else of the register that lists them.
struct IdentityRows {
    /// Identities that no agent names and that are kept, of all registers together; of the rest it is said that they are there.
    ///
    /// An identity can fail a dozen checks, and people read what fails.
    static let most = 20_000
    private static let keptNames = 5

    let groups: IdentityGroups
    let holders: IdentityHolders
    let register: IdentityRegister
    /// Whether a register stands for itself where no agent names what it lists.
    let stands: (SourceFile) -> Bool
    private var kept = 0
    private var covered: [AgentID: Set<String>] = [:]

    init(
        _ groups: IdentityGroups, _ holders: IdentityHolders, _ register: IdentityRegister,
        stands: @escaping (SourceFile) -> Bool
    ) {
        (self.groups, self.holders, self.register, self.stands) = (groups, holders, register, stands)
    }

    /// Records all identities, and how much was seen.
    mutating func write(into recorder: inout Recorder) {
        let holding = holders.holders(in: groups)
        var left: [AgentID: Int] = [:]
        for (position, group) in groups.groups.enumerated() {
            let agents = (holding[position] ?? []).sorted()
            for agent in agents { record(group, agents, for: agent, into: &recorder) }
            guard agents.isEmpty, group.record.isNonHuman, stands(group.record.file) else { continue }
            let own = AgentID("identities@\(group.record.file.path.folder.text)")
            recorder.declare(
                own, product: "identity register", kind: "identity-register", level: nil, plans: nil,
                in: group.record.file)
            guard kept < Self.most else {
                left[own, default: 0] += 1
                continue
            }
            kept += 1
            record(group, [], for: own, into: &recorder)
        }
        for (agent, places) in covered.sorted(by: { $0.key < $1.key }) {
            var reasons = places.sorted().flatMap { register.doubts[$0] ?? [] }
            if let left = left[agent] { reasons.append("identities beyond the first \(Self.most): \(left)") }
            if !agent.rawValue.hasPrefix("identities@") { reasons += holders.doubts(of: agent, in: groups) }
            recorder.cover(agent, .identity, .complete)
            for reason in reasons { recorder.cover(agent, .identity, .partial, because: Redaction.redact(reason)) }
        }
    }

    private mutating func record(
        _ group: IdentityGroups.Group, _ agents: [AgentID], for agent: AgentID, into recorder: inout Recorder
    ) {
        let record = group.record
        var columns = record.columns
        columns["name"] = .text(record.name)
        columns["users"] = users(record, agents)
        let names = agents.map(\.rawValue) + record.users.filter { !agents.contains(AgentID($0)) }
        columns["used_by"] = Value(Self.list(names))
        columns["also_in"] = Value(Self.list(group.others))
        recorder.record(
            .identity, columns, for: agent, at: (record.file.place, record.position, record.pointer))
        for place in [record.file.place] + group.others {
            recorder.drawOn(place, for: agent)
            covered[agent, default: []].insert(place)
        }
    }

    /// As many as a register counts or names, and no fewer than agents that name it.
    ///
    /// That one agent names it does not say that nobody else uses it.
    private func users(_ record: IdentityRecord, _ agents: [AgentID]) -> Value {
        let stated = [record.columns["users"]?.integer, record.users.isEmpty ? nil : record.users.count]
            .compactMap(\.self).max()
        if let stated { return .integer(max(stated, agents.count)) }
        return agents.count > 1 ? .integer(agents.count) : .null
    }

    private static func list(_ names: [String]) -> String? {
        guard !names.isEmpty else { return nil }
        let rest = names.count - keptNames
        return names.prefix(keptNames).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }
}
