internal import Compliance
internal import GRDB
internal import GRDBSQLite

/// A check with its expressions read, ready to be run over all agents at once.
struct CompiledCheck: Sendable {
    let check: Check
    /// Tables that decide the verdict, the subject's included.
    let reads: Set<Compliance.Table>
    /// Tables beside the subject's, sorted.
    let others: [Compliance.Table]
    /// Words of the expressions, the columns that they read among them.
    let names: Set<String>
    /// Columns of the subject that the assertion names.
    let assertedColumns: [String]
    /// Text of a failed row.
    let message: MessageTemplate
    private let when: CheckExpression?
    private let assert: CheckExpression

    /// Reads the expressions of a check.
    ///
    /// - Throws: `CheckError` when an expression is outside the portable subset, `NOT EXISTS` reads an unknown as a pass,
    ///   or a subquery reads rows of other agents.
    init(_ check: Check) throws(CheckError) {
        self.check = check
        when = try check.when.map { text throws(CheckError) in try Self.expression(text, of: check) }
        assert = try Self.expression(check.assert, of: check)
        let expressions = [when, assert].compactMap { $0 }
        let unsafe = expressions.flatMap(\.nullableColumnsUnderNotExists)
        if let column = unsafe.first {
            throw CheckError(check.id, "NOT EXISTS reads \(column), which can be unknown: say it over the rows instead")
        }
        if let subquery = expressions.flatMap({ $0.untiedSubqueries(of: check.subject) }).first {
            throw CheckError(
                check.id,
                "the subquery over \(subquery) must begin with WHERE \(subquery).agent = \(check.subject.rawValue).agent "
                    + "AND …: what another agent has says nothing of this one")
        }
        reads = expressions.reduce([check.subject]) { $0.union($1.tables) }
        others = reads.subtracting([check.subject]).sorted()
        names = expressions.reduce(into: []) { $0.formUnion($1.names) }
        message = MessageTemplate(check.message, check.parameters)
        let asserted = assert.names
        assertedColumns = EvidenceSchema.schema(of: check.subject).columns.map(\.name).filter(asserted.contains)
    }

    private static func expression(_ text: String, of check: Check) throws(CheckError) -> CheckExpression {
        do {
            return try CheckExpression(text)
        } catch {
            throw CheckError(check.id, error.description)
        }
    }

    /// The statement that gives number and verdict of every row, null for a row that the check does not apply to.
    ///
    /// `when` false leaves a row out; `when` or `assert` null leaves it undetermined. `NOT` makes every condition 0, 1
    /// or null, so that each is computed once.
    var sql: String { Self.sql(over: check.subject, when: when?.text, assert: assert.text) }

    /// Statements of which each gives the verdicts in one way that more rows of some tables could turn them; nil when
    /// these ways are not known.
    func statements(assumingMoreRowsOf unseen: Set<Compliance.Table>) -> [String]? {
        guard let asserts = assert.variants(assumingMoreRowsOf: unseen) else { return nil }
        guard let when else { return asserts.map { Self.sql(over: check.subject, when: nil, assert: $0) } }
        return when.variants(assumingMoreRowsOf: unseen)?.flatMap { when in
            asserts.map { Self.sql(over: check.subject, when: when, assert: $0) }
        }
    }

    private static func sql(over subject: Compliance.Table, when: String?, assert: String) -> String {
        let judged = "CASE NOT (\(assert)) WHEN 0 THEN 1 WHEN 1 THEN 2 ELSE 3 END"
        let verdict = when.map { "CASE NOT (\($0)) WHEN 0 THEN \(judged) WHEN 1 THEN NULL ELSE 3 END" } ?? judged
        return "SELECT rowid, \(verdict) FROM \(subject.rawValue) ORDER BY rowid"
    }

    /// The verdicts of the rows that the check applies to, in the order of the rows.
    ///
    /// - Throws: `CheckError` with what SQLite says of the expression, `DatabaseError` when it was interrupted.
    func run(on db: Database) throws -> [RowVerdict] { try run(sql, on: db) }

    /// Rows that fail whatever more rows some tables have, by position.
    ///
    /// - Throws: As `run(on:)`.
    func certainFailures(whenUnseen unseen: Set<Compliance.Table>, on db: Database) throws -> Set<Int> {
        guard let statements = statements(assumingMoreRowsOf: unseen) else { return [] }
        var certain: Set<Int>?
        for sql in statements {
            let failed = Set(try run(sql, on: db).lazy.filter { $0.verdict == .notSatisfied }.map(\.row))
            certain = certain?.intersection(failed) ?? failed
            if certain?.isEmpty == true { break }
        }
        return certain ?? []
    }

    private func run(_ sql: String, on db: Database) throws -> [RowVerdict] {
        do {
            let statement = try db.makeStatement(sql: sql)
            guard statement.isReadonly else { throw CheckError(check.id, "the expression would change evidence") }
            let handle = statement.sqliteStatement
            defer { sqlite3_reset(handle) }
            var verdicts: [RowVerdict] = []
            while true {
                let code = sqlite3_step(handle)
                guard code == SQLITE_ROW else {
                    guard code == SQLITE_DONE else {
                        throw DatabaseError(
                            resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage, sql: sql)
                    }
                    return verdicts
                }
                let verdict: Verdict? =
                    switch sqlite3_column_int(handle, 1) {
                    case 1: .satisfied
                    case 2: .notSatisfied
                    case 3: .undetermined
                    default: nil
                    }
                let row = Int(sqlite3_column_int64(handle, 0)) - 1
                if let verdict { verdicts.append(RowVerdict(row: row, verdict: verdict)) }
            }
        } catch let error as DatabaseError where error.resultCode != .SQLITE_INTERRUPT {
            throw CheckError(check.id, error.message ?? "SQLite error \(error.resultCode.rawValue)")
        }
    }
}

/// The verdict of a check on one row, the row given by its position in the evidence.
struct RowVerdict: Hashable {
    let row: Int
    let verdict: Verdict
}
