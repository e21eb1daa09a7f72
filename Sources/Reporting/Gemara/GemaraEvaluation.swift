internal import Compliance
internal import Hashing

/// An agent held against the frameworks as a Gemara EvaluationLog: an evaluation for each item, an assessment in it for
/// each check that bears on the item.
///
/// Every item is in it, whatever its verdict. A waiver changes nothing here: it is an EnforcementLog of its own.
struct GemaraEvaluation {
    let agent: AgentSummary
    let items: [ExportItem]
    let index: AssessmentIndex

    private var head: GemaraHead { GemaraHead(assessment: index.assessment) }

    /// Identifier of the log.
    static func id(_ agent: AgentID) -> String { "surety-evaluation-\(FileSlug.of(agent.rawValue))" }

    var tree: PlainTree {
        let references =
            GemaraHead.references(index.assessment.catalog.frameworks) + [
                GemaraHead.reference(
                    GemaraHead.evidence, "Configuration and statements that were read",
                    version: "sha256:\(index.assessment.evidenceDigest)")
            ]
        return .object([
            (
                "metadata",
                head.metadata(
                    "EvaluationLog", id: Self.id(agent.id),
                    about: "\(agent.id) held against control frameworks as of \(index.assessment.at)",
                    references: references)
            ), ("target", head.target(agent)),
            ("result", .text(GemaraResult(whole: items.map { GemaraResult($0.disposition) }).rawValue)),
            ("evaluations", .list(items.map(evaluation))),
        ])
    }

    private func evaluation(_ item: ExportItem) -> PlainTree {
        .object([
            ("name", .text(SafeText.line(item.title))), ("result", .text(GemaraResult(item.disposition).rawValue)),
            ("message", .text(SafeText.line("The verdict is \(item.words)."))),
            ("control", GemaraHead.entry(item.control.id)), ("assessment-logs", .list(logs(item))),
        ])
    }

    private func logs(_ item: ExportItem) -> [PlainTree] {
        var logs = item.result.checks.map { check(item, $0) }
        if let origin = item.origin {
            logs.append(
                log(
                    item, .passed, step: "statement", about: "What people state, \(origin.words)",
                    message: "Stated, and held against documents and dates.", more: [("confidence-level", .text("Low"))]
                ))
        }
        let asked = item.result.missing.compactMap { missing -> String? in
            if case .statement(let question) = missing { question } else { nil }
        }
        if !asked.isEmpty && item.disposition != .notApplicable {
            logs.append(
                log(
                    item, .needsReview, step: "statement", about: asked.joined(separator: " "),
                    message: "Only a person can say, and nobody has."))
        }
        guard logs.isEmpty else { return logs }
        let reasons = item.reasons.joined(separator: " ")
        return [
            log(
                item, GemaraResult(item.disposition), step: "none", about: item.control.statement,
                message: reasons.isEmpty ? item.words : reasons)
        ]
    }

    private func check(_ item: ExportItem, _ verdict: CheckVerdict) -> PlainTree {
        let result = index.checkResult(verdict.check, of: agent.id)
        let check = index.checks[verdict.check]
        let findings = (result?.findings ?? []).filter { $0.verdict == verdict.verdict }
        let said = findings.prefix(3).map(\.message) + [result?.reason].compactMap(\.self)
        let rest = findings.count > 3 ? ["… and \(findings.count - 3) more"] : []
        var more: [(key: String, value: PlainTree)] = []
        if verdict.verdict == .notSatisfied, let remedy = check?.remediation, !remedy.isEmpty {
            more.append(("recommendation", .text(SafeText.line(remedy))))
        }
        let evidence = evidence(findings)
        if !evidence.isEmpty { more.append(("evidence", .list(evidence))) }
        return log(
            item, GemaraResult(verdict.verdict, result?.cause), step: verdict.check.rawValue,
            about: check?.title ?? verdict.check.rawValue,
            message: said.isEmpty ? verdict.verdict.rawValue : (said + rest).joined(separator: " "), more: more)
    }

    private func log(
        _ item: ExportItem, _ result: GemaraResult, step: String, about: String, message: String,
        more: [(key: String, value: PlainTree)] = []
    ) -> PlainTree {
        var members: [(key: String, value: PlainTree)] = [
            ("requirement", GemaraHead.entry(item.control.id)), ("description", .text(SafeText.line(about))),
            ("result", .text(result.rawValue)), ("message", .text(SafeText.line(message))),
            ("applicability", .list([.text(SafeText.line(agent.product))])),
            ("steps", .list([.text(SafeText.line(step))])),
        ]
        if result.wasExecuted { members.append(("start", .text(head.moment))) }
        return .object(members + more)
    }

    /// The places that findings rest on, 20 at most; one place has one identifier wherever it is named.
    private func evidence(_ findings: [Finding]) -> [PlainTree] {
        var seen: Set<String> = []
        let places = findings.flatMap(\.citations).filter { seen.insert(id($0)).inserted }
        return places.prefix(20).map { citation in
            var source: [(key: String, value: PlainTree)] = [
                ("reference-id", .text(GemaraHead.evidence)), ("coordinate", .text(SafeText.line(citation.place))),
            ]
            if let digest = OSCALValues.sha256(citation.sha256) { source.append(("digest", .text("sha256:\(digest)"))) }
            return .object([
                ("id", .text(id(citation))), ("type", .text("configuration-file")),
                ("collected-at", .text(head.moment)),
                ("source", .object(source)),
            ])
        }
    }

    private func id(_ citation: Citation) -> String {
        "EV-" + SHA256.hex([citation.place, citation.sha256 ?? ""].joined(separator: "\u{1F}")).prefix(16)
    }
}
