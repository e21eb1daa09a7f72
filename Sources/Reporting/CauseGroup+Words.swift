public import Compliance

extension CauseGroup {
    /// Another check that fails by the same cause.
    struct Other {
        let name: String
        /// Its gap; nil when another's gap says the very same.
        let gap: Gap?
        let sentence: String
    }

    /// Why a gap of a template weighs less.
    static let lighterWords = "A step lower than in force: this file is a template, and is in force nowhere here."

    /// What else fails by it: gaps of other checks, the heaviest first, then checks that fail on the very same rows.
    var others: [Other] {
        let gaps = distinct.filter { $0.id != head.id && ($0.check != head.check || $0.check == nil) }
        var seen = Set(distinct.compactMap(\.check))
        let repeated = distinct.flatMap(\.repeated).filter { seen.insert($0.check).inserted }
        return gaps.map { Other(name: $0.check?.rawValue ?? $0.id.rawValue, gap: $0, sentence: $0.openSentence) }
            + repeated.map { check, title in
                Other(name: check.rawValue, gap: nil, sentence: "Not met for the same reason: \(title)")
            }
    }

    /// Gaps of other checks that weigh as much as the head, each with what is open: they stand for themselves.
    public var asHeavy: [(gap: Gap, sentence: String)] {
        others.compactMap { other in
            other.gap.flatMap { $0.severity >= head.severity ? (gap: $0, sentence: other.sentence) : nil }
        }
    }

    /// How many checks fail by it, beyond the head's: `; 3 other checks fail for the same reason`.
    var moreWords: String {
        let more = others.count
        return more > 0 ? "; \(Counted.of(more, "other check fails", "other checks fail")) for the same reason" : ""
    }

    /// What to do in one line: the first that the head's remedy says of the product, else its first sentence.
    func todo(for product: String) -> [Remedy.Span] { Todo.line(head.remediation, for: product) }
}
