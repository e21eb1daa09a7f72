internal import Compliance

/// An agent with what its configuration says of single actions.
final class ObservedAgent {
    /// What must become of an action, and the rule that says so.
    struct Gate: Hashable {
        var effect: String?
        var rule: String?
    }

    let id: AgentID
    /// Whether the evidence has the agent; false for one that only logs tell of.
    let isDeclared: Bool
    /// How the log's records were found to be its; nil where they name it.
    let matchedBy: String?
    var schedule: Schedule?

    private let rules: [PermissionMatch]
    private let tools: [Row]
    private let approvals: [Row]
    private let isSeen: Bool
    private var known: [String: Gate] = [:]

    init(_ id: AgentID, in evidence: Evidence, isDeclared: Bool, matchedBy: String? = nil) {
        self.id = id
        self.isDeclared = isDeclared
        self.matchedBy = matchedBy
        let own = { (table: Table) in isDeclared ? evidence[table].filter { $0.agent == id } : [] }
        rules = own(.permission).filter { $0["effective"] == true }.map(PermissionMatch.init)
        tools = own(.tool)
        approvals = own(.approval)
        let seen = own(.coverage)
        isSeen = [Table.permission, .approval].allSatisfy { table in
            let rows = seen.filter { $0["table_name"].text == table.rawValue }
            return !rows.isEmpty && rows.allSatisfy { $0["completeness"] == "complete" }
        }
        let triggers = own(.trigger)
        let areAllSchedules = !triggers.isEmpty && triggers.allSatisfy { $0["kind"] == "schedule" }
        schedule = areAllSchedules ? Schedule(triggers.map { $0["expression"].text ?? "" }) : nil
    }

    /// What must become of an action: deny beats ask beats allow, then what its tools and approvals say.
    func gate(_ action: SeenAction) -> Gate {
        guard isDeclared else { return Gate() }
        let subject = action.subject ?? ""
        guard subject.utf8.count <= 200 else { return find(action) }
        let key = "\(action.capability)\u{0}\(action.server ?? "")\u{0}\(action.tool)\u{0}\(subject)"
        if let gate = known[key] { return gate }
        if known.count >= 4096 { known = [:] }
        let gate = find(action)
        known[key] = gate
        return gate
    }

    private func find(_ action: SeenAction) -> Gate {
        for effect in ["deny", "ask", "allow"] {
            let match = rules.first { $0.effect == effect && $0.matches(action) }
            // A rule that lets it through holds only when no stronger one can stand in what was not seen.
            if let match, effect == "deny" || isSeen { return Gate(effect: effect, rule: match.rule) }
        }
        guard isSeen else { return Gate() }
        let own = tools.filter { row in
            row["name"].text == action.tool && (row["server"] == .null || row["server"].text == action.server)
        }
        if let mode = own.first?["approval"].text, let effect = Self.effect(mode) { return Gate(effect: effect) }
        let covering = approvals.filter { $0["covers"].text == action.capability }
        return Gate(effect: covering.first?["mode"].text.flatMap(Self.effect))
    }

    /// Where the product weighs the risk, or a model answers, the configuration does not say.
    private static func effect(_ mode: String) -> String? {
        switch mode {
        case "always": "ask"
        case "never": "allow"
        default: nil
        }
    }
}
