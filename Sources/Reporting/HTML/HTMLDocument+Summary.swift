internal import Compliance

extension HTMLDocument {
    private static let keptWorst = 10
    private static let order: [Reading] = [.failed, .partly, .shown, .notApplicable, .open]

    /// Writes the counts, with the unknown beside the known, and the heaviest gaps.
    func summary() {
        let agents = assessment.agents.map(\.id)
        for framework in assessment.catalog.frameworks {
            for tally in index.tallies(of: framework, for: agents) {
                html.element("figure", ["class": "tally"]) {
                    html.element("figcaption") {
                        html.inline("strong", text: framework.shortName)
                        html.write(
                            agents.isEmpty
                                ? ": \(tally.items) \(tally.kind.noun(in: framework)), none assessed"
                                : ": \(tally.sentence(for: framework))")
                    }
                    if tally.total > 0 { bar(tally) }
                }
            }
        }
        bySeverity()
        worst()
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
            for reading in Self.order {
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

    private func bySeverity() {
        html.element("h3", text: "Gaps by severity and cause")
        let causes: [Gap.Cause] = [.failingCheck, .contradictedStatement, .invalidStatement, .unreadEvidence]
        let waived = assessment.gaps.filter { index.waiver(of: $0)?.holds == true }
        let counts = Dictionary(grouping: assessment.gaps, by: \.severity)
        table(
            "Gaps by severity and cause",
            ["Severity"] + causes.map(\.words) + [Gap.Cause.missingStatement.words, "All", "Of these waived"],
            Severity.allCases.sorted(by: >)
        ) { severity in
            let gaps = counts[severity] ?? []
            let unstated = severity == .info ? assessment.questions.count : 0
            let numbers =
                causes.map { cause in gaps.count { $0.cause == cause } }
                + [unstated, gaps.count + unstated, waived.count { $0.severity == severity }]
            return [{ badge(severity) }] + numbers.map { plain(String($0)) }
        }
        paragraph("A waiver accepts a risk. It changes no verdict and expires.")
    }

    private func worst() {
        let worst = assessment.gaps
        guard !worst.isEmpty else { return }
        html.element("h3", text: "Heaviest gaps")
        table("The heaviest gaps", ["Gap", "Severity", "Agent", "What is open", "Where"], worst.prefix(Self.keptWorst))
        { gap in
            [
                { self.gap(gap.id) },
                {
                    badge(gap.severity)
                    if index.waiver(of: gap)?.holds == true { html.write(" (waived)") }
                },
                { agent(gap.agent) }, said(gap.openSentence), { code(gap.citations.first?.place ?? "") },
            ]
        }
        if worst.count > Self.keptWorst {
            paragraph("And \(worst.count - Self.keptWorst) more, below and in gaps.csv.")
        }
    }
}
