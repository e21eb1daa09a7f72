extension CheckExpression {
    /// Subqueries that are not tied to the agent of the row that is judged, by the name of what they read.
    ///
    /// A subquery is tied when its condition is `x.agent = subject.agent` and more, joined by `AND` alone. What another
    /// agent has says nothing of this one, and nobody would know how much of it was seen.
    public func untiedSubqueries(of subject: Table) -> [String] {
        tokens.indices.filter { tokens[$0].isKeyword("FROM") }.compactMap { start in
            let (name, condition) = subquery(from: start)
            return isTied(condition, name, to: subject.rawValue) ? nil : name
        }
    }

    /// The name under which a subquery's table goes, and the tokens of its condition.
    private func subquery(from start: Int) -> (name: String, condition: ArraySlice<SQLToken>) {
        var depth = 0
        let end = tokens[start...].firstIndex { token in
            if token == .symbol("(") { depth += 1 }
            if token == .symbol(")") { depth -= 1 }
            return depth < 0
        }
        let body = tokens[(start + 1)..<(end ?? tokens.endIndex)]
        guard let filter = body.firstIndex(where: { $0.isKeyword("WHERE") }), filter > body.startIndex else {
            return (body.first?.source ?? "", [])
        }
        return (body[filter - 1].source, body[(filter + 1)...])
    }

    private func isTied(_ condition: ArraySlice<SQLToken>, _ name: String, to subject: String) -> Bool {
        let words = condition.prefix(7).map(\.source)
        guard words.count == 7, name != subject else { return false }
        let sides = [[name, ".", "agent"], [subject, ".", "agent"]]
        let isEquation =
            words[3] == "="
            && [Array(words[0..<3]), Array(words[4..<7])].sorted { $0[0] < $1[0] } == sides.sorted { $0[0] < $1[0] }
        guard isEquation, condition.count == 7 || condition.dropFirst(7).first?.isKeyword("AND") == true else {
            return false
        }
        var depth = 0
        return !condition.contains { token in
            if token == .symbol("(") || token.isKeyword("CASE") { depth += 1 }
            if token == .symbol(")") || token.isKeyword("END") { depth -= 1 }
            return depth == 0 && token.isKeyword("OR")
        }
    }
}
