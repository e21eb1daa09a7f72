internal import Compliance
internal import GRDB
internal import GRDBSQLite

/// A check with its expressions read, ready to be run over all agents at once.
struct CompiledCheck: Sendable {
    /// Rows of another table that a passing row cites, for each table that it asks.
    private static let keptWitnesses = 3

    let check: Check
    /// Tables that decide the verdict, the subject's included.
    let reads: Set<Compliance.Table>
    /// Tables that are needed to run it: those that decide, and those that only say how much a failure weighs.
    let tables: Set<Compliance.Table>
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
    private let weights: [CheckExpression]
    private let witnesses: [CheckExpression.Witness]

    /// Reads the expressions of a check.
    ///
    /// - Throws: `CheckError` when an expression is outside the portable subset, `NOT EXISTS` reads an unknown as a pass,
    ///   or a subquery reads rows of other agents.
    init(_ check: Check) throws(CheckError) {
        self.check = check
        when = try check.when.map { text throws(CheckError) in try Self.expression(text, of: check) }
        assert = try Self.expression(check.assert, of: check)
        weights = try check.weights.map { weight throws(CheckError) in try Self.expression(weight.when, of: check) }
        let deciding = [when, assert].compactMap { $0 }
        let expressions = deciding + weights
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
        reads = deciding.reduce([check.subject]) { $0.union($1.tables) }
        tables = expressions.reduce([check.subject]) { $0.union($1.tables) }
        others = reads.subtracting([check.subject]).sorted()
        witnesses = assert.witnesses(limit: Self.keptWitnesses)
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

    /// The statement that gives number, verdict, weight and witnesses of every row; no verdict where the check does not
    /// apply.
    ///
    /// `when` false leaves a row out, before anything else is asked of it; `when` or `assert` null leaves it undetermined.
    /// `NOT` makes every condition 0, 1 or null.
    var sql: String { sql(when: when?.text, assert: assert.text) }

    /// Statements of which each gives the verdicts in one way that more rows of some tables could turn them; nil when
    /// these ways are not known.
    func statements(assumingMoreRowsOf unseen: Set<Compliance.Table>) -> [String]? {
        guard let asserts = assert.variants(assumingMoreRowsOf: unseen) else { return nil }
        guard let when else { return asserts.map { sql(when: nil, assert: $0) } }
        return when.variants(assumingMoreRowsOf: unseen)?.flatMap { when in
            asserts.map { sql(when: when, assert: $0) }
        }
    }

    private func sql(when: String?, assert: String) -> String {
        let judged = "CASE NOT (\(assert)) WHEN 0 THEN 1 WHEN 1 THEN 2 ELSE 3 END"
        let verdict = when.map { "CASE NOT (\($0)) WHEN 0 THEN \(judged) WHEN 1 THEN NULL ELSE 3 END" } ?? judged
        let columns = ["rowid", verdict, weight] + witnesses.map(\.query)
        let filter = when.map { " WHERE (NOT (\($0))) IS NOT TRUE" } ?? ""
        return "SELECT \(columns.joined(separator: ", ")) FROM \(check.subject.rawValue)\(filter) ORDER BY rowid"
    }

    /// The expression that gives the position of the weight that a row has, -1 for the check's own severity.
    private var weight: String {
        guard !weights.isEmpty else { return "-1" }
        let cases = weights.enumerated().map { "WHEN (\($1.text)) THEN \($0)" }
        return "CASE \(cases.joined(separator: " ")) ELSE -1 END"
    }

    /// The verdicts of the rows that the check applies to, in the order of the rows.
    ///
    /// - Throws: `CheckError` with what SQLite says of the expression, `DatabaseError` when it was interrupted.
    func run(on db: Database) throws -> [RowVerdict] { try run(sql, on: db) }

    /// Finds out whether SQLite takes the check, without running it.
    ///
    /// - Throws: As `run(on:)`.
    func prepare(on db: Database) throws {
        try explained { _ = try statement(sql, on: db) }
    }

    /// What SQLite says of an expression becomes what is wrong with the check; that it took too long or too much stays.
    private func explained<Result>(_ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as DatabaseError
            where ![.SQLITE_INTERRUPT, .SQLITE_TOOBIG].contains(error.resultCode)
        {
            throw CheckError(check.id, error.message ?? "SQLite error \(error.resultCode.rawValue)")
        }
    }

    private func statement(_ sql: String, on db: Database) throws -> GRDB.Statement {
        let statement = try db.makeStatement(sql: sql)
        guard statement.isReadonly else { throw CheckError(check.id, "the expression would change evidence") }
        return statement
    }

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
        try explained {
            let statement = try statement(sql, on: db)
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
                if let verdict = verdict(in: handle) { verdicts.append(verdict) }
            }
        }
    }
}

extension CompiledCheck {
    /// The verdict of the current row; nil where the check does not apply.
    private func verdict(in handle: OpaquePointer) -> RowVerdict? {
        let verdict: Verdict? =
            switch sqlite3_column_int(handle, 1) {
            case 1: .satisfied
            case 2: .notSatisfied
            case 3: .undetermined
            default: nil
            }
        guard let verdict else { return nil }
        let weight = Int(sqlite3_column_int(handle, 2))
        return RowVerdict(
            row: Int(sqlite3_column_int64(handle, 0)) - 1, verdict: verdict,
            severity: check.weights.indices.contains(weight) ? check.weights[weight].severity : check.severity,
            witnesses: verdict == .satisfied && !witnesses.isEmpty ? witnesses(in: handle) : [])
    }

    /// The rows of other tables that the current row's verdict rests on.
    private func witnesses(in handle: OpaquePointer) -> [RowVerdict.Witness] {
        witnesses.enumerated().flatMap { position, witness -> [RowVerdict.Witness] in
            guard let text = sqlite3_column_text(handle, Int32(3 + position)) else { return [] }
            return String(cString: text).split(separator: ",").compactMap { number in
                Int(number).map { RowVerdict.Witness(table: witness.table, row: $0 - 1) }
            }
        }
    }
}

/// The verdict of a check on one row, the row given by its position in the evidence.
struct RowVerdict: Hashable {
    let row: Int
    let verdict: Verdict
    /// How much a failure weighs, or would.
    let severity: Severity
    /// Rows of other tables that a passing row rests on.
    let witnesses: [Witness]

    /// A row of another table, given by its position in the evidence.
    struct Witness: Hashable {
        let table: Compliance.Table
        let row: Int
    }
}
