extension CheckExpression {
    /// A subquery that asks whether a row of another table is there.
    public struct Witness: Sendable, Hashable {
        /// The table that it reads.
        public let table: Table
        /// SQL that gives the numbers of the first rows that answer yes, with commas between them; null for none.
        public let query: String
    }

    /// What an assertion that holds may rest on beside the row that it judges.
    ///
    /// Subqueries that take an unknown for a yes (`coalesce`) decide between failed and undetermined and prove nothing;
    /// those that are negated prove by what is absent.
    ///
    /// - Parameter limit: Rows of each that are named.
    /// - Returns: One for each subquery, as they stand in the expression.
    public func witnesses(limit: Int) -> [Witness] {
        var found: [Witness] = []
        var index = tokens.startIndex
        while index < tokens.endIndex {
            defer { index += 1 }
            guard tokens[index].isKeyword("EXISTS"), index + 1 < tokens.endIndex else { continue }
            let inner = parenthesised(from: index + 1)
            let isNegated = index > 0 && tokens[index - 1].isKeyword("NOT")
            if !isNegated, let witness = Self.witness(inner, limit) { found.append(witness) }
            index += inner.count
        }
        return found
    }

    /// The witness of a subquery, given by its tokens, the parentheses among them.
    private static func witness(_ inner: [SQLToken], _ limit: Int) -> Witness? {
        guard !inner.contains(where: { $0.isKeyword("COALESCE") }),
            let from = inner.firstIndex(where: { $0.isKeyword("FROM") }), from + 1 < inner.endIndex,
            let table = Table(rawValue: inner[from + 1].source),
            let filter = inner[from...].firstIndex(where: { $0.isKeyword("WHERE") })
        else { return nil }
        let name = inner[filter - 1].source
        let rest = text(of: Array(inner[from...].dropLast()))
        return Witness(
            table: table, query: "(SELECT group_concat(r) FROM (SELECT \(name).rowid AS r \(rest) LIMIT \(limit)))")
    }
}
