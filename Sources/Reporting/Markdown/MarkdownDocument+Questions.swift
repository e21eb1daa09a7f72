internal import Compliance

extension MarkdownDocument {
    private static let keptAgents = 4

    /// Writes everything that only people can answer, each question once.
    func questions() {
        heading(2, "Annex: Questions to people")
        unknownValues()
        missingStatements()
        if outcome.unknown.isEmpty, outcome.asked == 0 { paragraph("Nothing waits for an answer.") }
    }

    private func unknownValues() {
        let groups = shown(outcome.unknown)
        guard !groups.isEmpty else { return }
        heading(3, "Values that are not in the files (\(groups.count))")
        paragraph("The files were read and do not tell. A check that needs the value neither passes nor fails.")
        table(
            ["What is to be known", "What is missing", "Agents", "Who can answer"],
            groups.map { group in
                let checks = group.head.undecided
                let titles = checks.compactMap { index.checks[$0] }
                let wanted = titles.isEmpty ? [group.head.title] : titles.map(\.title)
                let subject = titles.first?.subject ?? .agent
                return [
                    wanted.map(MarkdownText.prose).joined(separator: "<br>"), missing(group, titles),
                    names(group.agents, limit: Self.keptAgents), subject.respondent,
                ]
            })
    }

    /// What the files do not tell, with the places.
    private func missing(_ group: CauseGroup, _ checks: [Check]) -> String {
        let all = UnknownValue.all(of: group.head, checks)
        let facts = all.prefix(3)
        let rest = all.count + group.head.moreDetail - facts.count
        let written = group.gaps.flatMap(\.citations).filter {
            !$0.isOfWhole && !$0.isOfDefault(assessment.evidence.excerpt(of: $0))
        }
        let places = files(written)
        return
            (facts.map(MarkdownText.prose)
            + (!facts.isEmpty && rest > 0 ? ["and \(rest) more"] : []) + places.prefix(3)
            + (places.count > 3 ? ["and \(Counted.of(places.count - 3, "more file"))"] : []))
            .joined(separator: "<br>")
    }

    private func missingStatements() {
        let questions = assessment.questions
        guard !questions.isEmpty else { return }
        heading(3, "Questions of the frameworks (\(outcome.asked))")
        paragraph(
            "Configuration cannot show these. Each waits for a statement by the person responsible, in "
                + "`statements.yaml`: one statement for each agent that is named, or the same for all where the answer is "
                + "the organisation's. Nobody has looked, nothing was found.")
        let byControl = Dictionary(grouping: questions, by: \.control)
        for framework in assessment.catalog.frameworks {
            let asked = framework.controls.filter { byControl[$0.id] != nil }
            guard !asked.isEmpty else { continue }
            heading(4, MarkdownText.text(framework.shortName))
            table(
                ["Item", "What is asked", assessment.agents.count == 1 ? "Gap" : "Agents"],
                asked.map { control in
                    let waiting = byControl[control.id] ?? []
                    let who =
                        assessment.agents.count == 1
                        ? waiting.map { MarkdownText.code(assessment.id(of: $0).rawValue) }.joined(separator: ", ")
                        : names(waiting.map(\.agent).sorted(), limit: 2)
                    return [MarkdownText.code(control.id.item), MarkdownText.text(control.demand), who]
                })
        }
    }
}
