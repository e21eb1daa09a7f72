internal import Compliance
internal import Hashing

/// Digests of what was judged: a waiver is pinned to them, and they are the same wherever a row stands in its file.
enum RowDigest {
    /// Characters of a digest.
    static let length = 64

    /// Digest of what the agent has in other tables that a check reads; empty when it reads none.
    ///
    /// What was accepted is more than the row: a server may be accepted because of the sandbox around it. Given are the
    /// sorted digests of the agent's rows in each of the tables.
    static func of(_ rows: [[String]]) -> String {
        rows.isEmpty ? "" : SHA256.hex(rows.joined().joined(separator: "\n"))
    }

    /// Columns that say how a statement is signed and by which keys that is known: what was accepted of a statement is
    /// the same whoever assesses, unless the check is about the signature.
    private static let ofSignature: Set<String> = [
        "id", "names_agent", "envelope", "signature", "signature_fault", "signing_key",
    ]

    /// Digest of a row's own values.
    ///
    /// What is not known is left out, so that a column more in a table, which nobody fills yet, changes nothing of what was
    /// accepted. So are ages: what was accepted is the same a day later.
    ///
    /// - Parameters:
    ///   - row: The row.
    ///   - names: Names in the expressions of the check.
    /// - Returns: The digest.
    static func of(_ row: Row, readBy names: Set<String> = []) -> String {
        let columns = EvidenceSchema.schema(of: row.table).columns
        let leavesOut = row.table == .statement && names.isDisjoint(with: ofSignature)
        let own = columns.indices.dropFirst(EvidenceSchema.provenance.count).compactMap { index in
            let value = row.value(at: index)
            let isLeftOut =
                value == .null || columns[index].derivation != nil
                || leavesOut && ofSignature.contains(columns[index].name)
            return isLeftOut ? nil : "\(columns[index].name)=\(value.description)"
        }
        return SHA256.hex(([row.table.rawValue] + own).joined(separator: "\u{1F}"))
    }
}
