internal import Compliance

extension MarkdownDocument {
    /// Writes every item of every framework in published order, under the framework's own headings.
    func frameworks() {
        heading(2, "Annex: Every item of the frameworks")
        byAgent()
        let results = ItemResults.all(in: index)
        for framework in assessment.catalog.frameworks {
            heading(3, MarkdownText.text(framework.title))
            list(sentences(for: framework))
            var pending: [Control] = []
            // A heading without items, such as an architecture pattern, says nothing of an agent.
            for control in framework.controls where control.kind != .group || isParent(control) {
                if control.kind == .group {
                    items(pending, results)
                    pending = []
                    heading(
                        isNested(control) ? 5 : 4,
                        "\(MarkdownText.text(control.title)) (\(MarkdownText.code(control.id.item)))")
                } else {
                    pending.append(control)
                }
            }
            items(pending, results)
        }
    }

    private func byAgent() {
        heading(3, "By agent and framework")
        sayWhatIsLeftOut()
        let columns = assessment.catalog.frameworks.flatMap { framework in
            (index.kinds[framework.id] ?? []).map { (framework, $0) }
        }
        table(
            ["Agent"] + columns.map { "\(MarkdownText.text($0.0.shortName)), \($0.1.noun(in: $0.0))" },
            kept.map { agent in
                [MarkdownText.code(agent.id.rawValue)]
                    + columns.map { framework, kind in
                        cell(Tally(kind, of: framework, for: [agent.id], in: index))
                    }
            })
    }

    private func cell(_ tally: Tally) -> String {
        let parts = ItemResults.order.filter { tally[$0] > 0 || $0 == .open }.map {
            "\(tally[$0]) \($0.words(for: tally.kind))"
        }
        return parts.joined(separator: ", ") + " (of \(tally.total))"
    }

    private func items(_ controls: [Control], _ results: [ControlID: ItemResults]) {
        table(
            ["Item", assessment.agents.count == 1 ? "Verdict" : "Verdicts", "Evidence", "What is missing"],
            controls.lazy.map { [self] control in
                let item = "\(MarkdownText.code(control.id.item)) \(MarkdownText.text(control.title))"
                // A risk stands above its guidelines in one table; weight tells them apart.
                let name = control.kind == .risk && isParent(control) ? "**\(item)**" : item
                return [name] + cells(control, results[control.id])
            })
    }

    private func isNested(_ control: Control) -> Bool { control.parent.flatMap(index.control)?.kind == .group }

    private func isParent(_ control: Control) -> Bool { index.parents.contains(control.id) }
}
