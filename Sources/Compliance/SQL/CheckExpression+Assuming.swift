extension CheckExpression {
    /// At most so many subqueries are taken either way: each doubles the number of expressions.
    private static let mostSubqueries = 4

    /// The expression in every way that more rows of some tables could turn it: each `EXISTS` over one of them as it is,
    /// and taken as true.
    ///
    /// An `EXISTS` that holds goes on to hold whatever is added, so what all of these agree on is certain although the
    /// tables were seen in part.
    ///
    /// - Returns: The texts, the expression itself first; nil when the tables are read in another way than by `EXISTS`, or
    ///   in too many places.
    public func variants(assumingMoreRowsOf unseen: Set<Table>) -> [String]? {
        guard let places = subqueries(over: unseen, in: tokens.indices), places.count <= Self.mostSubqueries else {
            return nil
        }
        return (0..<(1 << places.count)).map { chosen in
            let replaced = places.indices.filter { chosen & (1 << $0) != 0 }.map { places[$0] }
            return text(replacing: replaced)
        }
    }

    /// Where the outermost `EXISTS (…)` over one of the tables stand; nil when a table is read in another way.
    private func subqueries(over unseen: Set<Table>, in range: Range<Int>) -> [Range<Int>]? {
        var places: [Range<Int>] = []
        var position = range.lowerBound
        while position < range.upperBound {
            if tokens[position].isKeyword("EXISTS"), tokens.indices.contains(position + 1) {
                let end = closing(from: position + 1)
                let inner = (position + 1)..<end
                if let first = table(after: inner), unseen.contains(first) {
                    places.append(position..<end)
                } else if let nested = subqueries(over: unseen, in: (inner.lowerBound + 1)..<(inner.upperBound - 1)) {
                    places += nested
                } else {
                    return nil
                }
                position = end
                continue
            }
            let isRead =
                tokens[position].isKeyword("FROM") && position + 1 < range.upperBound
                && Table(rawValue: tokens[position + 1].source).map(unseen.contains) == true
            if isRead { return nil }
            position += 1
        }
        return places
    }

    /// The position after the parenthesis that closes the one at a position.
    private func closing(from start: Int) -> Int {
        var depth = 0
        for position in start..<tokens.endIndex {
            if tokens[position] == .symbol("(") { depth += 1 }
            if tokens[position] == .symbol(")") { depth -= 1 }
            if depth == 0 { return position + 1 }
        }
        return tokens.endIndex
    }

    /// The table that a subquery in parentheses reads.
    private func table(after range: Range<Int>) -> Table? {
        range.first { tokens[$0].isKeyword("FROM") }.flatMap { position in
            tokens.indices.contains(position + 1) ? Table(rawValue: tokens[position + 1].source) : nil
        }
    }

    private func text(replacing places: [Range<Int>]) -> String {
        var words: [String] = []
        var position = 0
        while position < tokens.count {
            if let place = places.first(where: { $0.lowerBound == position }) {
                words.append("TRUE")
                position = place.upperBound
            } else {
                words.append(tokens[position].source)
                position += 1
            }
        }
        return words.joined(separator: " ").replacing(" . ", with: ".")
    }
}
