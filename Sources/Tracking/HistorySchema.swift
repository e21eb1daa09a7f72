internal import GRDB

/// The tables of a history, and how older ones become newer.
///
/// A fact is kept once for as long as it stays the same: `first` is the number of the assessment that said it first,
/// `last` of the last one, null while it is still said. Weeks without a change take no room.
enum HistorySchema {
    /// Marks the file as a history, <https://www.sqlite.org/pragma.html#pragma_application_id>: "Surt".
    static let applicationID = 0x5375_7274

    /// What makes a history of one version from one of the version before; the first makes it from nothing.
    ///
    /// The version is SQLite's own, <https://www.sqlite.org/pragma.html#pragma_user_version>.
    private static let steps = [first]

    /// Whether a file has the tables of this version.
    static func isCurrent(_ db: Database) throws -> Bool {
        try Int.fetchOne(db, sql: "PRAGMA application_id") == applicationID
            && Int.fetchOne(db, sql: "PRAGMA user_version") == steps.count
    }

    /// Makes the tables, or brings them up to date, within a transaction that nobody else writes beside.
    ///
    /// - Throws: `HistoryError` when the file is another program's, or of a later version.
    static func prepare(_ db: Database, _ path: String) throws {
        let mark = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        let isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
        guard isEmpty || mark == applicationID else { throw HistoryError.notAHistory(path) }
        let version = isEmpty ? 0 : try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard version <= steps.count else { throw HistoryError.tooNew(path) }
        guard version < steps.count else { return }
        for step in steps[version...] { try db.execute(sql: step) }
        try db.execute(sql: "PRAGMA application_id = \(applicationID)")
        try db.execute(sql: "PRAGMA user_version = \(steps.count)")
    }

    private static let first = """
        CREATE TABLE assessment (
          number INTEGER PRIMARY KEY AUTOINCREMENT, scope TEXT NOT NULL, at TEXT NOT NULL, recorded_at TEXT NOT NULL,
          tool TEXT NOT NULL, catalog_digest TEXT NOT NULL, evidence_digest TEXT NOT NULL
        ) STRICT;
        CREATE INDEX assessment_scope ON assessment (scope, number);
        CREATE TABLE fact (
          scope TEXT NOT NULL, facet TEXT NOT NULL, agent TEXT NOT NULL, name TEXT NOT NULL, first INTEGER NOT NULL,
          last INTEGER, value TEXT NOT NULL, basis TEXT NOT NULL, PRIMARY KEY (scope, facet, agent, name, first)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE seen_gap (
          assessment INTEGER NOT NULL REFERENCES assessment, gap TEXT NOT NULL, severity TEXT NOT NULL, findings INTEGER NOT NULL,
          waived_until TEXT, PRIMARY KEY (assessment, gap)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE gap (
          scope TEXT NOT NULL, id TEXT NOT NULL, agent TEXT NOT NULL, check_id TEXT NOT NULL, cause TEXT NOT NULL,
          severity TEXT NOT NULL, title TEXT NOT NULL, place TEXT NOT NULL, state TEXT NOT NULL, since TEXT NOT NULL,
          opened_at TEXT NOT NULL, seen_at TEXT NOT NULL, regressions INTEGER NOT NULL, waived_until TEXT, owner TEXT,
          due TEXT, ticket TEXT, PRIMARY KEY (scope, id)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE gap_event (
          number INTEGER PRIMARY KEY AUTOINCREMENT, scope TEXT NOT NULL, gap TEXT NOT NULL, kind TEXT NOT NULL,
          at TEXT NOT NULL, assessment INTEGER REFERENCES assessment, by TEXT NOT NULL, text TEXT NOT NULL,
          FOREIGN KEY (scope, gap) REFERENCES gap
        ) STRICT;
        CREATE INDEX gap_event_gap ON gap_event (scope, gap);
        CREATE INDEX gap_event_assessment ON gap_event (assessment);
        CREATE TABLE baseline (
          scope TEXT PRIMARY KEY NOT NULL, assessment INTEGER NOT NULL REFERENCES assessment, at TEXT NOT NULL,
          by TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
}
