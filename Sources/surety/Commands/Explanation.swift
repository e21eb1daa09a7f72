internal import Compliance
internal import Reporting

/// The text of `surety explain`.
enum Explanation {
    static func text(of check: Check, in catalog: Catalog) -> String {
        var lines = [
            "\(check.id)  (\(check.severity.rawValue), \(check.method.rawValue))", check.title, "",
            "Judges    every row of \(check.subject.rawValue)" + (check.when.map { " where \(flat($0))" } ?? ""),
            "Of        \(check.products.isEmpty ? "every product" : check.products.joined(separator: ", "))",
            "Holds if  \(flat(check.assert))",
        ]
        lines += check.weights.map { "Is \($0.severity.rawValue) if  \(flat($0.when))" }
        if !check.saidBy.isEmpty {
            lines.append("Said by   " + check.saidBy.map(\.rawValue).joined(separator: ", ") + " where both fail")
        }
        lines += parameters(of: check, in: catalog)
        lines += ["", flat(check.rationale), "", "Remedy"]
        lines += Remedy(check.remediation).plainLines + ["", "Shows part of"]
        for mapping in check.mappings {
            let title = catalog.control(mapping.control)?.title ?? ""
            lines.append("  \(mapping.control)  \(title)  (\(mapping.relationship.rawValue))")
            lines.append("      \(flat(mapping.because))")
        }
        return (lines + ["", "References"] + check.references.map { "  \($0)" }).joined(separator: "\n")
    }

    static func text(of control: Control, in catalog: Catalog) -> String {
        let framework = catalog.framework(control.id.framework)
        var lines = [
            "\(control.id)  (\(control.kind.rawValue))", control.title, "", flat(control.statement), "",
            "Configuration can show: \(shown(control.observability))",
        ]
        if let question = control.question { lines.append("A person must state:    \(flat(question))") }
        let checks = catalog.checks.filter { $0.mappings.contains { $0.control == control.id } }
        lines += ["", checks.isEmpty ? "No check looks at it." : "Checks"]
        lines += checks.map { "  \($0.id)  \($0.title)" }
        let parts = framework?.controls.filter { $0.parent == control.id } ?? []
        if !parts.isEmpty { lines += ["", "Parts"] + parts.map { "  \($0.id)  \($0.title)" } }
        return (lines + related(control, in: catalog) + ["", "Source: \(framework?.source ?? "")"]).joined(
            separator: "\n")
    }

    static func text(of framework: Framework) -> String {
        """
        \(framework.id)
        \(framework.title)
        Edition \(framework.edition), \(framework.published), \(framework.publisher)
        Source       \(framework.source)
        Licence      \(framework.licence)
        Attribution  \(flat(framework.attribution))

        """
    }

    static func text(of gap: Gap, in assessment: Assessment) -> String {
        var lines = [
            "\(gap.id)  (\(gap.severity.rawValue), \(gap.cause.rawValue))", gap.title, "Agent  \(gap.agent)", "",
        ]
        lines += gap.facts.map { "  \($0)" } + gap.citations.map { "  \($0.place)  sha256:\($0.sha256 ?? "not read")" }
        lines += ["", "Remedy"] + Remedy(gap.remediation).plainLines + ["", "Leaves open"]
        lines += gap.controls.map { "  \($0)  \(assessment.catalog.control($0)?.title ?? "")" }
        if gap.cause == .failingCheck {
            lines += ["", "To accept the risk, a waiver must say: accepts: sha256:\(gap.valueDigest)"]
        }
        return lines.map(PlainText.clean).joined(separator: "\n")
    }

    /// The items of other frameworks that an item relates to.
    private static func related(_ control: Control, in catalog: Catalog) -> [String] {
        let relations = catalog.relations(of: control.id)
        guard !relations.isEmpty else { return [] }
        let rows = relations.map { relation in
            let title = catalog.control(relation.row.target)?.title ?? ""
            return ["  " + relation.row.word, relation.row.target.rawValue, title, relation.mapping.status.rawValue]
        }
        let table = TextTable(header: ["  IT IS", "ITEM", "TITLE", "STATUS"], rows: rows)
        let reasons = Set(relations.map(\.mapping.id)).sorted().map { "  Reasons: surety map show \($0)" }
        return ["", "Related items of other frameworks"] + table.lines + reasons
    }

    private static func shown(_ observability: Control.Observability) -> String {
        switch observability {
        case .direct: "the core of it"
        case .partial: "a necessary part"
        case .none: "nothing"
        }
    }

    /// One line of a text that YAML folded.
    static func flat(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).map { $0.trimmingPrefix { $0 == " " } }.joined(separator: " ")
    }
}
