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

    /// Digest of a row's own values.
    static func of(_ row: Row) -> String {
        let own = row.values.dropFirst(EvidenceSchema.provenance.count).map(\.description)
        return SHA256.hex(([row.table.rawValue] + own).joined(separator: "\u{1F}"))
    }
}
