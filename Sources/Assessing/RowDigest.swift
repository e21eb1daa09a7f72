internal import Compliance
internal import Hashing

/// Digests of what was judged: a waiver is pinned to them, and they are the same wherever a row stands in its file.
enum RowDigest {
    /// Characters of a digest.
    static let length = 64

    /// Digest of what the agent has in other tables that a check reads; empty when it reads none.
    ///
    /// What was accepted is more than the row: a server may be accepted because of the sandbox around it.
    static func of(_ tables: [Table], _ agent: AgentID, _ index: EvidenceIndex) -> String {
        guard !tables.isEmpty else { return "" }
        let rows = tables.flatMap { index.rows($0, of: agent).map { of($0) }.sorted() }
        return SHA256.hex(rows.joined(separator: "\n"))
    }

    /// Digest of a row's own values; what is not known is left out, so that a column more in a table, which nobody fills
    /// yet, changes nothing of what was accepted.
    static func of(_ row: Row) -> String {
        let own = zip(EvidenceSchema.schema(of: row.table).columns, row.values)
            .dropFirst(EvidenceSchema.provenance.count)
            .filter { $0.1 != .null }
            .map { "\($0.0.name)=\($0.1.description)" }
        return SHA256.hex(([row.table.rawValue] + own).joined(separator: "\u{1F}"))
    }
}
