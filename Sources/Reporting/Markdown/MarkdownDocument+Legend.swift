internal import Compliance

extension MarkdownDocument {
    /// Writes where the frameworks come from and under which licences.
    func sources() {
        heading(2, "Annex: Frameworks and licences")
        for framework in assessment.catalog.frameworks {
            heading(3, MarkdownText.text(framework.shortName))
            let link = OSCALValues.href(ofLink: framework.source)
            list([
                "\(MarkdownText.text(framework.title)), \(MarkdownText.text(framework.edition)), "
                    + "\(MarkdownText.text(framework.publisher)), \(MarkdownText.text(framework.published))",
                "Source: " + (link.map { "<\($0)>" } ?? MarkdownText.text(framework.source)),
                "Licence: \(MarkdownText.text(framework.licence))",
                "Attribution: \(MarkdownText.text(framework.attribution))",
            ])
        }
    }

    private static let inference =
        "What is marked *inferred* follows from the verdict of another item along mappings: of what is shown, every part is; "
        + "what has a part that fails, fails. It changes no verdict and is counted nowhere."

    /// Writes what the words of the verdicts mean.
    func legend() {
        heading(2, "Annex: How to read the verdicts")
        table(
            ["Verdict", "Of a risk", "Of an outcome", "Of a guideline or control", "It means"],
            Reading.allCases.map { reading in
                [reading.verdict] + [.risk, .outcome, .control].map { reading.words(for: $0) } + [reading.meaning]
            })
        let isInferred = assessment.controls.contains { $0.inferred != nil }
        list(isInferred ? [Self.inference] : [])
        list([
            "A check tests configuration. Configuration shows what an agent may do, not what it did.",
            "An item that configuration can show only in part needs a statement beside it, and stays partly shown without.",
            "A check on evidence that could not be read neither passes nor fails.",
            "Severity is that of the check that fails. `info` marks what waits for a person.",
            "A related check touches an item without being a part of it: it neither shows nor fails it.",
        ])
    }
}

extension Reading {
    /// The verdict as programs have it.
    fileprivate var verdict: String {
        switch self {
        case .shown: "`satisfied`"
        case .partly: "`undetermined`, extent `partial`"
        case .failed: "`not-satisfied`"
        case .open: "`undetermined`, extent `none`"
        case .notApplicable: "`not-applicable`"
        }
    }

    /// What the verdict says, whatever the kind of item.
    var meaning: String {
        switch self {
        case .shown: "evidence or a counted statement shows all that the item asks"
        case .partly: "some of it is shown, and what is missing is named"
        case .failed: "evidence shows the contrary of a part or the whole"
        case .open: "nothing was shown, for or against"
        case .notApplicable: "the agent has nothing that the item is about"
        }
    }
}
