/// Everything that was collected: the rows of all tables, and the lines of the sources that they cite.
public struct Evidence: Sendable {
    /// Rows by table, in the order in which they were recorded.
    public private(set) var rows: [Table: [Row]] = [:]
    /// Text of the cited lines, secrets removed, by path and line number.
    public private(set) var excerpts: [String: [Int: String]] = [:]
    /// What collectors wrote that does not fit the tables.
    ///
    /// Never empty by accident: each is a fault to mend.
    public private(set) var faults: [String] = []

    /// No evidence.
    public init() {}

    /// The rows of one table.
    public subscript(_ table: Table) -> [Row] { rows[table] ?? [] }

    /// Whether no agent was found.
    public var isEmpty: Bool { self[.agent].isEmpty }

    /// The agents that are assessed, sorted by identifier.
    public var agents: [AgentID] { Set(self[.agent].map(\.agent)).sorted() }

    /// Whether a file that was found could not be read, or not as a whole.
    ///
    /// Lines of logs that could not be read are counted in `action_log`, and are no such file.
    public var hasUnreadFiles: Bool {
        self[.artifact].contains { row in
            row["status"] == "refused"
                || (row["reason"] != .null && row["status"] == "read" && row["collector"] == "folder")
        }
    }

    /// Adds a row.
    public mutating func add(_ row: Row) {
        rows[row.table, default: []].append(row)
    }

    /// Makes a row and adds it; what does not fit the table becomes a fault.
    public mutating func record(_ table: Table, _ provenance: Provenance, _ columns: [String: Value]) {
        do throws(RowError) {
            add(try Row(table, provenance, columns))
        } catch {
            faults.append("\(provenance.collector): \(error)")
        }
    }

    /// Replaces all rows of a table.
    public mutating func replace(_ table: Table, with replacement: [Row]) {
        rows[table] = replacement
    }

    /// Keeps the text of a line, secrets already removed.
    public mutating func keep(line: Int, of artifact: String, text: String) {
        excerpts[artifact, default: [:]][line] = text
    }

    /// Adds everything that another value holds.
    public mutating func merge(_ other: Evidence) {
        for (table, more) in other.rows { rows[table, default: []] += more }
        excerpts.merge(other.excerpts) { $0.merging($1) { first, _ in first } }
        faults += other.faults
    }
}
