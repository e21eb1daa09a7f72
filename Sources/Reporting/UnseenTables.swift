internal import Compliance

/// Evidence tables that could not be seen in full on the same agents for the same reason.
struct UnseenTables {
    let tables: [Table]
    let agents: [AgentID]
    let reason: String

    /// All of some agents, by reason, then by table.
    static func of(_ agents: [AgentSummary]) -> [UnseenTables] {
        var holders: [String: [Table: [AgentID]]] = [:]
        for agent in agents {
            for (table, reason) in agent.unseen { holders[reason, default: [:]][table, default: []].append(agent.id) }
        }
        return holders.flatMap { reason, tables in
            Dictionary(grouping: tables.keys, by: { tables[$0] ?? [] })
                .map { UnseenTables(tables: $1.sorted(), agents: $0.sorted(), reason: reason) }
        }.sorted { ($0.reason, $0.tables[0]) < ($1.reason, $1.tables[0]) }
    }

    /// Why it was not seen, for people who do not know what a collector is.
    var words: String {
        reason == "no collector looks at it for this product" ? "Surety does not look for it in this product" : reason
    }
}
