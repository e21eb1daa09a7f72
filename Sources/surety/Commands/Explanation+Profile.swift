internal import Compliance

extension Explanation {
    /// What a profile chooses and sets.
    ///
    /// - Throws: `SQLProblem` for a value that a parameter cannot take.
    static func text(of profile: Profile, in catalog: Catalog) throws -> String {
        let tailored = try catalog.tailored(by: profile)
        var lines = ["\(profile.id)", profile.title, "", flat(profile.summary), "", "Chooses"]
        for share in tailored.tailoring?.shares ?? [] {
            lines.append("  \(share.framework)  \(share.chosen) of \(share.total) items")
        }
        let checks = tailored.checks.count
        lines += ["  which \(checks) checks of \(checks + (tailored.tailoring?.leftOutChecks.count ?? 0)) bear on"]
        let rows = (tailored.tailoring?.settings ?? []).map { set in
            [
                "  \(set.check)/\(set.parameter.name)", set.parameter.words,
                set.parameter.standard.description, set.parameter.label,
            ]
        }
        if !rows.isEmpty {
            let table = TextTable(header: ["  PARAMETER", "VALUE", "OTHERWISE", "WHAT IT IS"], rows: rows)
            lines += ["", "Sets"] + table.lines
        }
        return (lines + ["", "sha256:\(profile.digest)"]).joined(separator: "\n")
    }

    /// The parameters of a check with the values in force, and what the profiles make of them.
    static func parameters(of check: Check, in catalog: Catalog) -> [String] {
        guard !check.parameters.isEmpty else { return [] }
        let applied = catalog.tailoring?.profile
        let lines = check.parameters.flatMap { parameter in
            let source =
                applied.flatMap { profile in
                    profile.value(of: parameter, in: check.id).map { _ in
                        "set by profile \(profile.id); \(parameter.standard.description) otherwise"
                    }
                } ?? "the check's own value"
            return ["  \(parameter.name) = \(parameter.words)  \(parameter.label) (\(source))"]
                + catalog.profiles.filter { $0.id != applied?.id }.compactMap { profile in
                    profile.value(of: parameter, in: check.id).map {
                        "      profile \(profile.id) sets \($0.description)"
                    }
                }
        }
        return ["", "Parameters"] + lines
    }
}
