internal import Compliance
internal import GRDB

extension History {
    /// What recording an assessment found.
    public struct Recording: Sendable, Hashable {
        /// Number of the assessment in the history.
        public let number: Int
        /// What happened to gaps, in the order of their identifiers.
        public let events: [GapEvent]
    }

    /// Records an assessment and what it makes of every gap of its scope.
    ///
    /// - Parameters:
    ///   - snapshot: What the assessment said.
    ///   - scope: Name of the system; assessments of one scope follow each other.
    ///   - recordedAt: Now, RFC 3339 in UTC.
    ///   - policy: Days to close a new gap.
    /// - Returns: Its number, and what happened to gaps.
    /// - Throws: `HistoryError.outOfOrder` when the scope has a later assessment, or what SQLite says.
    public func record(
        _ snapshot: Snapshot, scope: String, recordedAt: String, policy: DuePolicy = .standard
    ) throws -> Recording {
        try asStorage {
            try queue.write { db in
                let last = try String.fetchOne(
                    db, sql: "SELECT at FROM assessment WHERE scope = ? ORDER BY number DESC LIMIT 1",
                    arguments: [scope])
                if let last, last > snapshot.at { throw HistoryError.outOfOrder(last: last, new: snapshot.at) }
                try db.execute(
                    sql: """
                        INSERT INTO assessment (scope, at, recorded_at, tool, catalog_digest, evidence_digest)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """,
                    arguments: [
                        scope, snapshot.at, recordedAt, snapshot.tool, snapshot.catalogDigest, snapshot.evidenceDigest,
                    ])
                let number = Int(db.lastInsertedRowID)
                try FactTable(db, scope: scope).record(snapshot.facts, as: number)
                let events = try Self.live(snapshot, number, scope, GapLife(snapshot: snapshot, policy: policy), db)
                return Recording(number: number, events: events)
            }
        }
    }

    private static func live(
        _ snapshot: Snapshot, _ number: Int, _ scope: String, _ life: GapLife, _ db: Database
    ) throws -> [GapEvent] {
        let table = GapTable(db, scope: scope)
        var known = Dictionary(try table.all().map { ($0.id, $0) }) { first, _ in first }
        var events: [GapEvent] = []
        func keep(_ gap: TrackedGap, _ steps: [GapLife.Step]) throws {
            try table.save(gap)
            for step in steps {
                let event = GapEvent(
                    gap: gap.id, kind: step.kind, at: snapshot.at, assessment: number, by: "", text: step.text)
                try table.add(event)
                events.append(event)
            }
        }
        for seen in snapshot.gaps.sorted(by: { $0.id < $1.id }) {
            try table.see(seen, in: number)
            let (gap, steps) = known.removeValue(forKey: seen.id).map { life.seen(seen, $0) } ?? life.opened(seen)
            try keep(gap, steps)
        }
        for before in known.values.sorted(by: { $0.id < $1.id }) {
            let (gap, steps) = life.missed(before)
            if gap != before { try keep(gap, steps) }
        }
        return events
    }
}
