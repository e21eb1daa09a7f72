internal import Compliance

extension HTMLDocument {
    private static let keptHeaviest = 5

    /// Writes what the analysis comes to, in words first.
    func result() {
        html.element("p") { prose(index.coverage.sentences) }
        html.element("ul", ["class": "tiles kinds"]) {
            for line in outcome.lines(assessment) { tile(line.count, line.words, nil) }
        }
        paragraph("These are things of different kinds, and are not added up. Below they stand one by one.")
        if let history = outcome.history(index) { paragraph(history) }
        heaviest()
        if outcome.asked > 0 { paragraph("Beside these: \(outcome.asked) \(outcome.questions). An annex lists them.") }
    }

    private func heaviest() {
        let groups = outcome.heaviest
        guard !groups.isEmpty else { return }
        html.element("h3", text: "The heaviest")
        table(
            "The heaviest", ["What is open", "Severity", "Where", "Agents", "What to do"],
            groups.prefix(Self.keptHeaviest)
        ) { group in
            [
                {
                    html.inline("a", ["href": anchors.gaps[group.head.id].map { "#\($0)" }]) { prose(group.sentence) }
                    html.write(group.moreWords)
                },
                {
                    badge(group.head.severity)
                    if group.isLighterAsTemplate { html.write(" template: a step less than in force") }
                }, { group.head.citations.first.map { shortPlace($0, group.origin) } },
                { names(group.agents, limit: 3) }, { spans(group.todo(for: product(of: group.head.agent))) },
            ]
        }
        let rest = groups.count - Self.keptHeaviest
        if rest > 0 { paragraph("\(rest) more below.") }
    }

    /// Where something is written, or which file does not set it.
    private func shortPlace(_ citation: Citation, _ origin: CauseGroup.Origin) {
        html.inline("span", ["class": "where"]) {
            guard origin == .unset else { return code(citation.isOfWhole ? citation.artifact : citation.place) }
            html.write("not set in ")
            code(citation.artifact)
        }
    }

    private func product(of agent: AgentID) -> String {
        assessment.agents.first { $0.id == agent }?.product ?? ""
    }

    /// Writes a number and what it counts.
    func tile(_ count: Int, _ words: String, _ look: String?) {
        html.element("li", ["class": look]) {
            html.inline("b", text: String(count))
            html.write(" \(words)")
        }
    }

    /// Writes agents, with links to their profiles where links may stand, and how many more there are.
    func names(_ agents: [AgentID], limit: Int, areLinks: Bool = true) {
        if agents.count > limit, agents.count == assessment.agents.count { return html.write("all \(agents.count)") }
        joined(agents.prefix(limit).map { id in areLinks ? { agent(id) } : coded(id.rawValue) })
        if agents.count > limit { html.write(" and \(agents.count - limit) more") }
    }

    /// Writes what was shown of each framework, with the unknown beside the known.
    func counts() {
        let agents = assessment.agents.map(\.id)
        key()
        for framework in assessment.catalog.frameworks {
            for tally in index.tallies(of: framework, for: agents) {
                html.element("figure", ["class": "tally"]) {
                    html.element("figcaption") {
                        html.inline("strong", text: framework.shortName)
                        html.write(": \(tally.sentence(for: framework))")
                    }
                    if tally.total > 0 { bar(tally) }
                }
            }
        }
    }

    /// Writes the parts of a tally side by side; what they are stands in the sentence above.
    private func bar(_ tally: Tally) {
        html.element(
            "svg",
            [
                "class": "bar", "viewBox": "0 0 1000 24", "preserveAspectRatio": "none", "aria-hidden": "true",
                "focusable": "false",
            ]
        ) {
            var start = 0
            var sum = 0
            for reading in ItemResults.order {
                sum += tally[reading]
                let end = sum * 1000 / tally.total
                if end > start {
                    html.empty(
                        "rect",
                        [
                            "class": "f-\(reading.letterClass)", "x": String(start), "y": "0",
                            "width": String(end - start), "height": "24",
                        ])
                }
                start = end
            }
        }
    }
}
