internal import Compliance

extension MarkdownDocument {
    private static let keptAgentLines = 6
    private static let keptMissing = 4
    private static let keptCheckPlaces = 3

    /// What speaks for and against an item: checks by verdict with their places, and statements.
    func evidence(_ result: ControlResult) -> [String] {
        let words: [(Verdict, String)] = [
            (.notSatisfied, "fails"), (.satisfied, "passes"), (.undetermined, "undetermined"),
        ]
        let checks = words.flatMap { verdict, word in
            result.checks(verdict).map { check in
                let places = index.checkResult(check, of: result.agent).map { checkPlaces($0, verdict) } ?? ""
                // A related check neither shows nor fails the item: a reader must not wonder why it does not count.
                let isRelated = index.relationship(of: check, to: result.control) == .intersectsWith
                return "\(isRelated ? "related, " : "")\(word): \(MarkdownText.code(check.rawValue))"
                    + (places.isEmpty ? "" : " (\(places))")
            }
        }
        let statements = result.statements.compactMap { position -> String? in
            guard assessment.statements.indices.contains(position) else { return nil }
            let statement = assessment.statements[position]
            return "stated by \(MarkdownText.text(statement.by)) (\(MarkdownText.code(statement.citation.place)))"
        }
        return checks + statements + inferred(result)
    }

    /// What follows from the verdicts of other items, marked as inferred, with the way it came.
    private func inferred(_ result: ControlResult) -> [String] {
        guard let inferred = result.inferred, let kind = index.control(result.control)?.kind else { return [] }
        let words = (inferred.verdict == .satisfied ? Reading.shown : .failed).words(for: kind)
        let steps = inferred.path.map { step in
            "\(MarkdownText.code(step.from.rawValue)) \(step.relationship.rawValue) "
                + MarkdownText.code(step.to.rawValue)
        }
        return ["*inferred*: \(words), by \(steps.joined(separator: ", "))"]
    }

    /// Counts, evidence and what is missing of an item that several agents were held against.
    func several(_ control: Control, _ results: [ControlResult]) -> [String] {
        let readings = results.map { Reading($0) }
        let absent = assessment.agents.count - results.count
        let order: [Reading] = [.failed, .partly, .shown, .notApplicable, .open]
        let counts = order.compactMap { reading -> String? in
            let count = readings.count { $0 == reading } + (reading == .open ? max(absent, 0) : 0)
            return count > 0 ? "\(count) \(reading.words(for: control.kind))" : nil
        }
        let speaking = zip(results, readings).filter {
            !$0.0.checks.isEmpty || !$0.0.statements.isEmpty || $0.0.inferred != nil
        }
        let ranked = order.flatMap { reading in speaking.filter { $0.1 == reading } }
        var lines = ranked.prefix(Self.keptAgentLines).map { result, reading in
            "\(MarkdownText.code(result.agent.rawValue)): \(reading.words(for: control.kind)), "
                + evidence(result).joined(separator: "; ")
        }
        if ranked.count > lines.count { lines.append("and \(ranked.count - lines.count) more, see `assessment.json`") }
        return [counts.joined(separator: "<br>"), lines.joined(separator: "<br>"), missing(results)]
    }

    private func missing(_ results: [ControlResult]) -> String {
        var seen: Set<String> = []
        let all = results.flatMap(\.missing).map(\.description).filter { seen.insert($0).inserted }
        let rest = all.count - Self.keptMissing
        let shown = all.prefix(Self.keptMissing).map(MarkdownText.text)
        return (shown + (rest > 0 ? ["and \(rest) more, see `assessment.json`"] : [])).joined(separator: "<br>")
    }

    private func checkPlaces(_ result: CheckResult, _ verdict: Verdict) -> String {
        let findings = result.findings.filter { $0.verdict == verdict }
        return places(findings.flatMap { $0.citations.prefix(1) }, limit: Self.keptCheckPlaces)
    }
}
