internal import Compliance

/// What the logs of an agent say of who decided on its actions.
struct ObservedActions {
    let index: EvidenceIndex
    let agent: AgentID

    /// Hazards of actions that a person would want to be asked about; edits within the workspace are not among them.
    ///
    /// What the configuration wants a person to be asked about has consequences too.
    private static let heavy: Set<String> = [
        "arbitrary-code", "privilege", "destructive", "payment", "network", "publish", "secrets", "install",
    ]

    /// What was seen; nil where no log tells of the agent.
    func observed() -> ObservedAutonomy? {
        let rows = index.rows(.action, of: agent)
        let seen = index.coverage(.action, of: agent).seen
        guard !rows.isEmpty || seen == .complete else { return nil }
        var counts = ObservedAutonomy.Counts()
        for row in rows {
            let count = row["count"].integer ?? 0
            counts.all += count
            switch row["decision"].text {
            case "asked": counts.asked += count
            case "allowed": counts.unasked += count
            case "denied": counts.denied += count
            default: counts.untold += count
            }
        }
        let (autonomy, because, cited) = judged(rows, isWhole: seen == .complete)
        return ObservedAutonomy(
            counts: counts, tools: Set(rows.map { [$0["server"], $0["tool"]] }).count,
            from: rows.compactMap { $0["at"].text }.min(), to: rows.compactMap { $0["last_at"].text }.max(),
            autonomy: autonomy, because: because, citations: index.answer(nil, "", cited).citations)
    }

    private func judged(_ rows: [Row], isWhole: Bool) -> (AutonomyProfile.Class, String, [Row]) {
        let heavy = rows.filter { row in
            row["outcome"] != "blocked"
                && (row["gate"] == "ask" || row["hazard"].text.map(Self.heavy.contains) == true)
        }
        let unasked = heavy.filter { $0["decision"] == "allowed" }
        if !unasked.isEmpty {
            return (.autonomous, "\(total(unasked)) with consequences went through without a question", unasked)
        }
        let untold = heavy.filter { $0["decision"] == .null }
        if !untold.isEmpty {
            return (.unknown, "of \(total(untold)) with consequences the log does not say who decided", untold)
        }
        guard !heavy.isEmpty else { return (.unknown, "nothing with consequences was seen", []) }
        let said = "a person was asked before all \(total(heavy)) with consequences"
        return isWhole
            ? (.supervised, said, heavy) : (.unknown, "\(said) that the log holds, and it may not hold all", heavy)
    }

    private func total(_ rows: [Row]) -> String {
        let count = rows.reduce(0) { $0 + ($1["count"].integer ?? 0) }
        return "\(count) action\(count == 1 ? "" : "s")"
    }
}
