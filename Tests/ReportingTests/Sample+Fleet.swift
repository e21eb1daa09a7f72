import Compliance

extension Sample {
    /// Many agents against frameworks of 223 items with verdicts, a hundred checks each.
    static func fleet(agents count: Int) -> Assessment {
        let sizes: [(String, Control.Kind, Int)] = [
            ("csa-maestro-1", .risk, 55), ("nist-ai-rmf-1.0", .outcome, 72), ("owasp-asi-2026", .control, 96),
        ]
        let frameworks = sizes.map { id, kind, size in
            Framework(
                id: FrameworkID(id), title: id, shortName: id, publisher: "p", edition: "1", published: "2026-01-01",
                source: "https://example.com/", licence: "l", attribution: "a",
                controls: (0..<size).map {
                    Control(
                        id: ControlID("\(id)/i-\($0)"), parent: nil, kind: kind, title: "Item \($0)", statement: "s",
                        observability: $0 % 3 == 0 ? .none : .partial, question: "q")
                })
        }
        let checks = (0..<100).map { number in
            Check(
                id: CheckID("area/check-\(number)"), title: "Check \(number)", method: .test, severity: .medium,
                subject: .tool, when: nil, assert: "a", message: "m", mappings: [], rationale: "r", remediation: "r",
                references: [], examples: [])
        }
        let agents = (0..<count).map { AgentID("claude-code@services/\($0)") }.sorted()
        let items = frameworks.flatMap(\.controls)
        let verdicts: [Verdict] = [.satisfied, .notSatisfied, .undetermined, .undetermined]
        return Assessment(
            at: "2026-11-23T00:00:00Z", toolVersion: "0.1.0",
            catalog: Catalog(frameworks: frameworks, checks: checks, digest: digest), evidence: Evidence(),
            evidenceDigest: digest,
            agents: agents.map {
                AgentSummary(
                    id: $0, product: "Claude Code", kind: "k", owner: nil, purpose: nil, subAgents: [], unseen: [:])
            },
            checks: agents.flatMap { agent in
                checks.enumerated().map { position, check in result(check.id, agent, verdicts[position % 4]) }
            },
            controls: agents.flatMap { agent in
                items.enumerated().map { position, item in
                    ControlResult(
                        control: item.id, agent: agent, verdict: verdicts[position % 4], extent: .none,
                        checks: [CheckVerdict(checks[position % 100].id, verdicts[position % 4])], statements: [],
                        missing: position % 4 == 0 ? [] : [.evidence])
                }
            },
            gaps: agents.flatMap { agent in (0..<25).map { gap(checks[$0 * 4 + 1].id, agent, items[$0].id) } },
            questions: [], statements: [], waivers: [], autonomy: [])
    }

    private static func result(_ check: CheckID, _ agent: AgentID, _ verdict: Verdict) -> CheckResult {
        let place = Citation(artifact: "a.json", sha256: digest, line: 1, column: 1, pointer: "/a")
        let finding = Finding(
            verdict: verdict, message: "what was seen", citations: [place], valueDigest: digest)
        return CheckResult(check: check, agent: agent, verdict: verdict, reason: nil, findings: [finding])
    }

    private static func gap(_ check: CheckID, _ agent: AgentID, _ control: ControlID) -> Gap {
        Gap(
            id: GapID("G-\(agent)-\(check)"), agent: agent, cause: .failingCheck, check: check, severity: .medium,
            title: "t", detail: ["d"], remediation: "r", controls: [control], citations: [], valueDigest: digest,
            waiver: nil, owner: nil)
    }
}
