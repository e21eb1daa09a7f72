internal import Compliance
internal import Reporting
internal import Tracking

/// A difference for a terminal, for a pull request, and for programs.
struct DifferenceText {
    private let difference: Difference
    private let old: Snapshot
    private let new: Snapshot
    /// Lines of a kind that are shown before the rest is counted.
    private static let shown = 40

    init(_ difference: Difference, from old: Snapshot, to new: Snapshot) {
        self.difference = difference
        self.old = old
        self.new = new
    }

    private var span: String { "\(old.at.prefix(10)) to \(new.at.prefix(10))" }

    /// For a terminal.
    var plain: String {
        guard !difference.isEmpty else { return "Nothing changed, \(span)." }
        var parts = ["What changed, \(span)"]
        let gaps =
            difference.opened.map { ["opened", $0.id, $0.severity.rawValue, $0.agent, $0.title] }
            + difference.changed.map {
                [weight($0), $0.after.id, $0.after.severity.rawValue, $0.after.agent, $0.after.title]
            }
            + difference.closed.map { ["not seen", $0.id, $0.severity.rawValue, $0.agent, $0.title] }
        parts += block("Gaps", gaps)
        parts += block("Causes", difference.causes.map { [$0.key.facet.rawValue, name($0), move($0)] })
        parts += block("Checks", difference.checks.map { [$0.key.name, $0.key.agent, move($0), why($0)] })
        parts += block(
            "Items of frameworks", difference.controls.map { [$0.key.name, $0.key.agent, move($0), why($0)] })
        return parts.joined(separator: "\n")
    }

    private func block(_ title: String, _ rows: [[String]]) -> [String] {
        guard let first = rows.first else { return [] }
        let table = TextTable(
            header: first.map { _ in "" }, rows: rows.prefix(Self.shown).map { $0.map(PlainText.oneLine) })
        let more = rows.count - Self.shown
        return ["", title] + table.lines.dropFirst().map { "  " + $0 } + (more > 0 ? ["  and \(more) more"] : [])
    }

    /// For a pull request: only what changed.
    var markdown: String {
        guard !difference.isEmpty else { return "**Surety**: nothing changed, \(span)." }
        var lines = ["### Surety: what changed, \(span)", ""]
        let counts =
            "\(difference.opened.count) gaps opened, \(difference.closed.count) not seen any more, "
            + "\(difference.changed.count) weigh otherwise"
        lines += [counts + ".", ""]
        lines += Self.table(
            ["", "Severity", "What", "Where"],
            difference.opened.map {
                ["opened", $0.severity.rawValue, PlainText.markdown($0.title), PlainText.markdownCode($0.place)]
            }
                + difference.changed.map {
                    [
                        weight($0), $0.after.severity.rawValue, PlainText.markdown($0.after.title),
                        PlainText.markdownCode($0.after.place),
                    ]
                }
                + difference.closed.map {
                    ["not seen", $0.severity.rawValue, PlainText.markdown($0.title), PlainText.markdownCode($0.place)]
                })
        lines += Self.table(
            ["Item", "Agent", "Verdict", "Why"],
            difference.controls.map {
                [
                    PlainText.markdownCode($0.key.name), PlainText.markdownCode($0.key.agent),
                    PlainText.markdown(move($0)), PlainText.markdown(why($0)),
                ]
            })
        lines += difference.causes.map {
            "- \($0.key.facet.rawValue) \(PlainText.markdownCode(name($0))): \(PlainText.markdown(move($0)))"
        }
        return lines.joined(separator: "\n")
    }

    private static func table(_ header: [String], _ rows: [[String]]) -> [String] {
        guard !rows.isEmpty else { return [] }
        let more = rows.count > shown ? ["And \(rows.count - shown) more.", ""] : []
        return MarkdownRows.table(header, rows.prefix(shown)) + [""] + more
    }

    /// For programs: an array with an object for each thing that changed.
    var json: [UInt8] {
        let gaps =
            difference.opened.map { ["gap", $0.id, $0.agent, "", $0.severity.rawValue, $0.title] }
            + difference.changed.map {
                [
                    "gap", $0.after.id, $0.after.agent, $0.before.severity.rawValue, $0.after.severity.rawValue,
                    weight($0),
                ]
            }
            + difference.closed.map { ["gap", $0.id, $0.agent, $0.severity.rawValue, "", $0.title] }
        let changes = (difference.causes + difference.checks + difference.controls).map {
            [$0.key.facet.rawValue, $0.key.name, $0.key.agent, $0.before ?? "", $0.after ?? "", why($0)]
        }
        return Register.json(
            columns: ["kind", "name", "agent", "before", "after", "why"],
            rows: (gaps + changes).map { row in row.map { $0.isEmpty ? Value.null : .text($0) } })
    }

    private func weight(_ pair: Difference.Pair) -> String {
        if pair.before.waivedUntil == nil, let until = pair.after.waivedUntil { return "waived until \(until)" }
        if pair.before.waivedUntil != nil, pair.after.waivedUntil == nil { return "waiver ended" }
        return pair.before.severity < pair.after.severity ? "heavier" : "lighter"
    }

    private func name(_ change: Difference.Change) -> String {
        change.key.name.isEmpty ? change.key.agent : change.key.name
    }

    private func move(_ change: Difference.Change) -> String {
        switch (change.before, change.after) {
        case (nil, let after?): "new: \(after)"
        case (let before?, nil): "gone, was \(before)"
        case (let before?, let after?) where before == after: "\(after), with other content"
        case (let before?, let after?): "\(before) → \(after)"
        case (nil, nil): ""
        }
    }

    private func why(_ change: Difference.Change) -> String {
        change.reasons.map(\.description).joined(separator: "; ")
    }
}
