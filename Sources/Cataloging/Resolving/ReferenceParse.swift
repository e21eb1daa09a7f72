internal import Compliance

/// A reference taken apart: labels, an identifier, a year, and the title that follows.
struct ReferenceParse {
    /// The labels before and behind the identifier.
    var scopes: [ReferenceScope]
    /// The identifier's tokens; nil when no item in force or retired is spelled so.
    var identifier: Range<Int>?
    /// The items in force that it can stand for.
    var entries: [ReferenceIndex.Entry] = []
    /// The items of retired editions that it can stand for.
    var retired: [ReferenceIndex.Retired] = []
    /// The year behind the identifier.
    var year: String?
    /// Where the words behind the identifier begin; without identifier, where those behind the labels begin.
    var rest: Int
}

extension ReferenceParse {
    /// Words that say what kind of item follows, and nothing of which.
    static let fillers: Set<String> = [
        "action", "category", "control", "controls", "entry", "function", "item", "ref", "reference", "risk", "see",
        "subcategory", "threat",
    ]

    /// Takes a reference apart; of several ways, that with the longest label before an identifier.
    static func parse(_ tokens: ReferenceTokens, _ index: ReferenceIndex) -> ReferenceParse {
        parse(tokens, index, 0, [])
            ?? {
                guard let longest = index.labels(in: tokens, at: 0).first else {
                    return ReferenceParse(scopes: [], rest: 0)
                }
                return ReferenceParse(scopes: [longest.scope], rest: longest.end)
            }()
    }

    private static func parse(
        _ tokens: ReferenceTokens, _ index: ReferenceIndex, _ start: Int, _ scopes: [ReferenceScope]
    ) -> ReferenceParse? {
        guard start < tokens.tokens.count else { return nil }
        if let found = identifier(tokens, index, start, scopes) { return found }
        guard scopes.count < 3 else { return nil }
        if fillers.contains(tokens.tokens[start].text), let found = parse(tokens, index, start + 1, scopes) {
            return found
        }
        for (scope, end) in index.labels(in: tokens, at: start) {
            if let found = parse(tokens, index, end, scopes + [scope]) { return found }
        }
        return nil
    }

    private static func identifier(
        _ tokens: ReferenceTokens, _ index: ReferenceIndex, _ start: Int, _ scopes: [ReferenceScope]
    ) -> ReferenceParse? {
        let all = tokens.tokens
        for length in stride(from: min(index.longestItem, all.count - start), through: 1, by: -1) {
            let range = start..<(start + length)
            let entries = index.items[ReferenceTokens.key(all[range])] ?? []
            let retired = index.retired(all[range])
            if entries.isEmpty && retired.isEmpty { continue }
            var end = range.upperBound
            var year: String?
            if end < all.count, all[end].isYear {
                year = all[end].text
                end += 1
            }
            guard isEnd(all, end, of: range) else { continue }
            return ReferenceParse(
                scopes: scopes, identifier: range, entries: entries, retired: retired, year: year, rest: end)
        }
        return nil
    }

    /// Whether an identifier can end before a token: not before more digits, nor before what looks like a further part.
    private static func isEnd(
        _ tokens: [ReferenceTokens.Token], _ end: Int, of range: Range<Int>
    ) -> Bool {
        guard end < tokens.count else { return true }
        if tokens[end].isNumber { return false }
        if tokens[end].gap == .glued && end == range.upperBound { return false }
        let isPart = tokens[end].text.count <= 3 && end + 1 < tokens.count && tokens[end + 1].isNumber
        return !(isPart && tokens[end + 1].gap == .glued && tokens[end].gap != .apart)
    }
}
