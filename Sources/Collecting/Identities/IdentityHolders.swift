internal import Compliance

/// Which agents act by an identity: those whose credentials name it, and those that a register names.
struct IdentityHolders {
    /// Names that belong to whoever comes, and so say nothing.
    private static let generic: Set<String> = ["default", "root", "admin", "administrator", "user", "agent", "main"]
    private static let named: Set<Value> = ["iam-role", "google-service-account", "azure-client"]

    private var agents: [String: Set<AgentID>] = [:]
    private let declared: Set<AgentID>
    /// Credentials of each agent: how many, and the names by which each may be found.
    private var credentials: [AgentID: [(label: String, names: [String])]] = [:]
    private let seen: [AgentID: Completeness]

    init(_ evidence: Evidence) {
        declared = Set(evidence.agents)
        for row in evidence[.credential] {
            let texts = [row["principal"].text, Self.named.contains(row["detector"]) ? row["name"].text : nil]
            let names = texts.compactMap { $0?.lowercased() }.filter { !Self.generic.contains($0) }
            for name in names { agents[name, default: []].insert(row.agent) }
            let label = row["principal"].text ?? row["reference"].text ?? row["name"].text ?? ""
            credentials[row.agent, default: []].append((label, names))
        }
        var seen: [AgentID: Completeness] = [:]
        for row in evidence[.coverage] where row["table_name"] == "credential" {
            let completeness = row["completeness"].text.flatMap(Completeness.init(rawValue:)) ?? Completeness.none
            seen[row.agent] = min(seen[row.agent] ?? .complete, completeness)
        }
        self.seen = seen
    }

    /// The agents of every identity, by its position.
    func holders(in groups: IdentityGroups) -> [Int: Set<AgentID>] {
        var found: [Int: Set<AgentID>] = [:]
        for (name, holders) in agents {
            if let position = groups.group(named: name) { found[position, default: []].formUnion(holders) }
        }
        for (position, group) in groups.groups.enumerated() {
            let users = group.record.users.map { AgentID($0) }.filter(declared.contains)
            if !users.isEmpty { found[position, default: []].formUnion(users) }
        }
        return found
    }

    /// Why an agent may act by identities that no register describes; nothing when each of its credentials was found.
    func doubts(of agent: AgentID, in groups: IdentityGroups) -> [String] {
        guard seen[agent] == .complete else { return ["what credentials it holds was not seen in full"] }
        let missing = (credentials[agent] ?? []).filter { credential in
            !credential.names.contains { groups.group(named: $0) != nil }
        }
        guard !missing.isEmpty else { return [] }
        let names = Set(missing.map(\.label)).sorted()
        let rest = names.count > 5 ? " and \(names.count - 5) more" : ""
        return ["no register describes the identity behind \(names.prefix(5).joined(separator: ", "))\(rest)"]
    }
}
