internal import Compliance
internal import Reporting

/// A plan for a pull request, for programs, and as a patch.
struct PlanDocument {
    let plan: ChangePlan

    /// Markdown.
    var markdown: String {
        var lines = ["### Surety: what to change first", "", PlainText.markdown(plan.summary), ""]
        for (number, change) in plan.changes.enumerated() {
            let head = change.group.head
            let effect = PlannedEffect(change)
            lines += [
                "#### \(number + 1). \(head.severity.rawValue): \(PlainText.markdown(change.group.sentence))", "",
            ]
            let agents = change.group.agents.map { PlainText.markdownCode($0.rawValue) }.joined(separator: ", ")
            let place = head.citations.first.map { ", " + PlainText.markdownCode($0.place) } ?? ""
            lines += ["\(PlainText.markdownCode(head.id.rawValue)), \(agents)\(place)", ""]
            lines += [PlainText.markdown(effect.summary), ""]
            let points =
                effect.tasks.map { "Beside it: \($0)" } + change.group.asHeavy.map { "As heavy: \($0.sentence)" }
                + effect.moves
            lines += points.map { "- " + PlainText.markdown($0) }
            if !points.isEmpty { lines.append("") }
            for edit in change.edits { lines += fenced(edit.shownDiff) }
            guard change.edits.isEmpty else { continue }
            for remedy in change.group.remedies { lines += Remedy(remedy.text).blocks.flatMap(block) }
        }
        return lines.joined(separator: "\n")
    }

    /// A JSON array with an object for each change.
    var json: [UInt8] {
        let rows = plan.changes.enumerated().map { number, change in
            [Value.integer(number + 1)] + texts(change).map { $0.isEmpty ? Value.null : Value.text($0) }
        }
        return Register.json(columns: Self.columns, rows: rows)
    }

    private static let columns = [
        "number", "how", "severity", "gap", "check", "agents", "what", "place", "files", "closes", "lightens",
        "weighs_more", "then_shows", "leaves", "moves", "beside", "diff", "remedy",
    ]

    /// What the columns behind the number hold.
    private func texts(_ change: PlannedChange) -> [String] {
        let (head, effect) = (change.group.head, PlannedEffect(change))
        var texts = [effect.isByHand ? "by-hand" : "edit", head.severity.rawValue, head.id.rawValue]
        texts.append(head.check?.rawValue ?? "")
        texts.append(change.group.agents.map(\.rawValue).joined(separator: " "))
        texts.append(change.group.sentence)
        texts.append(head.citations.first?.place ?? "")
        texts.append(change.edits.map(\.path).joined(separator: " "))
        for list in [effect.closed, effect.lighter, effect.heavier, effect.shown, effect.stays] {
            texts.append(list.joined(separator: "; "))
        }
        texts.append(effect.moves.joined(separator: "\n"))
        texts.append(effect.tasks.joined(separator: "\n"))
        texts.append(change.edits.map(\.shownDiff).joined())
        let remedies = change.group.remedies.map { Remedy($0.text).source }
        texts.append(effect.isByHand ? remedies.joined(separator: "\n\n") : "")
        return texts
    }

    /// All edits as one patch, and the files that it leaves out since a line beside the change holds a secret.
    var patch: (text: String, left: [String]) {
        var text = ""
        var left: [String] = []
        for edit in plan.edits {
            if let patch = edit.patch { text += patch } else { left.append(edit.path) }
        }
        return (text, left)
    }

    private func block(_ block: Remedy.Block) -> [String] {
        switch block {
        case .prose(let spans): [PlainText.markdown(spans.source), ""]
        case .code(let language, let lines, _): [PlainText.markdownFence(language, lines), ""]
        }
    }

    private func fenced(_ diff: String) -> [String] {
        let lines = diff.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
        return [PlainText.markdownFence("diff", lines), ""]
    }
}
