public import Compliance

/// The identities behind all agents, the same one once: what registers describe, and what only agents' files name.
public struct IdentityInventory {
    /// The identities, by name.
    let identities: [Identity]
    /// How many agents there are.
    let agents: Int

    /// Collects what evidence says of identities.
    ///
    /// - Parameters:
    ///   - evidence: What was collected.
    ///   - at: Date, or date and time in UTC, on which ages are counted.
    public init(_ evidence: Evidence, at: String) {
        let mains = evidence[.agent].filter { $0["name"] == "main" }
        let registers = Set(mains.filter { $0["kind"] == "identity-register" }.map(\.agent))
        agents = Set(mains.map(\.agent)).subtracting(registers).count
        let owners = Dictionary(
            mains.compactMap { row in
                row["owner"].text.map { (row.agent, Identity.Owner(name: $0, kind: "named")) }
            }
        ) { first, _ in first }
        var found = Self.described(evidence.dated(at: at)[.identity], registers)
        var byAgent: [AgentID: [Int]] = [:]
        for (position, identity) in found.enumerated() {
            for agent in identity.agents { byAgent[agent, default: []].append(position) }
        }
        var rest: [Row] = []
        for row in evidence[.credential] {
            if let own = byAgent[row.agent]?.first(where: { found[$0].isMeant(by: row) }) {
                found[own].credentials.append(row)
            } else {
                rest.append(row)
            }
        }
        found += Self.named(rest)
        for position in found.indices {
            found[position].agentOwners = Set(found[position].agents.compactMap { owners[$0] })
                .sorted { $0.name < $1.name }
        }
        identities = found.sorted {
            ($0.name, $0.agents.first?.rawValue ?? "", $0.place) < ($1.name, $1.agents.first?.rawValue ?? "", $1.place)
        }
    }

    /// Whether an agent was found, or a register of identities.
    public var isEmpty: Bool { agents == 0 && identities.isEmpty }

    /// Those that registers describe; a row of each agent that acts by it is the same one.
    private static func described(_ rows: [Row], _ registers: Set<AgentID>) -> [Identity] {
        grouped(rows) { row in
            [row["name"].text ?? "", row.artifact ?? "", "\(row.line ?? 0)", row.pointer ?? ""]
        }.map { same in
            Identity(
                name: same[0]["name"].text ?? "", entry: same[0], credentials: [],
                agents: Set(same.map(\.agent)).subtracting(registers).sorted(), agentOwners: [])
        }
    }

    /// Those that only agents' files name.
    private static func named(_ rows: [Row]) -> [Identity] {
        grouped(rows, by: key).map { same in
            let first = same[0]
            return Identity(
                name: first["principal"].text ?? first["reference"].text ?? first["name"].text ?? "", entry: nil,
                credentials: same, agents: Set(same.map(\.agent)).sorted(), agentOwners: [])
        }
    }

    /// Rows with the same key together, in the order of the first of each.
    private static func grouped<Key: Hashable>(_ rows: [Row], by key: (Row) -> Key) -> [[Row]] {
        var places: [Key: Int] = [:]
        return rows.reduce(into: []) { groups, row in
            let place = places[key(row)] ?? groups.count
            if place == groups.count { groups.append([]) }
            places[key(row)] = place
            groups[place].append(row)
        }
    }

    /// What two rows have in common when they are one identity.
    ///
    /// An account is one wherever it is named. A variable or file is one within a project, where agents are marked as
    /// sharing it; a secret that is written out is its own.
    private static func key(of row: Row) -> String {
        if let principal = row["principal"].text { return "account\u{1F}\(principal)" }
        let project = (row["agents"].integer ?? 1) > 1 ? "shared" : row.agent.rawValue
        if let reference = row["reference"].text { return "reference\u{1F}\(project)\u{1F}\(reference)" }
        return "secret\u{1F}\(row.agent)\u{1F}\(row.artifact ?? "")\u{1F}\(row.pointer ?? row["name"].text ?? "")"
    }
}
