internal import Compliance

/// The identities of all agents, the same one once.
struct IdentityInventory {
    let identities: [Identity]
    private let people: Set<String>
    private let agents: Int

    init(_ evidence: Evidence) {
        let mains = evidence[.agent].filter { $0["name"] == "main" }
        let owners = Dictionary(mains.compactMap { row in row["owner"].text.map { (row.agent, $0) } }) { first, _ in
            first
        }
        people = Set(owners.values)
        agents = Set(mains.map(\.agent)).count
        var order: [String] = []
        var groups: [String: [Row]] = [:]
        for row in evidence[.credential] {
            let key = Self.key(of: row)
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(row)
        }
        identities = order.map { key in
            let rows = groups[key] ?? []
            let first = rows.first
            let name = first?["principal"].text ?? first?["reference"].text ?? first?["name"].text ?? ""
            return Identity(name: name, rows: rows, owners: Set(rows.compactMap { owners[$0.agent] }).sorted())
        }.sorted { ($0.name, $0.agents.first?.rawValue ?? "") < ($1.name, $1.agents.first?.rawValue ?? "") }
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

    /// How many there are, and what is remarkable about them.
    var summary: String {
        guard agents > 0 else { return "No agent was found: nothing was looked at." }
        guard !identities.isEmpty else {
            return "\(agents) agents; their files name no identity. What they hold elsewhere was not looked at."
        }
        func count(_ holds: (Identity) -> Bool) -> Int { identities.count(where: holds) }
        let parts = [
            "\(identities.count) identities behind \(agents) agents", "\(people.count) people named for them",
            "\(count { $0.isShared }) shared",
            "\(count { $0.standing == "standing" }) standing, "
                + "\(count { $0.standing == "not known" }) of unknown lifetime",
            "\(count { $0.breadth == "any" || $0.breadth == "broad" }) broad, \(count { $0.breadth == nil }) of unknown breadth",
        ]
        return parts.joined(separator: "; ") + "."
    }
}
