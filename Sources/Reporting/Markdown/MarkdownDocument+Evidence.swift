internal import Compliance

extension MarkdownDocument {
    private static let keptLines = 6
    /// Enough to find agents of which the same is said, few enough for a fleet of which nothing is.
    private static let keptEntries = 60
    private static let keptCheckPlaces = 2

    /// What speaks for and against an item.
    ///
    /// Failing checks are named with the agent's places, the others counted, statements named. Where several agents share
    /// the result, no places are shown.
    func evidence(_ result: ControlResult, of agent: AgentID?) -> [String] {
        let failing = result.checks(.notSatisfied)
        let related = failing.filter { index.relationship(of: $0, to: result.control) == .intersectsWith }
        let own = failing.filter { !related.contains($0) }
        let lines = [("fails", own), ("a related check fails", related)].compactMap { word, checks -> String? in
            guard !checks.isEmpty else { return nil }
            return "\(word): " + checks.map { named($0, of: agent) }.joined(separator: ", ")
        }
        let counts: [(Int, String, String)] = [
            (result.checks(.satisfied).count, "check passes", "checks pass"),
            (result.checks(.undetermined).count, "check not decided", "checks not decided"),
        ]
        let counted = counts.filter { $0.0 > 0 }.map { Counted.of($0.0, $0.1, $0.2) }
        let statements = assessment.statements(of: result).map { statement in
            "stated by \(MarkdownText.text(statement.by)), \(statement.origin.words) "
                + "(\(MarkdownText.code(statement.citation.place)))"
        }
        return lines + (counted.isEmpty ? [] : [counted.joined(separator: ", ")]) + statements + inferred(result)
    }

    private func named(_ check: CheckID, of agent: AgentID?) -> String {
        let result = agent.flatMap { index.checkResult(check, of: $0) }
        let citations = (result?.findings ?? []).filter { $0.verdict == .notSatisfied }.flatMap {
            $0.citations.prefix(1)
        }
        let places = places(citations.filter { !$0.isOfWhole }, limit: Self.keptCheckPlaces)
        return MarkdownText.code(check.rawValue) + (places.isEmpty ? "" : " (\(places))")
    }

    /// What follows from the verdicts of other items, marked as inferred, with the way it came.
    private func inferred(_ result: ControlResult) -> [String] {
        guard let inferred = result.inferred, let kind = index.control(result.control)?.kind else { return [] }
        let words = (inferred.verdict == .satisfied ? Reading.shown : .failed).words(for: kind)
        let steps = inferred.path.map { step in
            "\(MarkdownText.code(step.from.rawValue)) \(step.relationship.rawValue) "
                + MarkdownText.code(step.to.rawValue)
        }
        return ["*inferred*: \(words), by \(steps.joined(separator: ", "))"]
    }

    /// Verdict, evidence and what is missing of an item, as the cells of its row.
    func cells(_ control: Control, _ results: ItemResults?) -> [String] {
        guard let results else { return [Reading.open.words(for: control.kind), "", "no verdict was given"] }
        let isSingle = assessment.agents.count == 1
        let counts = ItemResults.order.compactMap { reading -> String? in
            let count = results.count(reading)
            guard count > 0 else { return nil }
            return (isSingle ? "" : "\(count) ") + reading.words(for: control.kind)
        }
        return [
            counts.joined(separator: "<br>"), lines(control, results, isSingle: isSingle).joined(separator: "<br>"),
            results.missing.map(MarkdownText.prose).joined(separator: "<br>"),
        ]
    }

    /// What is said, agents of which the same is said together.
    private func lines(_ control: Control, _ results: ItemResults, isSingle: Bool) -> [String] {
        var order: [String] = []
        var agents: [String: [AgentID]] = [:]
        for entry in results.speaking.prefix(Self.keptEntries) {
            let said = evidence(entry.result, of: entry.agents.count == 1 ? entry.agents.first : nil)
                .joined(separator: "; ")
            let words = entry.reading == .open ? "no verdict" : entry.reading.words(for: control.kind)
            let line = isSingle ? said : "\(words); \(said)"
            if agents[line] == nil { order.append(line) }
            agents[line, default: []] += entry.agents
        }
        var lines = order.prefix(Self.keptLines).map { line in
            isSingle ? line : "\(names((agents[line] ?? []).sorted(), limit: 3)): \(line)"
        }
        let shown = order.prefix(Self.keptLines).reduce(0) { $0 + (agents[$1]?.count ?? 0) }
        let rest = results.speaking.reduce(0) { $0 + $1.agents.count } - shown
        if rest > 0 { lines.append("and \(Counted.of(rest, "more agent")), see `assessment.json`") }
        return lines
    }
}
