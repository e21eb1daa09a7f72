internal import Compliance

/// One non-human identity, with every credential row that stands for it.
struct Identity {
    /// What it is called: the account, else what holds the secret, else the name of the variable.
    let name: String
    let rows: [Row]
    /// Who answers for the agents that hold it.
    let owners: [String]

    static let columns = [
        "identity", "kind", "agents", "owners", "holders", "storage", "breadth", "lifetime_seconds", "lifetime",
        "rotated_at", "revocation_minutes", "shared", "obtainable_by", "place",
    ]
    static let header = ["IDENTITY", "KIND", "AGENTS", "OWNERS", "BREADTH", "LIFETIME", "ROTATED", "LIES IN", "PLACE"]

    var agents: [AgentID] { Set(rows.map(\.agent)).sorted() }
    /// Whether more than one agent acts by it.
    var isShared: Bool { agents.count > 1 || rows.contains { ($0["agents"].integer ?? 1) > 1 } }
    /// The longest lifetime that is known; nil when none is.
    var lifetime: Int? { rows.compactMap { $0["ttl_seconds"].integer }.max() }
    /// The broadest that is known of it.
    var breadth: String? {
        let known = rows.compactMap { $0["scope_breadth"].text }
        return ["any", "broad", "narrow"].first(where: known.contains)
    }

    /// Whether it lasts: given out for a while, or standing until somebody takes it away.
    ///
    /// What is federated is given out for each use; a secret that is written down or kept lasts when nothing bounds it.
    var standing: String {
        if let lifetime { return lifetime <= 86_400 ? "short" : "standing" }
        return words("storage").allSatisfy { $0 == "federated" } ? "short" : "not known"
    }

    private func words(_ column: String) -> [String] { Set(rows.compactMap { $0[column].text }).sorted() }

    private var place: String {
        guard let row = rows.first, let artifact = row.artifact else { return "" }
        return artifact + (row.line.map { ":\($0)" } ?? "")
    }

    var fields: [Value] {
        [
            .text(name), Value(words("kind").joined(separator: ", ").nonEmpty),
            .text(agents.map(\.rawValue).joined(separator: ", ")), Value(owners.joined(separator: ", ").nonEmpty),
            .text(words("holder").joined(separator: ", ")), .text(words("storage").joined(separator: ", ")),
            Value(breadth), Value(lifetime), .text(standing), Value(words("rotated_at").first),
            Value(rows.compactMap { $0["revocation_minutes"].integer }.max()), .boolean(isShared),
            Value(words("obtainable_by").joined(separator: ", ").nonEmpty), .text(place),
        ]
    }

    var cells: [String] {
        let others = agents.count > 1 ? " and \(agents.count - 1) more" : ""
        return [
            name, words("kind").joined(separator: ", ").nonEmpty ?? "not known",
            (agents.first?.rawValue ?? "") + others,
            owners.joined(separator: ", ").nonEmpty ?? "nobody named", breadth ?? "not known",
            lifetime.map { "\($0) s" } ?? standing, words("rotated_at").first ?? "not known",
            words("storage").joined(separator: ", "), place,
        ]
    }
}

extension String {
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
