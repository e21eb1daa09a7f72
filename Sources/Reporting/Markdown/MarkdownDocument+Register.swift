internal import Compliance

extension MarkdownDocument {
    /// Writes every gap that rests on evidence, and what each check leaves open.
    func register() {
        heading(2, "Annex: Gaps and checks")
        bySeverity()
        everyGap()
        everyCheck()
    }

    private var rows: [Gap] {
        let names = Set(kept.map(\.id))
        return assessment.gaps.filter { names.contains($0.agent) }
    }

    private func bySeverity() {
        let causes: [Gap.Cause] = [
            .failingCheck, .contradictedStatement, .invalidStatement, .unreadEvidence, .unstatedValue,
        ]
        let waived = assessment.gaps.filter { index.waiver(of: $0)?.holds == true }
        let counts = Dictionary(grouping: assessment.gaps, by: \.severity)
        heading(3, "Gaps by severity and cause")
        table(
            ["Severity"] + causes.map(\.words) + [Gap.Cause.missingStatement.words, "Of these waived"],
            Severity.allCases.sorted(by: >).map { severity in
                let gaps = counts[severity] ?? []
                let unstated = severity == .info ? assessment.questions.count : 0
                return [severity.rawValue] + causes.map { cause in String(gaps.count { $0.cause == cause }) }
                    + [String(unstated)] + [String(waived.count { $0.severity == severity })]
            })
        paragraph("A waiver accepts a risk. It changes no verdict and expires.")
    }

    private func everyGap() {
        let gaps = rows
        guard !gaps.isEmpty else { return }
        heading(3, "Every gap that rests on evidence")
        paragraph("A waiver names the gap and the digest of what was judged. Gaps with the same entry close together.")
        sayWhatIsLeftOut()
        let heads = index.heads
        table(
            ["Gap", "Entry", "Severity", "Agent", "Check or cause", "Digest of what was judged"],
            gaps.map { gap in
                [
                    MarkdownText.code(gap.id.rawValue), MarkdownText.code(heads.head(of: gap).rawValue),
                    gap.severity.rawValue + (index.waiver(of: gap)?.holds == true ? " (waived)" : ""),
                    MarkdownText.code(gap.agent.rawValue),
                    gap.check.map { MarkdownText.code($0.rawValue) } ?? gap.cause.words.lowercased(),
                    gap.valueDigest.isEmpty || gap.cause != .failingCheck
                        ? "" : MarkdownText.code("sha256:" + gap.valueDigest),
                ]
            })
    }

    /// What each failing check leaves open, and the remedies that no entry shows.
    private func everyCheck() {
        let failing = rows.filter { $0.cause == .failingCheck }
        let byCheck = Dictionary(grouping: failing, by: { $0.check ?? CheckID("") })
        guard !byCheck.isEmpty else { return }
        heading(3, "What failing checks leave open")
        table(
            ["Check", "What it wants", "Items it leaves open"],
            byCheck.keys.sorted().map { check in
                let gaps = byCheck[check] ?? []
                let items = Set(gaps.flatMap(\.controls)).sorted().map { id in
                    "\(MarkdownText.code(id.rawValue)) \(MarkdownText.text(index.control(id)?.title ?? ""))"
                }
                return [
                    MarkdownText.code(check.rawValue), MarkdownText.prose(gaps.first?.title ?? ""),
                    items.joined(separator: "<br>"),
                ]
            })
        remedies(byCheck)
    }

    private func remedies(_ byCheck: [CheckID: [Gap]]) {
        let shown = Set(
            (outcome.written + outcome.unset).flatMap { $0.remedies.prefix(Self.keptRemedies).compactMap(\.whole) })
        let others = byCheck.keys.sorted().map { check in
            (check, Set((byCheck[check] ?? []).map(\.remediation)).subtracting(shown).sorted())
        }.filter { !$0.1.isEmpty }
        guard !others.isEmpty else { return }
        heading(3, "Remedies that no entry shows")
        for (check, remedies) in others {
            for remedy in remedies {
                paragraph("\(MarkdownText.code(check.rawValue)). \(MarkdownText.remedy(remedy))")
            }
        }
    }
}
