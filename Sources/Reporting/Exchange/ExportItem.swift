internal import Compliance

/// A framework item held against one agent, with everything that the formats of other tools ask of it.
struct ExportItem {
    let agent: AgentSummary
    let framework: Framework
    let control: Control
    let result: ControlResult
    /// What is open on the item.
    let gaps: [Gap]
    /// The waivers that accept its failure, none when some of it is not accepted.
    let waivers: [Waiver]
    /// What the checks that fail it saw.
    let failures: [Finding]
    /// How it is known who states what the item rests on; nil when it rests on no statement.
    let origin: Statement.Origin?

    var disposition: Disposition { Disposition(result) }

    /// The verdict in the words of the framework; what somebody's statement shows is called self-reported or attested.
    var words: String { Reading(result).words(for: control.kind) + (word.map { ", \($0)" } ?? "") }

    /// By what word a part of what is shown is shown; nil when none is needed.
    var word: String? { [.satisfied, .partly].contains(disposition) ? origin?.words : nil }

    /// The heaviest of what is open.
    var severity: Severity? { gaps.map(\.severity).max() }

    var title: String { "\(control.id.item): \(control.title)" }

    /// What was seen and what is missing, a sentence each, so that they can stand one after the other.
    var reasons: [String] {
        let seen = failures.map { finding in
            "\(finding.message)\(finding.citations.first.map { " (\($0.place))" } ?? "")"
        }
        return (seen + missing.map { "Missing: \($0)" }).map(Self.sentence)
    }

    /// What is missing; that a check fails is said by what it saw.
    private var missing: [Missing] {
        failures.isEmpty
            ? result.missing : result.missing.filter { if case .check(_, .notSatisfied) = $0 { false } else { true } }
    }

    private static func sentence(_ text: String) -> String {
        text.last.map { ".?!…:;".contains($0) } ?? true ? text : text + "."
    }

    /// Who accepted the failure, until when and why; nil when it is not accepted.
    var acceptance: String? {
        waivers.isEmpty
            ? nil : waivers.map { "\($0.inOneSentence) (until \($0.expiresOn))" }.joined(separator: "; ")
    }

    /// Verdict, acceptance and reasons as one sentence after the other.
    var account: String {
        let accepted = acceptance.map { ["It is not hidden by its waiver: \($0)."] } ?? []
        return (["The verdict is \(words)."] + accepted + reasons).joined(separator: " ")
    }
}

extension AssessmentIndex {
    /// Every item of a framework that has a verdict, for one agent; what nobody gave a verdict is not assessed.
    func items(of framework: Framework, for agent: AgentSummary, open: OpenItems) -> [ExportItem] {
        let results = Dictionary(
            controlResults(of: agent.id).lazy.filter { $0.control.framework == framework.id }.map { ($0.control, $0) },
            uniquingKeysWith: { first, _ in first })
        return framework.controls.lazy.filter { $0.kind != .group }.map { control in
            let result =
                results[control.id]
                ?? ControlResult(
                    control: control.id, agent: agent.id, verdict: .undetermined, extent: .none, checks: [],
                    statements: [], missing: [.evidence])
            let failures = result.checks(.notSatisfied).flatMap { check in
                (checkResult(check, of: agent.id)?.findings ?? []).filter { $0.verdict == .notSatisfied }
            }
            return ExportItem(
                agent: agent, framework: framework, control: control, result: result, gaps: open.gaps(control.id),
                waivers: open.waivers(result), failures: failures, origin: assessment.origin(of: result))
        }
    }

    /// Every agent with every framework, one pair after the other.
    func forEachFramework(_ body: (AgentSummary, Framework, [ExportItem]) -> Void) {
        for agent in assessment.agents {
            let open = OpenItems(of: agent.id, in: self)
            for framework in assessment.catalog.frameworks {
                body(agent, framework, items(of: framework, for: agent, open: open))
            }
        }
    }
}
