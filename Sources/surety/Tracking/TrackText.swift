internal import Compliance
internal import Reporting
internal import Tracking

/// What a recording says on the terminal: what changed, and what is due.
struct TrackText {
    let recording: History.Recording
    let gaps: [TrackedGap]
    let at: String
    let isBaseline: Bool

    var text: String {
        let known = Dictionary(gaps.map { ($0.id, $0) }) { first, _ in first }
        var lines = [
            "Recorded as assessment \(recording.number), \(at.prefix(10))" + (isBaseline ? ", the baseline" : "")
        ]
        let rows = recording.events.map { event in
            let gap = known[event.gap]
            return [
                event.kind.rawValue, event.gap, gap?.severity.rawValue ?? "", gap?.agent ?? "",
                event.kind == .opened ? gap?.check ?? "" : event.text,
            ].map(PlainText.oneLine)
        }
        lines +=
            rows.isEmpty
            ? ["Nothing changed."] : TextTable(header: ["EVENT", "GAP", "SEVERITY", "AGENT", "WHAT"], rows: rows).lines
        let pending = gaps.filter(\.state.isPending)
        let overdue = pending.filter { $0.isOverdue(on: at) }
        lines.append("")
        lines.append(
            "\(pending.count) to see to, \(pending.count { $0.state == .waived }) of them waived, "
                + "\(pending.count { $0.owner == nil }) without an owner, \(overdue.count) overdue"
                + (overdue.isEmpty ? "" : ": " + overdue.prefix(5).map(\.id).joined(separator: ", ")))
        return lines.joined(separator: "\n")
    }

    /// What is worse than the baseline.
    static func text(_ ratchet: Ratchet) -> String {
        guard !ratchet.holds else { return "Nothing is worse than the baseline." }
        let opened = ratchet.opened.map { "  opened   \($0.id)  \($0.severity.rawValue)  \($0.title)" }
        let heavier = ratchet.heavier.map { "  heavier  \($0.id)  \($0.severity.rawValue)  \($0.title)" }
        let wider = ratchet.wider.map { gap in
            "  wider    \(gap.id)  \(gap.severity.rawValue)  \(gap.findings) places now: \(gap.title)"
        }
        let blinded = ratchet.blinded.map { "  unseen   \($0.name) of \($0.agent) was decided, and cannot be any more" }
        return (["Worse than the baseline:"] + (opened + heavier + wider + blinded).map(PlainText.oneLine))
            .joined(separator: "\n")
    }
}
