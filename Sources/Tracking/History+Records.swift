public import Compliance
internal import GRDB

extension History {
    /// What is known of some gaps on a date, in the order of their identifiers; a gap that the history has never seen has
    /// no record.
    ///
    /// A gap that was closed and is there again is open since that date, and has none until when it is to be closed.
    ///
    /// - Parameters:
    ///   - gaps: The gaps that an assessment found.
    ///   - scope: Name of the system.
    ///   - at: The date and time that the assessment was made for.
    /// - Returns: The records.
    /// - Throws: `HistoryError.outOfOrder` when the scope has an assessment of a later day, or what SQLite says.
    public func records(of gaps: Set<GapID>, scope: String, at: String) throws -> [GapRecord] {
        try asStorage {
            try queue.read { db in
                let last = try String.fetchOne(
                    db, sql: "SELECT max(at) FROM assessment WHERE scope = ?", arguments: [scope])
                if let last, (CalendarDate.days(from: at, to: last) ?? 0) > 0 {
                    throw HistoryError.outOfOrder(last: last, new: at)
                }
                let table = GapTable(db, scope: scope)
                let notes = Dictionary(grouping: try table.events(of: [.note, .done]), by: \.gap)
                return try table.all().filter { gaps.contains(GapID($0.id)) }.map { gap in
                    gap.record(at: at, notes: notes[gap.id] ?? [])
                }
            }
        }
    }

    /// The agents that any assessment of a scope has found.
    public func agents(scope: String) throws -> Set<AgentID> {
        try asStorage {
            try queue.read { db in
                Set(
                    try String.fetchAll(
                        db, sql: "SELECT DISTINCT agent FROM fact WHERE scope = ? AND facet = ?",
                        arguments: [scope, Fact.Facet.agent.rawValue]
                    ).map { AgentID($0) })
            }
        }
    }
}

extension TrackedGap {
    fileprivate func record(at: String, notes: [GapEvent]) -> GapRecord {
        let isBack = !state.isPending
        return GapRecord(
            gap: GapID(id), openedAt: isBack ? at : openedAt, due: isBack ? nil : due, owner: owner, ticket: ticket,
            regressions: regressions + (isBack ? 1 : 0),
            notes: notes.compactMap { event in
                GapRecord.Note.Kind(rawValue: event.kind.rawValue).map {
                    GapRecord.Note($0, at: event.at, by: event.by, text: event.text)
                }
            })
    }
}
