internal import Compliance

extension MarkdownDocument {
    private static let keptRules = 4

    /// Writes what the files do right, agent by agent.
    func inForce() {
        heading(2, "What is in force")
        paragraph(
            "What the files of an agent do right: rules that refuse or ask, and checks that pass on a line that is written. "
                + "What passes because of what a product does by itself is counted.")
        let permissions = InForce.permissions(of: kept.map(\.id), in: assessment.evidence)
        for agent in kept {
            heading(3, MarkdownText.code(agent.id.rawValue))
            let good = InForce(agent.id, permissions[agent.id] ?? [], in: index)
            list(
                good.rules.map { rules($0, isTemplate: agent.kind == "policy-template") }
                    + passes(good.passes)
                    + [good.otherWords].compactMap(\.self))
            if good.passes.isEmpty, good.rules.isEmpty, good.others == 0 {
                paragraph("Nothing that was looked at passes.")
            }
        }
    }

    /// What passes, checks that rest on the same places together.
    private func passes(_ passes: [InForce.Pass]) -> [String] {
        var order: [[Citation]] = []
        var checks: [[Citation]: [String]] = [:]
        for pass in passes {
            if checks[pass.citations] == nil { order.append(pass.citations) }
            checks[pass.citations, default: []].append(MarkdownText.prose(pass.check.title))
        }
        return order.map { citations in
            let rest = Set(citations.map(\.place)).count - 1
            let shown =
                citations.prefix(1).map(place).joined() + (rest > 0 ? " and \(Counted.of(rest, "more place"))" : "")
            return "\((checks[citations] ?? []).joined(separator: "; ")): \(shown)"
        }
    }

    private func rules(_ rules: InForce.Rules, isTemplate: Bool) -> String {
        let texts = rules.texts
        let what = InForce.verb(rules, isTemplate: isTemplate)
        let shown = texts.prefix(Self.keptRules).map(MarkdownText.code).joined(separator: ", ")
        let rest = texts.count > Self.keptRules ? " and more" : ""
        let files = files(rules.rules.map(\.citation)).joined(separator: "; ")
        return "\(rules.count) \(what): \(shown)\(rest) (\(files))"
    }
}
