internal import Compliance

extension MarkdownDocument {
    private static let keptPlaces = 8

    /// Writes what is open, heaviest first, with what to do about it.
    func gaps() {
        heading(2, "Gaps")
        let names = Set(kept.map(\.id))
        let missing = assessment.questions.count
        let shown = assessment.gaps.filter { names.contains($0.agent) }
        paragraph(
            "Open gaps: \(assessment.gaps.count + missing). Of these \(assessment.gaps.count) rest on evidence and are "
                + "described one by one; \(missing) wait for a statement by a person and are gathered in a table at the end."
        )
        sayWhatIsLeftOut()
        for severity in Severity.allCases.sorted(by: >) {
            let gaps = shown.filter { $0.severity == severity }
            guard !gaps.isEmpty else { continue }
            heading(3, "\(severity.rawValue.capitalizedFirst) (\(gaps.count))")
            for gap in gaps { self.gap(gap) }
        }
        missingStatements()
    }

    private func gap(_ gap: Gap) {
        heading(4, "\(MarkdownText.code(gap.id.rawValue)) \(MarkdownText.text(gap.openSentence))")
        let owner = gap.owner.map { "owned by \(MarkdownText.text($0))" } ?? "no owner declared"
        var items = ["Agent: \(MarkdownText.code(gap.agent.rawValue)), \(owner)"]
        if gap.cause == .failingCheck { items.append("Required: \(MarkdownText.text(gap.title))") }
        items += gap.facts.map { "Seen: \(MarkdownText.text($0))" }
        if let check = gap.check {
            items.append("Cause: \(gap.cause.words.lowercased()), \(MarkdownText.code(check.rawValue))")
        } else {
            items.append("Cause: \(gap.cause.words.lowercased())")
        }
        items += evidenceItems(gap)
        if !gap.controls.isEmpty {
            items.append("Leaves open: \(gap.controls.map { MarkdownText.code($0.rawValue) }.joined(separator: ", "))")
        }
        if let waiver = index.waiver(of: gap) {
            items.append(
                "Waiver: \(MarkdownText.text(waiver.inOneSentence)), expires \(MarkdownText.text(waiver.expiresOn))")
        }
        if !gap.valueDigest.isEmpty, gap.cause == .failingCheck {
            items.append("Digest of what was judged, for a waiver: \(MarkdownText.code("sha256:" + gap.valueDigest))")
        }
        list(items)
        paragraph("**Remedy.** \(MarkdownText.block(gap.remediation))")
    }

    private func evidenceItems(_ gap: Gap) -> [String] {
        var seen: Set<String> = []
        let citations = gap.citations.filter { seen.insert($0.place).inserted }
        let shown = citations.prefix(Self.keptPlaces).map { citation in
            let excerpt = citation.line.flatMap { assessment.evidence.excerpts[citation.artifact]?[$0] }
            if citation.isOfDefault(excerpt), let pointer = citation.pointer {
                return "Evidence: \(MarkdownText.code(citation.artifact)) does not set \(MarkdownText.code(pointer))"
            }
            let line = excerpt.map { SafeText.clip(SafeText.line($0).trimmed, to: 120) } ?? ""
            return "Evidence: \(MarkdownText.code(citation.place))"
                + (line.isEmpty ? "" : " says \(MarkdownText.code(line))")
        }
        let rest = citations.count - shown.count
        return shown + (rest > 0 ? ["Evidence: and \(rest) more places, see `assessment.json`"] : [])
    }

    private func missingStatements() {
        let questions = assessment.questions
        guard !questions.isEmpty else { return }
        heading(3, "Missing statements (\(questions.count))")
        paragraph(
            "Configuration cannot show these. Each waits for a statement by the person responsible, in "
                + "`statements.yaml`. The gaps are `info`: nobody has looked, nothing was found.")
        let isSingle = assessment.agents.count == 1
        let byControl = Dictionary(grouping: questions, by: \.control)
        table(
            ["Item", "What is asked", isSingle ? "Gap" : "Agents"],
            byControl.keys.sorted().map { control in
                let waiting = byControl[control] ?? []
                let ask = index.control(control)?.demand ?? ""
                let who =
                    isSingle
                    ? waiting.map { MarkdownText.code($0.id.rawValue) }.joined(separator: ", ") : String(waiting.count)
                return [MarkdownText.code(control.rawValue), MarkdownText.text(ask), who]
            })
    }
}

extension String {
    /// The text with its first letter in upper case.
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
