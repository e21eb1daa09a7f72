internal import Compliance

extension TerminalReport {
    /// A line for each agent: what it is, and which guardrails it lacks.
    func autonomy(_ index: AssessmentIndex) -> [String] {
        let agents = index.heaviestFirst(index.assessment.agents.map(\.id))
        guard !agents.isEmpty else { return [] }
        let shown = kept(agents, Self.keptLines)
        var lines = [style.bold("Autonomy")]
        for agent in shown {
            let text = index.profiles[agent].map(sentence) ?? "no profile"
            lines += paragraph("\(agent.rawValue): \(text)", indent: 2)
        }
        if agents.count > shown.count {
            lines.append("  and \(agents.count - shown.count) more agents, see assessment.json")
        }
        return lines + [""]
    }

    private func sentence(_ profile: AutonomyProfile) -> String {
        let guardrails = AutonomyProfile.Guardrail.allCases
        let absent = guardrails.filter { profile.guardrails[$0]?.holds == false }.map(\.rawValue)
        let unknown = guardrails.filter { profile.guardrails[$0]?.holds == nil }.map(\.rawValue)
        let standing = guardrails.count - absent.count - unknown.count
        var parts = ["\(profile.autonomy.rawValue), \(standing) of \(guardrails.count) guardrails stand"]
        if !absent.isEmpty { parts.append("absent: \(absent.joined(separator: ", "))") }
        if !unknown.isEmpty { parts.append("not known: \(unknown.joined(separator: ", "))") }
        if profile.misapplied.holds == true {
            parts.append("run like a service account: \(profile.misapplied.because)")
        }
        if let observed = profile.observed {
            parts.append("seen in its logs: \(observed.autonomy.rawValue), \(observed.because)")
        }
        return parts.joined(separator: "; ")
    }

    /// A line for each kind of item of each framework, with what it is a part of.
    func frameworks(_ index: AssessmentIndex) -> [String] {
        let agents = index.assessment.agents.map(\.id)
        let lines = index.assessment.catalog.frameworks.flatMap { framework in
            index.tallies(of: framework, for: agents).flatMap { tally in
                let text =
                    agents.isEmpty
                    ? "\(tally.items) \(tally.kind.noun(in: framework)) — none assessed"
                    : tally.sentence(for: framework)
                return paragraph("\(framework.shortName): \(text)", indent: 2)
            }
        }
        let profile = index.assessment.catalog.tailoring.map { tailoring in
            let chosen = tailoring.shares.map { "\($0.chosen) of \($0.total) of \($0.framework)" }
            return paragraph("Profile \(tailoring.profile.id): \(chosen.joined(separator: ", "))", indent: 2)
        }
        return lines.isEmpty ? [] : [style.bold("Frameworks")] + (profile ?? []) + lines + [""]
    }

    /// What was found and not read, and what could not be seen.
    func unread(_ index: AssessmentIndex) -> [String] {
        let files = index.artifacts.filter { $0.outcome != "read" }
            .sorted { ($0.status == "refused" ? 0 : 1, $0.path) < ($1.status == "refused" ? 0 : 1, $1.path) }
        let all = files.map { "\($0.path): \($0.outcome)" + ($0.reason.map { ", \($0)" } ?? "") } + unseen(index)
        guard !all.isEmpty else { return [] }
        let shown = kept(all, Self.keptLines)
        var lines = [style.bold("Not read")] + shown.flatMap { paragraph($0, indent: 2) }
        if all.count > shown.count { lines.append("  and \(all.count - shown.count) more, see gap-analysis.md") }
        return lines + [""]
    }

    private func unseen(_ index: AssessmentIndex) -> [String] {
        let agents = index.assessment.agents
        return UnseenTables.of(agents).map { group in
            let who =
                group.agents.count == 1 ? group.agents[0].rawValue : "\(group.agents.count) of \(agents.count) agents"
            return "\(Counted.list(group.tables.map(\.content))): \(group.words), \(who)"
        }
    }

    /// Counts of different kinds, a line for each; what is undetermined and what waits for a person is among them.
    func counts(_ outcome: Outcome, _ index: AssessmentIndex) -> [String] {
        let assessment = index.assessment
        guard !assessment.agents.isEmpty else { return [] }
        let checks = [Verdict.satisfied, .notSatisfied, .undetermined].map { verdict in
            "\(assessment.checks.count { $0.verdict == verdict }) \(verdict.rawValue.replacing("-", with: " "))"
        }
        let results = outcome.lines(assessment).flatMap { paragraph("\($0.count) \($0.words)", indent: 2) }
        let asked = outcome.asked > 0 ? paragraph("\(outcome.asked) \(outcome.questions)", indent: 2) : []
        let coverage = paragraph(index.coverage.sentences, indent: 2)
        let history = outcome.history(index).map { paragraph($0, indent: 2) } ?? []
        let stated = assessment.statements.isEmpty ? [] : paragraph(statements(assessment), indent: 2)
        return [style.bold("Result for \(Counted.of(assessment.agents.count, "agent"))")] + coverage + results + history
            + asked + paragraph("Checks: \(checks.joined(separator: ", "))", indent: 2) + stated + [""]
    }

    private func statements(_ assessment: Assessment) -> String {
        let tally = StatementTally(assessment.statements)
        return "Statements: \(tally.counting) of \(tally.given) count, \(tally.attested) attested by signature, "
            + "\(tally.selfReported) self-reported"
    }
}
