internal import Compliance

extension MarkdownDocument {
    /// Writes what the profile chose and set; nothing when there is none.
    func profile() {
        guard let tailoring = assessment.catalog.tailoring else { return }
        heading(3, "Profile")
        paragraph(
            "\(MarkdownText.code(tailoring.profile.id.rawValue)): \(MarkdownText.text(tailoring.profile.summary))")
        paragraph("Items that the profile leaves out were not assessed: they are neither met nor failed.")
        table(
            ["Framework", "Items chosen", "Items there are"],
            tailoring.shares.map {
                [MarkdownText.code($0.framework.rawValue), String($0.chosen), String($0.total)]
            })
        table(
            ["Parameter set by the profile", "Value", "Otherwise", "What it is"],
            tailoring.settings.map { set in
                [
                    MarkdownText.code("\(set.check)/\(set.parameter.name)"), MarkdownText.text(set.parameter.words),
                    MarkdownText.text(set.parameter.standard.description), MarkdownText.text(set.parameter.label),
                ]
            })
    }

    /// Writes the values by which checks decided.
    func parameters() {
        let rows = assessment.catalog.checks.flatMap { check in
            check.parameters.map { parameter in
                [
                    MarkdownText.code(check.id.rawValue), MarkdownText.code(parameter.name),
                    MarkdownText.text(parameter.words), MarkdownText.text(parameter.label), source(parameter, check),
                ]
            }
        }
        guard !rows.isEmpty else { return }
        heading(3, "Parameters of checks")
        table(["Check", "Parameter", "Value in force", "What it is", "Set by"], rows)
    }

    private func source(_ parameter: CheckParameter, _ check: Check) -> String {
        guard let profile = assessment.catalog.tailoring?.profile, profile.value(of: parameter, in: check.id) != nil
        else { return "the check" }
        return "profile \(MarkdownText.code(profile.id.rawValue))"
    }
}
