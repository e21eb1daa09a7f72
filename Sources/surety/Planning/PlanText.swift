internal import Compliance
internal import Reporting

/// A plan for a terminal.
struct PlanText {
    let plan: ChangePlan

    var text: String {
        ([PlainText.oneLine(plan.summary)] + plan.changes.enumerated().map { describe($1, number: $0 + 1) }).joined(
            separator: "\n\n")
    }

    private func describe(_ change: PlannedChange, number: Int) -> String {
        let head = change.group.head
        let place = head.citations.first?.place ?? ""
        let effect = PlannedEffect(change)
        var lines = [
            "\(number). \(head.severity.rawValue)  \(change.group.sentence)",
            "   \(head.id.rawValue)  \(change.group.agents.map(\.rawValue).joined(separator: ", "))  \(place)",
            "   \(effect.summary)",
        ].map(PlainText.oneLine)
        lines += effect.tasks.map { "   beside it: " + PlainText.oneLine($0) }
        lines += change.group.asHeavy.map { "   as heavy: \(PlainText.oneLine($0.sentence))" }
        lines += effect.moves.map { "   moves " + PlainText.oneLine($0) }
        if change.edits.isEmpty {
            for remedy in change.group.remedies {
                lines += Remedy(remedy.text).plainLines.map { "   " + PlainText.clean($0) }
            }
        }
        for edit in change.edits {
            lines += PlainText.clean(edit.shownDiff).split(separator: "\n").map { "   " + $0 }
        }
        return lines.joined(separator: "\n")
    }
}
