internal import Compliance

extension HTMLDocument {
    /// Writes what the words of the verdicts mean.
    func legend() {
        table(
            "Verdicts", ["Verdict", "Of a risk", "Of an outcome", "Of a guideline or control", "It means"],
            Reading.allCases
        ) { reading in
            [
                {
                    html.inline("span", ["class": "reading r-\(reading.letterClass)"]) {
                        html.inline("b", text: reading.letter)
                    }
                },
                plain(reading.words(for: .risk)), plain(reading.words(for: .outcome)),
                plain(reading.words(for: .control)), plain(reading.meaning),
            ]
        }
        var notes = [
            "A check tests configuration. Configuration shows what an agent may do, not what it did.",
            "An item that configuration can show only in part needs a statement beside it, and stays partly shown without.",
            "A check on evidence that could not be read neither passes nor fails.",
            "Severity is that of the check that fails. “info” marks what waits for a person.",
            "A related check touches an item without being a part of it: it neither shows nor fails it.",
        ]
        if assessment.controls.contains(where: { $0.inferred != nil }) {
            notes.insert(
                "What is marked inferred follows from the verdict of another item along mappings: of what is shown, every "
                    + "part is; what has a part that fails, fails. It changes no verdict and is counted nowhere.", at: 0
            )
        }
        list(notes.map(plain))
    }
}
