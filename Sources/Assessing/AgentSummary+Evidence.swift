internal import Compliance

extension AgentSummary {
    /// What the evidence says of who an agent is, and of what could not be seen.
    init(_ agent: AgentID, in index: EvidenceIndex) {
        let main = index.main(agent)
        let subAgents = index.rows(.agent, of: agent).filter { $0["kind"] == "sub-agent" }
        var unseen: [Table: String] = [:]
        for table in Table.allCases {
            let (seen, reason) = index.coverage(table, of: agent)
            guard seen != .complete else { continue }
            // Nobody expects a scanner's report or a register of identities: they are missed only where one was given and does
            // not say everything. That no log was given is said of the actions.
            if [.externalFinding, .actionLog, .identity].contains(table), seen == .none { continue }
            unseen[table] = reason ?? (seen == .none ? "no collector looks at it for this product" : "seen in part")
        }
        self.init(
            id: agent, product: main?["product"].text ?? "", kind: main?["kind"].text ?? "",
            owner: main?["owner"].text, purpose: main?["purpose"].text,
            subAgents: subAgents.compactMap { $0["name"].text }.sorted(), unseen: unseen)
    }
}
