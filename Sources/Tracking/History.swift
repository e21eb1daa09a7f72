internal import GRDB

/// The record of all assessments of one or several systems: one SQLite file.
///
/// Whoever writes waits for whoever is writing, and each assessment is one transaction: a process that is killed leaves
/// all of it or nothing.
public final class History {
    /// Seconds that a writer waits for another one.
    static let patience = 30.0

    let queue: DatabaseQueue

    /// Opens a history, or makes it where there is no file of that name.
    ///
    /// - Throws: `HistoryError` when the file is not a history, or of a later version, or cannot be opened.
    public init(path: String) throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(Self.patience)
        configuration.prepareDatabase { db in
            // Power may fail between the change and the removal of the journal: the folder is written through as well.
            try db.execute(sql: "PRAGMA synchronous = EXTRA")
        }
        do {
            queue = try DatabaseQueue(path: path, configuration: configuration)
            // Whoever only reads waits for no writer, and needs no right to write.
            if try !queue.read(HistorySchema.isCurrent) { try queue.write { try HistorySchema.prepare($0, path) } }
        } catch let error as HistoryError {
            throw error
        } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
            throw HistoryError.notAHistory(path)
        } catch {
            throw HistoryError.storage("\(path): \(error)")
        }
    }

    /// Runs a body; what SQLite says becomes a problem of the history.
    func asStorage<T>(_ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let error as HistoryError {
            throw error
        } catch {
            throw HistoryError.storage("\(error)")
        }
    }
}
