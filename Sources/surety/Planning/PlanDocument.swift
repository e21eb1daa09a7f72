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
            lines += ["#### \(number + 1). \(head.severity.rawValue): \(PlainText.markdown(change.group.sentence))", ""]
            let agents = change.group.agents.map { PlainText.markdownCode($0.rawValue) }.joined(separator: ", ")
            let place = head.citations.first.map { ", " + PlainText.markdownCode($0.place) } ?? ""
            lines += ["\(PlainText.markdownCode(head.id.rawValue)), \(agents)\(place)", ""]
            lines += [PlainText.markdown(effect.summary), ""]
            lines += effect.moves.map { "- " + PlainText.markdown($0) }
            if !effect.moves.isEmpty { lines.append("") }
            for edit in change.edits { lines += fenced(edit.shownDiff, "diff") }
            guard change.edits.isEmpty else { continue }
            for remedy in change.group.remedies { lines += Remedy(remedy.text).blocks.flatMap(block) }
        }
        return lines.joined(separator: "\n")
    }

    /// A JSON array with an object for each change.
    var json: [UInt8] {
        let rows = plan.changes.enumerated().map { number, change -> [Value] in
            let (head, effect) = (change.group.head, PlannedEffect(change))
            let remedies = change.group.remedies.map { Remedy($0.text).source }.joined(separator: "\n\n")
            let texts = [
                effect.isByHand ? "by-hand" : "edit", head.severity.rawValue, head.id.rawValue, head.check?.rawValue ?? "",
                change.group.agents.map(\.rawValue).joined(separator: " "), change.group.sentence,
                head.citations.first?.place ?? "", change.edits.map(\.path).joined(separator: " "),
                effect.closed.joined(separator: "; "), effect.lighter.joined(separator: "; "),
                effect.shown.joined(separator: "; "), effect.moves.joined(separator: "\n"),
                change.edits.map(\.shownDiff).joined(), effect.isByHand ? remedies : "",
            ]
            return [.integer(number + 1)] + texts.map { $0.isEmpty ? .null : .text($0) }
        }
        return Register.json(
            columns: [
                "number", "how", "severity", "gap", "check", "agents", "what", "place", "files", "closes", "lightens",
                "then_shows", "moves", "diff", "remedy",
            ], rows: rows)
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
        case .code(let language, let lines, _): fenced(lines.joined(separator: "\n") + "\n", language)
        }
    }

    private func fenced(_ code: String, _ language: String) -> [String] {
        let longest = code.split(whereSeparator: { $0 != "`" }).map(\.count).max() ?? 0
        let fence = String(repeating: "`", count: max(3, longest + 1))
        return [fence + language, PlainText.clean(code) + fence, ""]
    }
}
