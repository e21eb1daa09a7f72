internal import Compliance
internal import GRDB

/// A check with its expressions read, ready to be run over all agents at once.
struct CompiledCheck {
    let check: Check
    /// Tables that decide the verdict, the subject's included.
    let reads: Set<Compliance.Table>
    /// Columns of the subject that the assertion names.
    let assertedColumns: [String]
    /// Text of a failed row.
    let message: MessageTemplate
    private let when: CheckExpression?
    private let assert: CheckExpression

    /// Reads the expressions of a check.
    ///
    /// - Throws: `CheckError` when an expression is outside the portable subset, or `NOT EXISTS` reads an unknown as a pass.
    init(_ check: Check) throws(CheckError) {
        self.check = check
        when = try check.when.map { text throws(CheckError) in try Self.expression(text, of: check) }
        assert = try Self.expression(check.assert, of: check)
        let expressions = [when, assert].compactMap { $0 }
        let unsafe = expressions.flatMap(\.nullableColumnsUnderNotExists)
        if let column = unsafe.first {
            throw CheckError(check.id, "NOT EXISTS reads \(column), which can be unknown: say it over the rows instead")
        }
        reads = expressions.reduce([check.subject]) { $0.union($1.tables) }
        message = MessageTemplate(check.message, check.parameters)
        let names = assert.names
        assertedColumns = EvidenceSchema.schema(of: check.subject).columns.map(\.name).filter(names.contains)
    }

    private static func expression(_ text: String, of check: Check) throws(CheckError) -> CheckExpression {
        do {
            return try CheckExpression(text)
        } catch {
            throw CheckError(check.id, error.description)
        }
    }

    /// The statement that gives row number, agent and verdict of every row that the check applies to.
    ///
    /// `when` false leaves a row out; `when` or `assert` null leaves it undetermined.
    var sql: String {
        let table = check.subject.rawValue
        let condition = when.map { "(\($0.text))" } ?? "TRUE"
        return """
            SELECT row_number, agent, verdict FROM (
              SELECT \(table).rowid AS row_number, \(table).agent AS agent,
                CASE WHEN \(condition) THEN
                       CASE WHEN (\(assert.text)) THEN 'satisfied'
                            WHEN NOT (\(assert.text)) THEN 'not-satisfied' ELSE 'undetermined' END
                     WHEN NOT \(condition) THEN NULL ELSE 'undetermined' END AS verdict
              FROM \(table)
            ) WHERE verdict IS NOT NULL ORDER BY row_number
            """
    }

    /// The verdicts of the rows, by agent.
    ///
    /// - Throws: `CheckError` with what SQLite says of the expression.
    func run(on db: Database) throws -> [AgentID: [RowVerdict]] {
        do {
            let statement = try db.makeStatement(sql: sql)
            guard statement.isReadonly else { throw CheckError(check.id, "the expression would change evidence") }
            var verdicts: [AgentID: [RowVerdict]] = [:]
            let rows = try GRDB.Row.fetchCursor(statement)
            while let row = try rows.next() {
                let number: Int = row[0]
                let agent: String = row[1]
                let verdict: String = row[2]
                verdicts[AgentID(agent), default: []].append(
                    RowVerdict(row: number - 1, verdict: Verdict(rawValue: verdict) ?? .undetermined))
            }
            return verdicts
        } catch let error as DatabaseError
            where ![.SQLITE_INTERRUPT, .SQLITE_TOOBIG].contains(error.resultCode)
        {
            throw CheckError(check.id, error.message ?? "SQLite error \(error.resultCode.rawValue)")
        }
    }
}

/// The verdict of a check on one row, the row given by its position in the evidence.
struct RowVerdict: Hashable {
    let row: Int
    let verdict: Verdict
}
