internal import Compliance
internal import GRDB

/// The gaps of a scope and what happened to them.
struct GapTable {
    let db: Database
    let scope: String

    init(_ db: Database, scope: String) {
        self.db = db
        self.scope = scope
    }

    private static let columns = """
        id, agent, check_id, cause, severity, title, place, state, since, opened_at, seen_at, regressions, waived_until,
        owner, due, ticket
        """

    /// All gaps, by identifier.
    func all() throws -> [TrackedGap] {
        try GRDB.Row.fetchAll(
            db, sql: "SELECT \(Self.columns) FROM gap WHERE scope = ? ORDER BY id", arguments: [scope]
        ).map(TrackedGap.init)
    }

    /// One gap.
    func gap(_ id: String) throws -> TrackedGap? {
        try GRDB.Row.fetchOne(
            db, sql: "SELECT \(Self.columns) FROM gap WHERE scope = ? AND id = ?", arguments: [scope, id]
        ).map(TrackedGap.init)
    }

    /// Writes a gap as it is now.
    func save(_ gap: TrackedGap) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO gap (scope, \(Self.columns))
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        try statement.execute(arguments: [
            scope, gap.id, gap.agent, gap.check, gap.cause, gap.severity.rawValue, gap.title, gap.place,
            gap.state.rawValue, gap.since, gap.openedAt, gap.seenAt, gap.regressions, gap.waivedUntil, gap.owner,
            gap.due, gap.ticket,
        ])
    }

    /// Remembers that an assessment saw a gap.
    func see(_ seen: Snapshot.SeenGap, in number: Int) throws {
        let statement = try db.cachedStatement(
            sql: "INSERT INTO seen_gap (assessment, gap, severity, findings, waived_until) VALUES (?, ?, ?, ?, ?)")
        try statement.execute(arguments: [number, seen.id, seen.severity.rawValue, seen.findings, seen.waivedUntil])
    }

    /// Adds an event.
    func add(_ event: GapEvent) throws {
        let statement = try db.cachedStatement(
            sql: "INSERT INTO gap_event (scope, gap, kind, at, assessment, by, text) VALUES (?, ?, ?, ?, ?, ?, ?)")
        try statement.execute(arguments: [
            scope, event.gap, event.kind.rawValue, event.at, event.assessment, event.by, event.text,
        ])
    }

    /// What happened to a gap, or in an assessment, in its order.
    func events(of gap: String? = nil, in assessment: Int? = nil) throws -> [GapEvent] {
        try events(
            where: "(:gap IS NULL OR gap = :gap) AND (:assessment IS NULL OR assessment = :assessment)",
            ["gap": gap, "assessment": assessment])
    }

    /// What happened to any gap, of some kinds, in its order.
    func events(of kinds: [GapEvent.Kind]) throws -> [GapEvent] {
        let list = kinds.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        return try events(where: "kind IN (\(list))", [:])
    }

    private func events(where condition: String, _ arguments: StatementArguments) throws -> [GapEvent] {
        let rows = try GRDB.Row.fetchAll(
            db,
            sql: """
                SELECT gap, kind, at, assessment, by, text FROM gap_event
                WHERE scope = :scope AND \(condition) ORDER BY number
                """, arguments: ["scope": scope] + arguments)
        return rows.compactMap { row in
            GapEvent.Kind(rawValue: row["kind"]).map {
                GapEvent(
                    gap: row["gap"], kind: $0, at: row["at"], assessment: row["assessment"], by: row["by"],
                    text: row["text"])
            }
        }
    }
}

extension TrackedGap {
    fileprivate init(_ row: GRDB.Row) {
        self.init(
            id: row["id"], agent: row["agent"], check: row["check_id"], cause: row["cause"],
            severity: Severity(rawValue: row["severity"]) ?? .info, title: row["title"], place: row["place"],
            state: State(rawValue: row["state"]) ?? .unconfirmed, since: row["since"], openedAt: row["opened_at"],
            seenAt: row["seen_at"], regressions: row["regressions"], waivedUntil: row["waived_until"],
            owner: row["owner"], due: row["due"], ticket: row["ticket"])
    }
}
