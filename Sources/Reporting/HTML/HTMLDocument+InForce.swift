internal import Compliance

extension HTMLDocument {
    private static let keptRules = 6

    /// Writes what the files do right, agent by agent.
    func inForce() {
        paragraph(
            "What the files of an agent do right: rules that refuse or ask, and checks that pass on a line that is written. "
                + "What passes because of what a product does by itself is counted.")
        let permissions = InForce.permissions(of: kept.map(\.id), in: assessment.evidence)
        for summary in kept {
            html.element("h3") { agent(summary.id) }
            let good = InForce(summary.id, permissions[summary.id] ?? [], in: index)
            let isTemplate = summary.kind == "policy-template"
            list(good.rules.map { rules in { self.rules(rules, isTemplate: isTemplate) } })
            table("What passes", ["What holds", "Written in", "Check"], good.passes) { pass in
                [said(pass.check.title), { written(pass.citations) }, coded(pass.check.id.rawValue)]
            }
            if let others = good.otherWords { paragraph(others + ".") }
            if good.passes.isEmpty, good.rules.isEmpty, good.others == 0 {
                paragraph("Nothing that was looked at passes.")
            }
        }
    }

    private func rules(_ rules: InForce.Rules, isTemplate: Bool) {
        let what = InForce.verb(rules, isTemplate: isTemplate)
        html.write("\(rules.count) \(what): ")
        let texts = rules.texts
        joined(texts.prefix(Self.keptRules).map(coded))
        html.write(texts.count > Self.keptRules ? " and more (" : " (")
        joined(
            Places(rules.rules.map(\.citation)).files.map { file in
                {
                    code(file.path)
                    if !file.lines.isEmpty { html.write(", \(file.lines)") }
                }
            }, by: "; ")
        html.write(")")
    }

    private func written(_ citations: [Citation]) {
        guard let first = citations.first else { return }
        code(first.place)
        if let quote = assessment.evidence.quote(of: first) {
            html.write(" says ")
            code(SafeText.clip(SafeText.line(quote), to: 120))
        }
        let rest = Set(citations.map(\.place)).count - 1
        if rest > 0 { html.write(" and \(Counted.of(rest, "more place"))") }
    }
}
