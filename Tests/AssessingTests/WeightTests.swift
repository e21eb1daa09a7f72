import Compliance
import Testing

@testable import Assessing

@Suite("What a failure weighs")
struct WeightTests {
    private static let weights = [
        CheckWeight(severity: .info, when: "name = 's0'"),
        CheckWeight(
            severity: .critical,
            when: "EXISTS (SELECT 1 FROM credential WHERE credential.agent = mcp_server.agent AND kind = 'token')"),
        CheckWeight(severity: .medium, when: "url LIKE 'http://%'"),
    ]

    private func gaps(_ check: Check, _ evidence: Evidence) throws -> [Gap] {
        try Assessor(catalog: Sample.catalog([Sample.control("c")], [check])).assess(
            evidence, waivers: [], at: "2026-11-25T00:00:00Z", toolVersion: "t"
        ).gaps
    }

    private func check(_ weights: [CheckWeight]) -> Check {
        Sample.check("a/one", maps: [("c", .subsetOf)]).replacing(weights: weights)
    }

    private func credential(in evidence: Evidence) -> Evidence {
        var evidence = evidence
        evidence.record(
            .credential,
            Provenance(agent: Sample.agent, artifact: ".mcp.json", line: 9, column: 1, pointer: "/x", collector: "t"),
            ["holder": "agent", "name": "T", "kind": "token", "storage": "inline", "detector": "d"])
        return evidence
    }

    @Test func theFirstConditionThatHoldsCounts() throws {
        #expect(try gaps(check(Self.weights), Sample.evidence(tls: [false])).map(\.severity) == [.info])
    }

    @Test func theHeaviestRowMakesTheGap() throws {
        #expect(try gaps(check(Self.weights), Sample.evidence(tls: [false, false])).map(\.severity) == [.high])
        let held = credential(in: Sample.evidence(tls: [false, false]))
        try #require(held.faults.isEmpty)
        let found = try gaps(check(Self.weights), held)
        #expect(found.map(\.severity) == [.critical])
        #expect(found.first?.detail == ["\"s1\" without TLS", "\"s0\" without TLS"], "the heaviest is said first")
    }

    @Test func whatPassesWeighsNothing() throws {
        #expect(try gaps(check(Self.weights), Sample.evidence(tls: [true, true])) == [])
    }

    @Test("A table that only weighs need not have been seen")
    func weighingDecidesNothing() throws {
        var evidence = Sample.evidence(tls: [false, false])
        evidence.replace(
            .coverage, with: evidence[.coverage].filter { $0["table_name"].text != "credential" })
        #expect(try gaps(check(Self.weights), evidence).map(\.severity) == [.high])
    }

    @Test("A template is in force nowhere, and weighs a step less")
    func templates() throws {
        var evidence = Sample.evidence(tls: [false])
        evidence.replace(.agent, with: evidence[.agent].map { $0.setting("kind", to: "policy-template") })
        #expect(try gaps(check([]), evidence).map(\.severity) == [.medium])
    }

    @Test("A secret in a template is a secret")
    func secretsInTemplates() throws {
        var evidence = credential(in: Sample.evidence(tls: []))
        evidence.replace(.agent, with: evidence[.agent].map { $0.setting("kind", to: "policy-template") })
        let check = Sample.check("a/two", subject: .credential, assert: "storage <> 'inline'", maps: [("c", .subsetOf)])
        #expect(try gaps(check, evidence).map(\.severity) == [.high])
    }

    @Test("A credential that a template only refers to is no secret in it")
    func referencesInTemplates() throws {
        var evidence = credential(in: Sample.evidence(tls: []))
        evidence.replace(.agent, with: evidence[.agent].map { $0.setting("kind", to: "policy-template") })
        evidence.replace(.credential, with: evidence[.credential].map { $0.setting("storage", to: "environment") })
        let check = Sample.check(
            "a/two", subject: .credential, assert: "storage <> 'environment'", maps: [("c", .subsetOf)])
        #expect(try gaps(check, evidence).map(\.severity) == [.medium])
    }

    @Test func theLawsNoticeAConditionThatNoExampleShows() throws {
        let problems = try CheckTrial(check(Self.weights)).problems()
        #expect(problems.contains("no example shows the severity critical"))
        #expect(problems.contains { $0.hasPrefix("no example notices when nothing is medium if url") })
    }

    @Test(arguments: [
        "name; tls", "rowid = 1", "EXISTS (SELECT 1 FROM credential WHERE kind = 'token')",
        "NOT EXISTS (SELECT 1 FROM credential WHERE credential.agent = mcp_server.agent AND kind = 'token')",
    ])
    func aConditionIsAsBoundAsAnAssertion(when: String) {
        #expect(throws: CheckError.self) {
            try CompiledCheck(check([CheckWeight(severity: .low, when: when)]))
        }
    }
}
