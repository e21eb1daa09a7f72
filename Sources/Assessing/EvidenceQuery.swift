public import Compliance
internal import GRDB

/// Read-only SQL over the evidence, for people.
public struct EvidenceQuery {
    /// What a query gave: column names and rows.
    public struct Result: Sendable {
        /// Names of the columns.
        public let columns: [String]
        /// The rows.
        public let rows: [[Value]]
    }

    private let store: EvidenceStore

    /// Puts evidence into tables, with its ages on a date.
    ///
    /// - Throws: What SQLite says.
    public init(_ evidence: Evidence, at: String) throws {
        store = try EvidenceStore(evidence.dated(at: at))
    }

    /// Runs one statement.
    ///
    /// - Throws: `QueryError` when the statement is wrong, or would change anything.
    public func run(_ sql: String) throws -> Result {
        // SQLite counts ATTACH as reading; it would open files.
        let first = sql.drop { !$0.isLetter }.prefix { $0.isLetter }.uppercased()
        guard first == "SELECT" || first == "WITH" else {
            throw QueryError(description: "only SELECT statements are run")
        }
        do {
            return try store.read { db in
                let statement = try db.makeStatement(sql: sql)
                guard statement.isReadonly else { throw QueryError(description: "only reading statements are run") }
                var rows: [[Value]] = []
                let cursor = try GRDB.Row.fetchCursor(statement)
                while let row = try cursor.next() {
                    rows.append(row.databaseValues.map(Self.value))
                }
                return Result(columns: statement.columnNames, rows: rows)
            }
        } catch let error as DatabaseError {
            throw QueryError(description: error.message ?? "SQLite error \(error.resultCode.rawValue)")
        }
    }

    private static func value(_ value: DatabaseValue) -> Value {
        switch value.storage {
        case .null: .null
        case .int64(let integer): .integer(Int(integer))
        case .double(let real): .real(real)
        case .string(let text): .text(text)
        case .blob(let data): .text("\(data.count) bytes")
        }
    }
}

/// Why a query was not run.
public struct QueryError: Error, CustomStringConvertible {
    /// The cause, in words.
    public let description: String
}
