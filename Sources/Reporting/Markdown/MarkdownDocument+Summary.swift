internal import Compliance

extension MarkdownDocument {
    private static let keptWorst = 10

    /// Writes the counts, with the unknown beside the known, and the heaviest gaps.
    func summary() {
        heading(2, "Summary")
        list(assessment.catalog.frameworks.flatMap(sentences))
        if !assessment.agents.isEmpty {
            heading(3, "By agent and framework")
            sayWhatIsLeftOut()
            byAgent()
        }
        heading(3, "Gaps by severity and cause")
        bySeverity()
        worst()
    }

    /// What was shown of a framework, over all agents.
    func sentences(for framework: Framework) -> [String] {
        let agents = assessment.agents.map(\.id)
        let name = MarkdownText.text(framework.shortName)
        guard !agents.isEmpty else {
            return index.tallies(of: framework, for: []).map {
                "**\(name)**: \($0.items) \($0.kind.noun(in: framework)), none assessed"
            }
        }
        return index.tallies(of: framework, for: agents).map {
            "**\(name)**: \(MarkdownText.text($0.sentence(for: framework)))"
        }
    }

    private func byAgent() {
        let columns = assessment.catalog.frameworks.flatMap { framework in
            (index.kinds[framework.id] ?? []).map { (framework, $0) }
        }
        table(
            ["Agent", "Autonomy"]
                + columns.map { "\(MarkdownText.text($0.0.shortName)), \($0.1.noun(in: $0.0))" },
            kept.map { agent in
                let cells = columns.map { framework, kind in
                    cell(Tally(kind, of: framework, for: [agent.id], in: index))
                }
                return [MarkdownText.code(agent.id.rawValue), index.profiles[agent.id]?.autonomy.rawValue ?? "unknown"]
                    + cells
            })
    }

    private func cell(_ tally: Tally) -> String {
        let order: [Reading] = [.failed, .partly, .shown, .notApplicable, .open]
        let parts = order.filter { tally[$0] > 0 || $0 == .open }.map { "\(tally[$0]) \($0.words(for: tally.kind))" }
        return parts.joined(separator: ", ") + " (of \(tally.total))"
    }

    private func bySeverity() {
        let causes: [Gap.Cause] = [
            .failingCheck, .contradictedStatement, .invalidStatement, .unreadEvidence,
        ]
        let waived = assessment.gaps.filter { index.waiver(of: $0)?.holds == true }
        let counts = Dictionary(grouping: assessment.gaps, by: \.severity)
        table(
            ["Severity"] + causes.map(\.words) + [Gap.Cause.missingStatement.words, "All", "Of these waived"],
            Severity.allCases.sorted(by: >).map { severity in
                let gaps = counts[severity] ?? []
                let unstated = severity == .info ? assessment.questions.count : 0
                return [severity.rawValue] + causes.map { cause in String(gaps.count { $0.cause == cause }) }
                    + [String(unstated), String(gaps.count + unstated)]
                    + [String(waived.count { $0.severity == severity })]
            })
        paragraph("A waiver accepts a risk. It changes no verdict and expires.")
    }

    private func worst() {
        let worst = assessment.gaps
        guard !worst.isEmpty else { return }
        heading(3, "Heaviest gaps")
        table(
            ["Severity", "Gap", "Agent", "What is open", "Where"],
            worst.prefix(Self.keptWorst).map { gap in
                [
                    gap.severity.rawValue + (index.waiver(of: gap)?.holds == true ? " (waived)" : ""),
                    MarkdownText.code(gap.id.rawValue), MarkdownText.code(gap.agent.rawValue),
                    MarkdownText.text(gap.openSentence),
                    gap.citations.first.map { MarkdownText.code($0.place) } ?? "",
                ]
            })
        if worst.count > Self.keptWorst {
            paragraph("And \(worst.count - Self.keptWorst) more, below and in `gaps.csv`.")
        }
    }
}
