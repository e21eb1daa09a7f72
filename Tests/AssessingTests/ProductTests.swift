import Assessing
import Compliance
import Testing

@Suite("A check that is about some products")
struct ProductTests {
    private func result(products: [String], of agents: [String], seen: Completeness = .complete) throws -> CheckResult?
    {
        var evidence = Sample.evidence(tls: [false], seen: seen)
        let place = Provenance(agent: Sample.agent, artifact: ".mcp.json", line: 1, collector: "t")
        evidence.replace(.agent, with: [])
        for product in agents {
            evidence.record(
                .agent, place, ["name": "main", "product": .text(product), "kind": "coding-assistant"])
        }
        try #require(evidence.faults.isEmpty)
        let check = Sample.check("mcp/tls", products: products)
        return try Assessor(catalog: Sample.catalog([], [check])).assess(
            evidence, waivers: [], at: "2026-11-24T00:00:00Z", toolVersion: "t"
        ).checks.first
    }

    @Test(
        arguments: [
            ([], ["Claude Code"], Verdict.notSatisfied), (["Claude Code"], ["Claude Code"], .notSatisfied),
            (["n8n", "Claude Code"], ["Claude Code"], .notSatisfied), (["n8n"], ["Claude Code"], .notApplicable),
            (["n8n"], ["Claude Code", "n8n"], .notSatisfied),
        ] as [([String], [String], Verdict)])
    func leavesOthersOut(products: [String], agents: [String], expected: Verdict) throws {
        #expect(try result(products: products, of: agents)?.verdict == expected)
    }

    @Test func saysWhy() throws {
        let other = try #require(try result(products: ["n8n", "Dify"], of: ["Claude Code"], seen: .none))
        #expect(other.reason == "it is about n8n, Dify")
        #expect(other.findings.isEmpty)
    }

    @Test("What was not seen of a product that it is about stays open")
    func keepsTheFirstLaw() throws {
        let own = try #require(try result(products: ["Claude Code"], of: ["Claude Code"], seen: .none))
        #expect(own.verdict != .satisfied && own.verdict != .notApplicable)
    }
}
