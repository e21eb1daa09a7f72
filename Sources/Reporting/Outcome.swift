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

    /// What is written or not set and no waiver accepts, the heaviest first.
    var heaviest: [CauseGroup] {
        let open = (written + unset).filter { !$0.isAccepted }
        return Severity.allCases.sorted(by: >).flatMap { severity in open.filter { $0.head.severity == severity } }
    }

    /// What was looked for, where no agent was found, and what that shows of the frameworks.
    static func nothing(_ index: AssessmentIndex) -> String {
        let items = index.assessment.catalog.frameworks.flatMap { framework in
            index.tallies(of: framework, for: []).map {
                "\(framework.shortName) (\($0.items) \($0.kind.noun(in: framework)))"
            }
        }
        return
            "Looked for: configuration of coding assistants, editors and desktop clients, MCP servers, agent frameworks, "
            + "workflows that run agents, and agent platforms. Nothing was assessed: no item of \(Counted.list(items)) is "
            + "shown, met or exposed."
    }

    /// What the result rests on: files, and agents.
    func coverage(_ assessment: Assessment) -> String {
        let files = ArtifactRecord.all(in: assessment.evidence)
        let counts = Dictionary(files.map { ($0.status, 1) }, uniquingKeysWith: +)
        let others = ["refused", "unsupported", "excluded"].compactMap { status in
            counts[status].map { "\($0) \(status)" }
        }
        let products = Dictionary(grouping: assessment.agents, by: \.product)
        let parts = products.keys.sorted().map { "\(products[$0]?.count ?? 0) \($0)" }
        let free = assessment.autonomy.count { $0.autonomy == .autonomous }
        return "Read: \(counts["read"] ?? 0) of \(Counted.of(files.count, "file")) found"
            + (others.isEmpty ? "." : " (\(others.joined(separator: ", "))).")
            + " Agents assessed: \(assessment.agents.count) (\(parts.joined(separator: ", "))); "
            + "\(free) of them may act on consequential things without a person."
    }

    /// The counts, a sentence each; they are of different kinds and never added up.
    func lines(_ assessment: Assessment) -> [(count: Int, words: String)] {
        [
            (
                written.count,
                Self.words(written, "cause to change, written in files", "causes to change, written in files")
            ),
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
        let waived = groups.count(where: \.isAccepted)
        let parts = counts.joined(separator: ", ") + (waived > 0 ? "; \(waived) accepted by a waiver" : "")
        return (groups.count == 1 ? one : many) + (counts.isEmpty ? "" : " (\(parts))")
    }
}

extension CauseGroup {
    /// How many checks fail by it, beyond the head's: ` and 3 more checks fail by it`.
    var moreWords: String {
        let more = distinct.count - 1
        return more > 0 ? "; \(Counted.of(more, "more check fails", "more checks fail")) with it" : ""
    }

    /// What is open, in one sentence.
    var sentence: String { origin == .unset ? "\(head.title): not so by default" : head.openSentence }

    /// What to do in one line: what the head's remedy says of the product, else its first line.
    func remedy(for product: String) -> String {
        let lines = head.remediation.split(whereSeparator: \.isNewline).map { String($0).trimmed }
        let own = product.isEmpty ? nil : lines.firstIndex { $0.hasPrefix(product) }
        let rest = lines.dropFirst(own ?? 0)
        var text = rest.first ?? ""
        // That nothing is known to be written is no advice: what is wanted is.
        if text.hasPrefix("No setting of") { return "Wanted: \(head.title)" }
        // A line that only announces what to write needs what it announces, and an open bracket its end.
        for line in rest.dropFirst() where Self.isOpen(text) && text.utf8.count < 240 { text += " " + line }
        return SafeText.clip(text, to: 240)
    }

    private static func isOpen(_ text: String) -> Bool {
        text.last == ":" || text.last == "," || text.hasSuffix(".json")
            || text.count { "{[".contains($0) } > text.count { "}]".contains($0) }
    }
}
