public import Compliance
internal import GRDB

extension History {
    /// An assessment as the history lists it.
    public struct Entry: Sendable, Hashable {
        /// Its number.
        public let number: Int
        /// The date and time that it was made for.
        public let at: String
        /// When it was recorded.
        public let recordedAt: String
        /// Version of the program.
        public let tool: String
        /// Gaps that it saw and that no waiver covered, by severity.
        public let open: [Severity: Int]
        /// Gaps that it saw with a waiver that held.
        public let waived: Int
        /// What happened to gaps, by kind.
        public let events: [GapEvent.Kind: Int]
    }

    /// The scopes that have assessments, sorted.
    public func scopes() throws -> [String] {
        try asStorage {
            try queue.read { try String.fetchAll($0, sql: "SELECT DISTINCT scope FROM assessment ORDER BY scope") }
        }
    }

    /// The numbers of the assessments of a scope, the earliest first.
    public func numbers(scope: String) throws -> [Int] {
        try asStorage {
            try queue.read {
                try Int.fetchAll(
                    $0, sql: "SELECT number FROM assessment WHERE scope = ? ORDER BY number", arguments: [scope])
            }
        }
    }

    /// The assessments of a scope, the earliest first.
    public func entries(scope: String) throws -> [Entry] {
        try asStorage {
            try queue.read { db in
                let open = try Self.counts(
                    db,
                    """
                    SELECT assessment, severity, count(*) FROM seen_gap JOIN assessment ON number = assessment
                    WHERE scope = ? AND waived_until IS NULL GROUP BY assessment, severity
                    """, scope)
                let waived = try Self.counts(
                    db,
                    """
                    SELECT assessment, '', count(*) FROM seen_gap JOIN assessment ON number = assessment
                    WHERE scope = ? AND waived_until IS NOT NULL GROUP BY assessment
                    """, scope)
                let events = try Self.counts(
                    db,
                    """
                    SELECT assessment, kind, count(*) FROM gap_event
                    WHERE scope = ? AND assessment IS NOT NULL GROUP BY assessment, kind
                    """, scope)
                return try GRDB.Row.fetchAll(
                    db, sql: "SELECT number, at, recorded_at, tool FROM assessment WHERE scope = ? ORDER BY number",
                    arguments: [scope]
                ).map { row in
                    let number: Int = row["number"]
                    return Entry(
                        number: number, at: row["at"], recordedAt: row["recorded_at"], tool: row["tool"],
                        open: (open[number] ?? [:]).keyed(by: Severity.init(rawValue:)),
                        waived: waived[number]?[""] ?? 0,
                        events: (events[number] ?? [:]).keyed(by: GapEvent.Kind.init(rawValue:)))
                }
            }
        }
    }

    /// What an assessment said.
    ///
    /// - Throws: `HistoryError.noAssessment`.
    public func snapshot(_ number: Int) throws -> Snapshot {
        try asStorage {
            try queue.read { db in
                guard
                    let row = try GRDB.Row.fetchOne(
                        db, sql: "SELECT * FROM assessment WHERE number = ?", arguments: [number])
                else { throw HistoryError.noAssessment(String(number)) }
                let scope: String = row["scope"]
                let gaps = try GRDB.Row.fetchAll(
                    db,
                    sql: """
                        SELECT s.gap, s.severity, s.findings, s.waived_until, g.agent, g.check_id, g.cause, g.title, g.place, g.owner
                        FROM seen_gap s JOIN gap g ON g.scope = ? AND g.id = s.gap WHERE s.assessment = ? ORDER BY s.gap
                        """, arguments: [scope, number]
                ).map { row in
                    Snapshot.SeenGap(
                        id: row["gap"], agent: row["agent"], check: row["check_id"], cause: row["cause"],
                        severity: Severity(rawValue: row["severity"]) ?? .info, title: row["title"],
                        place: row["place"], findings: row["findings"], waivedUntil: row["waived_until"],
                        owner: row["owner"])
                }
                return Snapshot(
                    at: row["at"], tool: row["tool"], catalogDigest: row["catalog_digest"],
                    evidenceDigest: row["evidence_digest"],
                    facts: try FactTable(db, scope: scope).facts(at: number), gaps: gaps)
            }
        }
    }

    /// The gaps of a scope: those that still have to be seen to first, then by severity, the heaviest first.
    public func gaps(scope: String) throws -> [TrackedGap] {
        try asStorage {
            try queue.read { try GapTable($0, scope: scope).all() }.sorted { left, right in
                if left.state.isPending != right.state.isPending { return left.state.isPending }
                if left.severity != right.severity { return left.severity > right.severity }
                return (left.openedAt, left.id) < (right.openedAt, right.id)
            }
        }
    }

    /// What happened to a gap.
    ///
    /// - Throws: `HistoryError.noGap`.
    public func events(of gap: String, scope: String) throws -> [GapEvent] {
        try asStorage {
            try queue.read { db in
                let table = GapTable(db, scope: scope)
                guard try table.gap(gap) != nil else { throw HistoryError.noGap(gap) }
                return try table.events(of: gap)
            }
        }
    }

    /// What happened to gaps in an assessment.
    public func events(in assessment: Int, scope: String) throws -> [GapEvent] {
        try asStorage { try queue.read { try GapTable($0, scope: scope).events(in: assessment) } }
    }

    private static func counts(_ db: Database, _ sql: String, _ scope: String) throws -> [Int: [String: Int]] {
        try GRDB.Row.fetchAll(db, sql: sql, arguments: [scope]).reduce(into: [:]) { counts, row in
            counts[row[0] as Int, default: [:]][row[1] as String] = row[2] as Int
        }
    }
}

extension [String: Int] {
    fileprivate func keyed<Name: Hashable>(by make: (String) -> Name?) -> [Name: Int] {
        reduce(into: [:]) { result, entry in
            if let key = make(entry.key) { result[key] = entry.value }
        }
    }
}
