internal import Compliance

/// What a history knows of a risk, as a plan of action has it: the plan, and the log of what happened.
extension OSCALResult {
    /// Writes the last day for the risk: until when it is accepted, else until when it is to be closed.
    func deadline(_ gap: Gap) {
        let waiver = document.index.waiver(of: gap).flatMap { $0.holds ? $0.expiresOn : nil }
        guard let day = waiver ?? document.index.record(of: gap)?.due else { return }
        if let end = OSCALValues.dateTime(day, time: Self.lastSecond) { out.plain("deadline", end) }
    }

    /// Writes who is to close the gap and until when, as a milestone; nothing where nobody planned anything.
    ///
    /// FedRAMP reads the scheduled completion date off the milestone:
    /// https://github.com/GSA/fedramp-automation, guide to POA&M, §4.3.1.
    func plan(_ gap: Gap) {
        guard let record = document.index.record(of: gap), record.due != nil || record.owner != nil else { return }
        let owner = document.parties.assignee(record.owner)
        let uuid = names.uuid("plan", gap.agent.rawValue, gap.id.rawValue)
        out.element("response", ["uuid": uuid, "lifecycle": "planned"]) {
            out.title("What is planned")
            out.blocks(
                "description",
                [
                    record.due.map { "To be closed by \($0)." } ?? "No date is set.",
                    record.owner.map { "\($0) sees to it." } ?? "Nobody sees to it yet.",
                ])
            if let owner { out.origin("party", owner) }
            let end = record.due.flatMap { OSCALValues.dateTime($0, time: Self.lastSecond) }
            let task = names.uuid("milestone", gap.agent.rawValue, gap.id.rawValue)
            out.element("task", ["uuid": task, "type": end == nil ? "action" : "milestone"]) {
                out.title("The gap is closed")
                if let end { out.element("timing") { out.empty("on-date", ["date": end]) } }
                guard let owner else { return }
                out.element("responsible-role", ["role-id": OSCALParties.assigneeRole]) {
                    out.plain("party-uuid", owner)
                }
            }
        }
    }

    /// Writes when the risk was found first, or again, and what people wrote on it.
    func log(_ gap: Gap) {
        guard let record = document.index.record(of: gap),
            let opened = OSCALValues.dateTime(record.openedAt)
        else { return }
        out.element("risk-log") {
            entry(
                gap, 0, title: record.regressions > 0 ? "Found again" : "Found first",
                "An assessment found it" + (record.cameBack.map { "; it \($0)." } ?? "."), at: opened, by: nil)
            for (place, note) in record.notes.enumerated() {
                guard let at = OSCALValues.dateTime(note.at) else { continue }
                entry(
                    gap, place + 1, title: note.kind == .done ? "Said to be done" : "Note", note.text, at: at,
                    by: document.parties.person(note.by))
            }
        }
    }

    private static let lastSecond = "23:59:59"

    private func entry(_ gap: Gap, _ place: Int, title: String, _ text: String, at: String, by person: String?) {
        let uuid = names.uuid("log", gap.agent.rawValue, gap.id.rawValue, String(place))
        out.element("entry", ["uuid": uuid]) {
            out.title(title)
            out.blocks("description", [text])
            out.plain("start", at)
            if let person { out.empty("logged-by", ["party-uuid": person]) }
        }
    }
}
