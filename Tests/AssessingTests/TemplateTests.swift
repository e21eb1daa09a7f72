import Compliance
import Testing

@testable import Assessing

/// A template runs nothing: what stands beside it once it is installed decides how autonomous an agent is.
@Suite("Templates")
struct TemplateTests {
    private func autonomy(_ kind: String) throws -> AutonomyProfile.Class? {
        var evidence = Sample.evidence(tls: [])
        evidence.record(
            .approval,
            Provenance(agent: Sample.agent, artifact: ".mcp.json", line: 2, column: 1, pointer: "/x", collector: "t"),
            ["covers": "any", "mode": "never"])
        evidence.replace(.agent, with: evidence[.agent].map { $0.setting("kind", to: .text(kind)) })
        return try Assessor(catalog: Sample.catalog([Sample.control("c")], [])).assess(
            evidence, waivers: [], at: "2026-11-25T00:00:00Z", toolVersion: "t"
        ).autonomy.first?.autonomy
    }

    @Test func haveNoAutonomy() throws {
        #expect(try autonomy("coding-assistant") == .autonomous)
        #expect(try autonomy("policy-template") == .unknown)
    }

    @Test(arguments: [("os-sandbox", "the sandbox"), ("none", "the machine itself"), ("container", "the container")])
    func whatIsolatesHasOneArticle(kind: String, expected: String) throws {
        let place = Provenance(agent: AgentID("a@."), artifact: "f", line: 1, column: 1, pointer: "", collector: "t")
        let row = try Row(.sandbox, place, ["kind": .text(kind)])
        #expect(MessageTemplate("the {kind}").filled(from: row) == expected)
    }
}
