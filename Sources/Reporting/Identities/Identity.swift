internal import Compliance

/// One non-human identity: what its register says, and the credentials by which agents hold it.
struct Identity {
    /// Somebody who answers for it.
    struct Owner: Hashable {
        let name: String
        /// `person`, `team`, or `named` where that is not said.
        let kind: String
    }

    /// What it is called: the account, else what holds the secret, else the name of the variable.
    let name: String
    /// What a register says of it; nil for one that only agents' files name.
    let entry: Row?
    /// What agents hold of it.
    var credentials: [Row]
    /// The agents that act by it.
    var agents: [AgentID]
    /// Who answers for the agents that act by it.
    var agentOwners: [Owner]

    /// Who answers for it: its own owner, else those of its agents.
    var owners: [Owner] {
        switch entry?["owner_kind"].text {
        case "nobody", "gone": []
        case let kind?: [Owner(name: entry?["owner"].text ?? "not named", kind: kind)]
        case nil: agentOwners
        }
    }

    /// Whether its register says that nobody answers for it, or somebody who has left.
    var isOrphan: Bool { ["nobody", "gone"].contains(entry?["owner_kind"].text) }

    /// Whether more than one acts by it; nil when that cannot be told.
    var isShared: Bool? {
        let holders = credentials.compactMap { $0["agents"].integer }.max()
        if agents.count > 1 || (holders ?? 1) > 1 { return true }
        return (entry?["users"].integer ?? holders).map { $0 > 1 }
    }

    /// The broadest that is known of it.
    var breadth: String? {
        let known = Set([entry?["breadth"].text].compactMap(\.self) + words("scope_breadth"))
        return ["any", "broad", "narrow"].first(where: known.contains)
    }

    /// The longest lifetime of what agents hold, in seconds.
    var lifetime: Int? { credentials.compactMap { $0["ttl_seconds"].integer }.max() }

    /// Whether it stays or is given for a session; nil when that is not known.
    ///
    /// What is federated is given out for each use; a secret that is written down or kept lasts when nothing bounds it.
    var standing: String? {
        if let told = entry?["standing"].text { return told }
        if let lifetime { return lifetime <= 86_400 ? "just-in-time" : "standing" }
        let stored = words("storage")
        return !stored.isEmpty && stored.allSatisfy { $0 == "federated" } ? "just-in-time" : nil
    }

    /// What its register says in a column.
    subscript(column: String) -> Value { entry?[column] ?? .null }

    /// The different words of a column of what agents hold.
    func words(_ column: String) -> [String] { Set(credentials.compactMap { $0[column].text }).sorted() }

    /// Where it is described, else where an agent names it.
    var place: String {
        guard let row = entry ?? credentials.first, let artifact = row.artifact else { return "" }
        return artifact + (row.line.map { ":\($0)" } ?? "")
    }

    /// Whether a credential of an agent is of this identity, by the account that it acts as.
    func isMeant(by credential: Row) -> Bool {
        let own = name.lowercased()
        let texts = [
            credential["principal"].text, credential["detector"] == "iam-role" ? credential["name"].text : nil,
        ]
        return texts.compactMap { $0?.lowercased() }.contains { text in
            text == own || text.hasSuffix("/" + own) || text.hasSuffix(":" + own)
        }
    }
}
