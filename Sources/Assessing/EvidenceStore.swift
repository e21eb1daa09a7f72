internal import Compliance
internal import Dispatch
internal import GRDB
internal import GRDBSQLite

/// The evidence as tables of an in-memory SQLite database.
///
/// Row `n` of a table is element `n - 1` of the evidence's rows, so that a query finds its way back to the evidence.
final class EvidenceStore {
    /// Seconds that one check may take over all agents; the built-in ones take milliseconds for a thousand.
    static let patience = 10.0
    /// Bytes of the largest value that a check may make: twice what a value of the largest file read can have.
    ///
    /// A limit of this connection, <https://www.sqlite.org/limits.html>; `PRAGMA hard_heap_limit` would hold for the
    /// whole process, the evidence of a fleet included.
    static let largestValue = 64 << 20

    private let queue: DatabaseQueue

    /// Makes the tables and fills them; tables and columns that nobody will read are left out.
    ///
    /// - Parameters:
    ///   - evidence: The rows.
    ///   - tables: The tables that are made.
    ///   - columns: The columns that are made, whatever their table; nil for all.
    /// - Throws: What SQLite says, for example that a row does not fit a STRICT table.
    init(
        _ evidence: Evidence, tables: Set<Compliance.Table> = Set(Compliance.Table.allCases),
        columns: Set<String>? = nil
    ) throws {
        var configuration = Configuration()
        // LIKE means what it means in other engines.
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA case_sensitive_like = ON") }
        queue = try DatabaseQueue(configuration: configuration)
        try queue.write { db in
            for schema in EvidenceSchema.tables where tables.contains(schema.table) {
                let kept = schema.columns.indices.filter { index in
                    columns.map { $0.contains(schema.columns[index].name) || index == 0 } ?? true
                }
                try db.execute(sql: Self.definition(of: schema, kept))
                try Self.insert(evidence[schema.table], into: schema, kept, db)
                // Made at once it costs less than kept up row by row.
                let name = schema.table.rawValue
                try db.execute(sql: "CREATE INDEX \(name)_agent ON \(name) (agent)")
            }
        }
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA query_only = ON")
            sqlite3_limit(db.sqliteConnection, SQLITE_LIMIT_LENGTH, Int32(Self.largestValue))
        }
    }

    /// Runs a reading block.
    ///
    /// - Throws: What the block throws.
    func read<T>(_ body: (Database) throws -> T) throws -> T {
        // Nobody writes any more, so that no transaction is needed around what is read.
        try queue.unsafeRead(body)
    }

    /// The verdicts of a check on the rows that it applies to, in the order of the rows.
    ///
    /// Its time is bounded here, because tables within tables within tables multiply, and its memory by the size of
    /// a value, because no word of a check keeps more than a few of them at a time.
    ///
    /// - Throws: `CheckError` when SQLite refuses the check or the check takes longer than the seconds given.
    func verdicts(of check: CompiledCheck, within seconds: Double = patience) throws -> [RowVerdict] {
        try bounded(check, seconds) { try check.run(on: $0) }
    }

    /// Finds out whether SQLite takes a check, without running it.
    ///
    /// - Throws: As `verdicts(of:within:)`.
    func prepare(_ check: CompiledCheck) throws {
        try bounded(check, Self.patience) { try check.prepare(on: $0) }
    }

    /// Rows that fail a check whatever more rows some tables have, by position.
    ///
    /// - Throws: As `verdicts(of:within:)`.
    func certainFailures(of check: CompiledCheck, whenUnseen unseen: Set<Compliance.Table>) throws -> Set<Int> {
        try bounded(check, Self.patience) { try check.certainFailures(whenUnseen: unseen, on: $0) }
    }

    private func bounded<T>(_ check: CompiledCheck, _ seconds: Double, _ body: (Database) throws -> T) throws -> T {
        let watch = DispatchWorkItem { [queue] in queue.interrupt() }
        DispatchQueue.global().asyncAfter(deadline: .now() + seconds, execute: watch)
        defer { watch.cancel() }
        do {
            return try read(body)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT {
            throw CheckError(check.check.id, "it takes longer than \(seconds) seconds on this evidence")
        } catch let error as DatabaseError where error.resultCode == .SQLITE_TOOBIG {
            throw CheckError(check.check.id, "it makes a value of more than \(Self.largestValue >> 20) MiB")
        }
    }

    private static func definition(of schema: TableSchema, _ kept: [Int]) -> String {
        let columns = kept.map { schema.columns[$0] }.map { column in
            "\"\(column.name)\" \(affinity(of: column.kind))\(column.isRequired ? " NOT NULL" : "")"
        }
        return "CREATE TABLE \(schema.table.rawValue) (\(columns.joined(separator: ", "))) STRICT"
    }

    private static func affinity(of kind: Compliance.Column.Kind) -> String {
        switch kind {
        case .text: "TEXT"
        case .integer, .boolean: "INTEGER"
        case .real: "REAL"
        }
    }

    private static func insert(
        _ rows: [Compliance.Row], into schema: TableSchema, _ kept: [Int], _ db: Database
    ) throws {
        guard !rows.isEmpty else { return }
        let places = Array(repeating: "?", count: kept.count).joined(separator: ", ")
        let statement = try db.makeStatement(sql: "INSERT INTO \(schema.table.rawValue) VALUES (\(places))")
        let handle = statement.sqliteStatement
        defer { sqlite3_reset(handle) }
        for row in rows {
            for (place, index) in kept.enumerated() { bind(row.value(at: index), to: handle, at: Int32(place + 1)) }
            let code = sqlite3_step(handle)
            guard code == SQLITE_DONE else {
                throw DatabaseError(resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage)
            }
            sqlite3_reset(handle)
        }
    }

    /// Binds a value without an object in between: a fleet has hundreds of thousands.
    private static func bind(_ value: Value, to handle: OpaquePointer, at place: Int32) {
        switch value {
        case .null: sqlite3_bind_null(handle, place)
        case .text(var text):
            text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { characters in
                    // SQLITE_TRANSIENT, which is a cast that Swift does not import: SQLite copies the text.
                    let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
                    _ = sqlite3_bind_text(handle, place, characters.baseAddress, Int32(characters.count), copied)
                }
            }
        case .integer(let integer): sqlite3_bind_int64(handle, place, Int64(integer))
        case .real(let real): sqlite3_bind_double(handle, place, real)
        case .boolean(let boolean): sqlite3_bind_int64(handle, place, boolean ? 1 : 0)
        }
    }
}
