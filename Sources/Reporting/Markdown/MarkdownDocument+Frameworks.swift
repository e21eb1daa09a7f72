internal import Compliance

extension MarkdownDocument {
    /// Writes every item of every framework in published order, under the framework's own headings.
    func frameworks() {
        heading(2, "Frameworks")
        let byControl = positionsByControl()
        for framework in assessment.catalog.frameworks {
            heading(3, MarkdownText.text(framework.title))
            list(sentences(for: framework))
            var pending: [Control] = []
            // A heading without items, such as an architecture pattern, says nothing of an agent.
            for control in framework.controls where control.kind != .group || isParent(control) {
                if control.kind == .group {
                    items(pending, byControl)
                    pending = []
                    heading(
                        isNested(control) ? 5 : 4,
                        "\(MarkdownText.text(control.title)) (\(MarkdownText.code(control.id.item)))")
                } else {
                    pending.append(control)
                }
            }
            items(pending, byControl)
        }
    }

    private func items(_ controls: [Control], _ byControl: [ControlID: [Int]]) {
        let isSingle = assessment.agents.count == 1
        table(
            ["Item", isSingle ? "Verdict" : "Verdicts", "Evidence", "What is missing"],
            controls.lazy.map { control in
                let results = (byControl[control.id] ?? []).map { assessment.controls[$0] }
                let item = "\(MarkdownText.code(control.id.item)) \(MarkdownText.text(control.title))"
                // A risk stands above its guidelines in one table; weight tells them apart.
                let name = control.kind == .risk && isParent(control) ? "**\(item)**" : item
                return isSingle
                    ? [name] + single(control, results.first) : [name] + several(control, results)
            })
    }

    private func single(_ control: Control, _ result: ControlResult?) -> [String] {
        let missing = result?.missing.map(\.description) ?? ["no verdict was given"]
        return [
            Reading(result).words(for: control.kind), (result.map { evidence($0) } ?? []).joined(separator: "<br>"),
            missing.map(MarkdownText.text).joined(separator: "<br>"),
        ]
    }

    private func positionsByControl() -> [ControlID: [Int]] {
        var positions: [ControlID: [Int]] = [:]
        for (position, result) in assessment.controls.enumerated() {
            positions[result.control, default: []].append(position)
        }
        return positions
    }

    private func isNested(_ control: Control) -> Bool { control.parent.flatMap(index.control)?.kind == .group }

    private func isParent(_ control: Control) -> Bool { index.parents.contains(control.id) }
}
