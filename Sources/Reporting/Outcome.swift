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

    /// Everything that is open, in the order of `CauseGroup.all`.
    let groups: [CauseGroup]

    init(_ assessment: Assessment) {
        let groups = CauseGroup.all(in: assessment)
        self.groups = groups
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

    /// The counts, a sentence each; they are of different kinds and never added up.
    ///
    /// Questions to people stand apart.
    func lines(_ assessment: Assessment) -> [(count: Int, words: String)] {
        let doubt = written.isEmpty && unset.isEmpty ? Coverage(assessment).doubt : ""
        return [
            (
                written.count,
                Self.words(written, "cause to change, written in files", "causes to change, written in files")
                    + (!doubt.isEmpty ? "; that is no all-clear: \(doubt)" : "")
            ),
            (
                unset.count,
                Self.words(
                    unset, "product default to confirm or set: no file that was read says otherwise",
                    "product defaults to confirm or set: no file that was read says otherwise")
            ),
            (unknown.count, unknown.count == 1 ? "value that is not in the files" : "values that are not in the files"),
        ]
    }

    /// What only people can answer.
    var questions: String {
        (asked == 1 ? "question" : "questions") + " of the frameworks that only people can answer"
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
