internal import Compliance

/// What a label such as "OWASP Agentic AI Top 10 (2026)" says of the framework that is meant.
struct ReferenceScope {
    /// The label as it is written.
    let label: String
    /// The frameworks that it can mean, of all years.
    let frameworks: Set<FrameworkID>
    /// The year that stands beside it.
    let year: String?
}

extension ReferenceIndex {
    /// The labels that begin at a token, longest first, with the token behind each and the year behind it.
    func labels(in tokens: ReferenceTokens, at start: Int) -> [(scope: ReferenceScope, end: Int)] {
        let all = tokens.tokens
        var found: [(scope: ReferenceScope, end: Int)] = []
        let most = min(longestLabel, all.count - start)
        guard most > 0 else { return [] }
        for length in stride(from: most, through: 1, by: -1) {
            var end = start + length
            guard let frameworks = labels[ReferenceTokens.key(all[start..<end])], isBoundary(all, end) else { continue }
            var year: String?
            if end < all.count, all[end].isYear {
                year = all[end].text
                end += 1
            }
            let label = tokens.text(start..<end)
            found.append((ReferenceScope(label: label, frameworks: frameworks, year: year), end))
        }
        return found
    }

    /// The scope that a separate framework label names; nil when it names none.
    ///
    /// The label may stand among other words: "the CSA's MAESTRO framework".
    func scope(of label: String) -> ReferenceScope? {
        let tokens = ReferenceTokens(label)
        let found = tokens.tokens.indices.flatMap { start in
            labels(in: tokens, at: start).map { (start: start, scope: $0.scope, end: $0.end) }
        }
        guard let best = found.max(by: { ($0.end - $0.start, -$0.start) < ($1.end - $1.start, -$1.start) }) else {
            return nil
        }
        let year = best.scope.year ?? tokens.tokens[best.end...].first(where: \.isYear)?.text
        return ReferenceScope(label: label, frameworks: best.scope.frameworks, year: year)
    }

    // "ASI" of "ASI01" is no label: what follows a label is not glued to it, unless it is the year.
    private func isBoundary(_ tokens: [ReferenceTokens.Token], _ end: Int) -> Bool {
        end >= tokens.count || tokens[end].gap != .glued
    }
}
