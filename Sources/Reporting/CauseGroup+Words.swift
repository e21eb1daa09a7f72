internal import Compliance

extension CauseGroup {
    /// Why a gap of a template weighs less.
    static let lighterWords = "A step lower than in force: this file is a template, and is in force nowhere here."

    /// How many checks fail by it, beyond the head's: `; 3 other checks fail for the same reason`.
    var moreWords: String {
        let more = distinct.count - 1 + head.repetitions
        return more > 0 ? "; \(Counted.of(more, "other check fails", "other checks fail")) for the same reason" : ""
    }

    /// What to do in one line: the first that the head's remedy says of the product, else its first sentence.
    func todo(for product: String) -> [Remedy.Span] { Todo.line(head.remediation, for: product) }
}
