internal import Compliance

/// The audit of one framework over all agents: a row for each item that is assessed.
///
/// An item is compliant when it is shown for every agent that it applies to. One agent that fails it makes it
/// non-compliant; one for which nobody looked leaves it not assessed, however many others pass.
struct CISOAudit {
    let framework: Framework
    /// The items of each agent, in the framework's order.
    let items: [[ExportItem]]

    static let columns = ["urn", "ref_id", "assessable", "compliance_result", "requirement_progress", "observations"]

    /// The rows.
    var rows: [[String]] {
        guard let first = items.first else { return [] }
        return first.indices.map { position in
            row(items.compactMap { $0.indices.contains(position) ? $0[position] : nil })
        }
    }

    private func row(_ items: [ExportItem]) -> [String] {
        guard let control = items.first?.control else { return [] }
        let whole = Self.whole(items.map(\.disposition))
        return [
            CISOName.node(control.id), CISOName.reference(control.id), "true", Self.result(whole),
            Self.progress(whole), Self.observations(items),
        ]
    }

    /// What an item is for all agents together.
    static func whole(_ parts: [Disposition]) -> Disposition {
        let bearing = parts.filter { $0 != .notApplicable }
        guard !parts.isEmpty else { return .notAssessed }
        guard !bearing.isEmpty else { return .notApplicable }
        for heaviest in [Disposition.failed, .notAssessed, .needsPerson, .partly] where bearing.contains(heaviest) {
            return heaviest
        }
        return .satisfied
    }

    /// CISO Assistant's word for the result.
    static func result(_ disposition: Disposition) -> String {
        switch disposition {
        case .satisfied: "compliant"
        case .partly: "partially_compliant"
        case .failed: "non_compliant"
        case .notApplicable: "not_applicable"
        case .notAssessed, .needsPerson: "not_assessed"
        }
    }

    /// CISO Assistant's word for how far the work on an item is.
    static func progress(_ disposition: Disposition) -> String {
        switch disposition {
        case .satisfied, .notApplicable: "done"
        case .partly, .failed: "in_progress"
        case .needsPerson: "in_review"
        case .notAssessed: "to_do"
        }
    }

    /// Agents of the same account stand together; a long list is cut.
    private static func observations(_ items: [ExportItem]) -> String {
        var accounts: [(account: String, agents: [String])] = []
        var places: [String: Int] = [:]
        for item in items {
            let account = item.account
            if let place = places[account] {
                accounts[place].agents.append(item.agent.id.rawValue)
            } else {
                places[account] = accounts.count
                accounts.append((account, [item.agent.id.rawValue]))
            }
        }
        let parts = accounts.prefix(20).map { account, agents in
            let more = agents.count > 5 ? " and \(agents.count - 5) more" : ""
            return "\(agents.prefix(5).joined(separator: ", "))\(more): \(account)"
        }
        let rest = accounts.count > 20 ? ["… and \(accounts.count - 20) accounts more"] : []
        return (parts + rest).joined(separator: " | ")
    }
}
