internal import Compliance
internal import GRDB

/// What a person does to a gap.
public enum GapEdit: Sendable, Hashable {
    /// Gives it to somebody.
    case assign(String)
    /// Sets the date until when it is to be closed, YYYY-MM-DD.
    case due(String)
    /// Links what tracks it elsewhere.
    case ticket(String)
    /// Writes something.
    case note(String)
    /// Says that it is done; the next assessment confirms that or not.
    case done(String)

    var kind: GapEvent.Kind {
        switch self {
        case .assign: .assigned
        case .due: .due
        case .ticket: .ticket
        case .note: .note
        case .done: .done
        }
    }

    /// What is written down.
    public var text: String {
        switch self {
        case .assign(let text), .due(let text), .ticket(let text), .note(let text), .done(let text): text
        }
    }
}

extension History {
    /// Writes down what a person does to gaps, all of it or nothing.
    ///
    /// - Parameters:
    ///   - ids: The gaps.
    ///   - edit: What is done.
    ///   - scope: Name of the system.
    ///   - by: The person.
    ///   - at: Now, RFC 3339 in UTC.
    /// - Throws: `HistoryError.noGap` when one of them is not in the history.
    public func edit(_ ids: [String], _ edit: GapEdit, scope: String, by: String, at: String) throws {
        try asStorage {
            try queue.write { db in
                let table = GapTable(db, scope: scope)
                for id in ids {
                    guard var gap = try table.gap(id) else { throw HistoryError.noGap(id) }
                    switch edit {
                    case .assign(let owner): gap.owner = owner
                    case .due(let date): gap.due = date
                    case .ticket(let link): gap.ticket = link
                    case .note: break
                    case .done:
                        // What an assessment has closed is more than somebody's word.
                        if gap.state.isPending { (gap.state, gap.since, gap.waivedUntil) = (.done, at, nil) }
                    }
                    try table.save(gap)
                    try table.add(GapEvent(gap: id, kind: edit.kind, at: at, assessment: nil, by: by, text: edit.text))
                }
            }
        }
    }

    /// The baseline of a scope: number of the assessment, when and by whom it was made the baseline.
    public func baseline(scope: String) throws -> (assessment: Int, at: String, by: String)? {
        try asStorage {
            try queue.read { db in
                try GRDB.Row.fetchOne(
                    db, sql: "SELECT assessment, at, by FROM baseline WHERE scope = ?", arguments: [scope]
                ).map { ($0["assessment"], $0["at"], $0["by"]) }
            }
        }
    }

    /// Makes an assessment the baseline of its scope.
    ///
    /// - Throws: `HistoryError.noAssessment` when the scope has no such assessment.
    public func setBaseline(_ number: Int, scope: String, by: String, at: String) throws {
        try asStorage {
            try queue.write { db in
                let found = try Bool.fetchOne(
                    db, sql: "SELECT EXISTS (SELECT 1 FROM assessment WHERE number = ? AND scope = ?)",
                    arguments: [number, scope])
                guard found == true else { throw HistoryError.noAssessment(String(number)) }
                try db.execute(
                    sql: "INSERT OR REPLACE INTO baseline (scope, assessment, at, by) VALUES (?, ?, ?, ?)",
                    arguments: [scope, number, at, by])
            }
        }
    }
}
