import Compliance

/// A rich assessment made by hand; every text in it goes through `dress`, so that hostile texts reach every field.
struct Sample {
    var dress: @Sendable (String) -> String = { $0 }
    /// What every gap says is to be done, as it is written; nil for a sentence.
    var remedy: String?

    let asi = FrameworkID("owasp-asi-2026")
    let rmf = FrameworkID("nist-ai-rmf-1.0")

    func text(_ text: String) -> String { dress(text) }

    var api: AgentID { AgentID(text("claude-code@services/api")) }
    var shop: AgentID { AgentID(text("cursor@shop")) }
    var tls: CheckID { CheckID(text("mcp/transport-encrypted")) }
    var shell: CheckID { CheckID(text("permissions/no-unbounded-shell")) }
    var log: CheckID { CheckID(text("telemetry/actions-logged")) }
    var mcpFile: String { text(".mcp.json") }
    var settings: String { text(".claude/settings.json") }

    static let digest = String(repeating: "ab", count: 32)

    func control(_ framework: FrameworkID, _ item: String) -> ControlID { ControlID(framework, text(item)) }

    var assessment: Assessment {
        Assessment(
            at: "2026-11-23T00:00:00Z", toolVersion: text("0.1.0"), catalog: catalog, evidence: evidence,
            evidenceDigest: String(repeating: "cd", count: 32), agents: agents, checks: checks,
            controls: controls, gaps: gaps, questions: questions, statements: statements, waivers: waivers,
            autonomy: autonomy)
    }

    func citation(_ path: String, _ line: Int?, _ column: Int?) -> Citation {
        Citation(
            artifact: path, sha256: Self.digest, line: line, column: column, pointer: text("/mcpServers/search/url"))
    }

    var agents: [AgentSummary] {
        [
            AgentSummary(
                id: api, product: text("Claude Code"), kind: text("coding-assistant"), owner: text("Platform team"),
                purpose: text("patches the API"), subAgents: [text("reviewer")],
                unseen: [.telemetry: text("managed settings were not given"), .sandbox: text("partial")]),
            AgentSummary(
                id: shop, product: text("Cursor"), kind: text("mcp-client"), owner: nil, purpose: nil, subAgents: [],
                unseen: [:]),
        ]
    }

    var statements: [Statement] {
        let standings: [Statement.Standing] = [
            .valid, .invalid(text("it expired on 2025-01-01")), .contradicted(text("a rule allows any shell command")),
        ]
        return standings.enumerated().map { position, standing in
            Statement(
                agent: api, id: "S-\(position)", claim: text("Roles are assigned, see the register"),
                control: control(rmf, "govern-1.1"),
                check: position == 2 ? shell : nil, method: position == 0 ? .examine : .interview,
                by: text("Ada Lovelace"), role: text("Head of AI"), statedOn: "2026-10-01",
                expiresOn: position == 1 ? text("2025-01-01") : "2027-10-01", document: text("docs/register.md"),
                documentSHA256: Self.digest, citation: citation(text("statements.yaml"), 3 + position, 5),
                standing: standing)
        }
    }

    var waivers: [Waiver] {
        [Waiver.Standing.holds([GapID("G-0000000002")]), .lapsed(text("what was accepted has changed"))].map {
            standing in
            Waiver(
                gap: GapID("G-0000000002"), check: nil, agent: nil, accepts: Self.digest,
                approver: text("Grace Hopper"),
                reason: text("internal network only, until the move"), expiresOn: "2026-12-31",
                citation: citation(text("waivers.yaml"), 2, 3), standing: standing)
        }
    }

    var autonomy: [AutonomyProfile] {
        let yes = AutonomyProfile.Answer(
            holds: true, because: text("a model plans each step"), citations: [citation(settings, 4, 7)])
        let no = AutonomyProfile.Answer(
            holds: false, because: text("Bash(*) is allowed without asking"), citations: [citation(settings, 4, 7)])
        let unknown = AutonomyProfile.Answer(holds: nil, because: text("nothing tells"), citations: [])
        return [
            AutonomyProfile(
                agent: api, freedoms: [.actions: yes, .sequence: yes, .tools: yes, .timing: no], gate: no,
                autonomy: .autonomous,
                guardrails: [
                    .restrictedTools: no, .restrictedScope: unknown, .approvals: no, .actionLog: unknown,
                    .quickRevocation: yes,
                ], misapplied: yes),
            AutonomyProfile(
                agent: shop, freedoms: [:], gate: unknown, autonomy: .unknown, guardrails: [:], misapplied: unknown),
        ]
    }
}
