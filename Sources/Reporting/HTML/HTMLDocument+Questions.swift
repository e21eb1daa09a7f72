internal import Compliance

extension HTMLDocument {
    private static let keptAgents = 4

    /// Writes everything that only people can answer, each question once.
    func questionSection() {
        unknownValues()
        missingStatements()
        if outcome.unknown.isEmpty, outcome.asked == 0 { paragraph("Nothing waits for an answer.") }
    }

    private func unknownValues() {
        let groups = shown(outcome.unknown)
        guard !groups.isEmpty else { return }
        html.element("h3", text: "Values that are not in the files (\(groups.count))")
        paragraph("The files were read and do not tell. A check that needs the value neither passes nor fails.")
        table(
            "Values that are not in the files",
            ["What is to be known", "What is missing", "Agents", "Who can answer", "Gaps"], groups
        ) { group in
            let titles = group.head.undecided.compactMap { index.checks[$0] }
            let subject = titles.first?.subject ?? .agent
            let all = UnknownValue.all(of: group.head, titles)
            let rest = all.count + group.head.moreDetail - min(all.count, 3)
            return [
                { joined((titles.isEmpty ? [group.head.title] : titles.map(\.title)).map(said), by: "; ") },
                { list(all.prefix(3).map(said) + (!all.isEmpty && rest > 0 ? [plain("and \(rest) more")] : [])) },
                { names(group.agents, limit: Self.keptAgents) }, plain(subject.respondent),
                { ids(group.gaps.map { ($0.id, $0.agent) }) },
            ]
        }
    }

    /// Writes what only a person can show, one row for each item.
    private func missingStatements() {
        guard !assessment.questions.isEmpty else { return }
        html.element("h3", text: "Questions of the frameworks (\(outcome.asked))")
        html.element("p") {
            html.write(
                "Configuration cannot show these. Each waits for a statement by the person responsible, in ")
            code("statements.yaml")
            html.write(
                ": one statement for each agent that is named, or the same for all where the answer is the organisation's. "
                    + "Nobody has looked, nothing was found.")
        }
        let all = Dictionary(assessment.questions.map { ($0.control, 1) }, uniquingKeysWith: +)
        let shown = Dictionary(grouping: questions, by: \.control)
        let asked = assessment.catalog.frameworks.flatMap(\.controls).map(\.id).filter { all[$0] != nil }
        table(
            "What waits for a statement (\(asked.count))", ["Item", "What is asked", "Agents", "Gaps"], asked
        ) { id in
            [
                { control(id) }, plain(index.control(id)?.demand ?? ""), plain(String(all[id] ?? 0)),
                { ids((shown[id] ?? []).map { (assessment.id(of: $0), $0.agent) }) },
            ]
        }
    }

    private func ids(_ gaps: [(GapID, AgentID)]) {
        html.element("details", ["class": "ids"]) {
            html.inline("summary", text: Counted.of(gaps.count, "gap"))
            for (id, agent) in gaps where anchors.gaps[id] != nil {
                html.element("div", ["id": anchors.gaps[id]]) {
                    code(id.rawValue)
                    html.write(" ")
                    code(agent.rawValue)
                }
            }
        }
    }
}
