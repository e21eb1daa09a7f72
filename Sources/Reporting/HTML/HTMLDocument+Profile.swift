internal import Compliance

extension HTMLDocument {
    /// Writes what the profile chose and set; nothing when there is none.
    func profile() {
        guard let tailoring = assessment.catalog.tailoring else { return }
        html.element("h3", text: "Profile")
        html.element("p") {
            code(tailoring.profile.id.rawValue)
            html.write(": \(tailoring.profile.summary)")
        }
        paragraph("Items that the profile leaves out were not assessed: they are neither met nor failed.")
        table("Items chosen", ["Framework", "Items chosen", "Items there are"], tailoring.shares) {
            [coded($0.framework.rawValue), plain(String($0.chosen)), plain(String($0.total))]
        }
        table(
            "Parameters set", ["Parameter set by the profile", "Value", "Otherwise", "What it is"], tailoring.settings
        ) { set in
            [
                coded("\(set.check)/\(set.parameter.name)"), plain(set.parameter.words),
                plain(set.parameter.standard.description), plain(set.parameter.label),
            ]
        }
    }

    /// Writes the values by which checks decided.
    func parameters() {
        let rows = assessment.catalog.checks.flatMap { check in check.parameters.map { (check, $0) } }
        table("Parameters of checks", ["Check", "Parameter", "Value in force", "What it is", "Set by"], rows) {
            check, parameter in
            [
                coded(check.id.rawValue), coded(parameter.name), plain(parameter.words), plain(parameter.label),
                {
                    guard let profile = assessment.catalog.tailoring?.profile,
                        profile.value(of: parameter, in: check.id) != nil
                    else { return html.write("the check") }
                    html.write("profile ")
                    code(profile.id.rawValue)
                },
            ]
        }
    }
}
