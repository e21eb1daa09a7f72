internal import Compliance

/// Rows that fail a check whatever is in tables that were seen in part; looked for when an agent needs it, and once.
struct CertainFailures {
    private let check: CompiledCheck
    private let store: EvidenceStore
    private var known: [Set<Table>: Set<Int>] = [:]

    init(of check: CompiledCheck, in store: EvidenceStore) {
        self.check = check
        self.store = store
    }

    /// Positions of the rows.
    ///
    /// - Throws: `CheckError` when the check takes too long.
    mutating func rows(whenUnseen unseen: Set<Table>) throws -> Set<Int> {
        if let rows = known[unseen] { return rows }
        let rows = try store.certainFailures(of: check, whenUnseen: unseen)
        known[unseen] = rows
        return rows
    }
}
