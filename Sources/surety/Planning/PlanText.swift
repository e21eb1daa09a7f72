internal import Compliance
internal import Documents
internal import Reporting
internal import Tracking

/// A plan for a terminal.
struct PlanText {
    let changes: [PlannedChange]

    var text: String {
        guard !changes.isEmpty else { return "Nothing of this severity can be changed: no cause is open." }
        return changes.enumerated().map { describe($1, number: $0 + 1) }.joined(separator: "\n\n")
    }

    private func describe(_ change: PlannedChange, number: Int) -> String {
        let head = change.group.head
        let place = head.citations.first?.place ?? ""
        var lines = [
            "\(number). \(head.severity.rawValue)  \(change.group.sentence)",
            "   \(head.id.rawValue)  \(change.group.agents.map(\.rawValue).joined(separator: ", "))  \(place)",
        ].map(PlainText.oneLine)
        lines.append("   " + PlainText.oneLine(effect(of: change)))
        if change.edits.isEmpty {
            for remedy in change.group.remedies {
                lines += Remedy(remedy.text).plainLines.map { "   " + PlainText.clean($0) }
            }
        }
        for edit in change.edits {
            let diff = LineDiff.unified(
                String(decoding: edit.before, as: UTF8.self), String(decoding: edit.after, as: UTF8.self),
                path: edit.path)
            lines += PlainText.clean(diff).split(separator: "\n").map { "   " + $0 }
        }
        return lines.joined(separator: "\n")
    }

    private func effect(of change: PlannedChange) -> String {
        guard let difference = change.difference else {
            let gaps = change.group.gaps.count
            let items = Set(change.group.gaps.flatMap(\.controls)).count
            return "by hand; \(gaps == 1 ? "1 gap rests" : "\(gaps) gaps rest") on it, and \(items) items of frameworks"
        }
        let closed = difference.closed.map { "\($0.id) \($0.severity.rawValue)" }
        let lighter = difference.changed.map {
            "\($0.after.id) \($0.before.severity.rawValue) to \($0.after.severity.rawValue)"
        }
        let shown = change.shown.map { "\($0.id) \($0.severity.rawValue)" }
        let parts = [
            closed.isEmpty ? "" : "closes \(closed.joined(separator: ", "))",
            lighter.isEmpty ? "" : "lightens \(lighter.joined(separator: ", "))",
            shown.isEmpty ? "" : "then shows \(shown.joined(separator: ", "))", moves(difference),
        ]
        return "tried on a copy: " + parts.filter { !$0.isEmpty }.joined(separator: "; ")
    }

    /// Items whose verdict is another, the first of them by name.
    private func moves(_ difference: Difference) -> String {
        let moved = difference.controls.filter { verdict($0.before) != verdict($0.after) }
        guard !moved.isEmpty else { return "moves no item's verdict by itself" }
        let named = moved.prefix(4).map { "\($0.key.name) (\(verdict($0.before)) to \(verdict($0.after)))" }
        let more = moved.count > 4 ? " and \(moved.count - 4) more" : ""
        return "moves \(named.joined(separator: ", "))\(more)"
    }

    /// The verdict without its extent.
    private func verdict(_ value: String?) -> String {
        value.map { String($0.prefix { $0 != "," }) } ?? "not there"
    }
}
