internal import Compliance

/// What an assessment comes to, as the first page says it: things of different kinds are counted apart.
struct Outcome {
    /// What files say and should not, the heaviest first, waived ones last.
    let written: [CauseGroup]
    /// What products do because no file that was read says otherwise.
    let unset: [CauseGroup]
    /// What the files do not tell.
    let unknown: [CauseGroup]
    /// Items that wait for a person's statement.
    let asked: Int

    init(_ assessment: Assessment) {
        let groups = CauseGroup.all(in: assessment)
        written = groups.filter { $0.origin == .written }
        unset = groups.filter { $0.origin == .unset }
        unknown = groups.filter { $0.origin == .unknown }
        asked = Set(assessment.questions.map(\.control)).count
    }

    /// The counts, a sentence each; they are of different kinds and never added up.
    func lines(_ assessment: Assessment) -> [(count: Int, words: String)] {
        [
            (written.count, Self.words(written, "cause to change, written in files", "causes to change, written in files")),
            (
                unset.count,
                Self.words(
                    unset, "product default to confirm or set: no file that was read says otherwise",
                    "product defaults to confirm or set: no file that was read says otherwise")
            ),
            (unknown.count, unknown.count == 1 ? "value that is not in the files" : "values that are not in the files"),
            (
                asked,
                (asked == 1 ? "question" : "questions") + " of the frameworks that only people can answer"
            ),
        ]
    }

    /// `causes … (1 critical, 2 medium; 1 of them waived)`.
    private static func words(_ groups: [CauseGroup], _ one: String, _ many: String) -> String {
        let counts = Severity.allCases.sorted(by: >).compactMap { severity -> String? in
            let count = groups.count { $0.head.severity == severity }
            return count > 0 ? "\(count) \(severity.rawValue)" : nil
        }
        let waived = groups.count { $0.head.waiver != nil }
        let parts = counts.joined(separator: ", ") + (waived > 0 ? "; \(waived) with a waiver beside it" : "")
        return (groups.count == 1 ? one : many) + (counts.isEmpty ? "" : " (\(parts))")
    }
}

extension CauseGroup {
    /// How many checks fail by it, beyond the head's: ` and 3 more checks fail by it`.
    var moreWords: String {
        let more = distinct.count - 1
        return more > 0 ? "; \(Counted.of(more, "more check fails", "more checks fail")) with it" : ""
    }

    /// What to do in one line: the first line of the head's remedy that says what to do.
    var firstRemedy: String {
        let lines = head.remediation.split(whereSeparator: \.isNewline).map { String($0).trimmed }
        let first = lines.first ?? ""
        // A line that only announces what to write needs what it announces.
        let isOpen = first.last == ":" || first.last == ","
        return SafeText.clip(isOpen ? lines.prefix(2).joined(separator: " ") : first, to: 200)
    }

    /// Where it is written, or what is not set.
    func place(in evidence: Evidence) -> String? {
        head.citations.first.map { citation in
            guard citation.isOfWhole || citation.isOfDefault(evidence.excerpt(of: citation)) else {
                return citation.place
            }
            return citation.artifact
        }
    }
}
