import Compliance
import Testing

@testable import Assessing

/// Checks over identities: their age is that of the assessment's date, and what nobody handed over is missed by no item.
@Suite struct IdentityAgeTests {
    private static let check = Sample.check(
        "identities/rotated", subject: .identity, when: "keys > 0", assert: "rotated_days <= 90",
        maps: [("a", .subsetOf)])

    private func evidence(_ columns: [String: Value]?, seen: Completeness? = .complete) -> Evidence {
        var evidence = Evidence()
        let place = Provenance(agent: Sample.agent, artifact: "identities.csv", line: 2, collector: "t")
        evidence.record(
            .agent, place, ["name": "main", "product": "Claude Code", "kind": "coding-assistant"])
        if let columns { evidence.record(.identity, place, columns.merging(["name": "n"]) { $1 }) }
        for (table, seen) in [(Table.mcpServer, Completeness.complete), (.identity, seen)] {
            guard let seen else { continue }
            evidence.record(
                .coverage, place, ["table_name": .text(table.rawValue), "completeness": .text(seen.rawValue)])
        }
        return evidence
    }

    private func assess(_ evidence: Evidence, at: String = "2026-11-24T00:00:00Z", more: [Check] = []) throws
        -> Assessment
    {
        try Assessor(catalog: Sample.catalog([Sample.control("a")], [Self.check] + more))
            .assess(evidence, waivers: [], at: at, toolVersion: "1")
    }

    @Test func theDateOfTheAssessmentDecides() throws {
        let evidence = evidence(["keys": 1, "rotated_at": "2026-10-01"])
        #expect(try assess(evidence).checks[0].verdict == .satisfied)
        let later = try assess(evidence, at: "2027-06-01T00:00:00Z")
        #expect(later.checks[0].verdict == .notSatisfied && later.controls[0].verdict == .notSatisfied)
        // What is kept is the date, so that the evidence can be assessed again.
        #expect(later.evidence[.identity].first?["rotated_days"] == .null)
    }

    @Test func whatWasAcceptedIsTheSameADayLater() throws {
        let evidence = evidence(["keys": 1, "rotated_at": "2025-10-01"])
        let digests = try ["2026-11-24T00:00:00Z", "2026-12-24T00:00:00Z"].map { at in
            try assess(evidence, at: at).gaps.map(\.valueDigest)
        }
        #expect(digests[0] == digests[1] && digests[0].count == 1)
        let replaced = self.evidence(["keys": 1, "rotated_at": "2025-10-02"])
        #expect(try assess(replaced).gaps.map(\.valueDigest) != digests[0])
    }

    @Test func anIdentityThatMayBeOlderIsUndecided() throws {
        for columns: [String: Value] in [
            ["keys": 1], ["rotated_at": "2026-10-01"], ["keys": 1, "rotated_at": "2027-10-01"],
        ] {
            #expect(try assess(evidence(columns)).checks[0].verdict == .undetermined)
        }
        let partly = evidence(["keys": 1, "rotated_at": "2026-10-01"], seen: .partial)
        #expect(try assess(partly).checks[0].verdict == .undetermined)
    }

    @Test func noItemWaitsForARegister() throws {
        let passing = Sample.check("mcp/always", subject: .agent, assert: "name = 'main'", maps: [("a", .subsetOf)])
        let without = try assess(evidence(nil, seen: nil), more: [passing])
        #expect(without.checks.map(\.verdict) == [.undetermined, .satisfied])
        #expect(without.controls[0].verdict == .satisfied)
        #expect(without.agents[0].unseen[.identity] == nil)
        let failing = try assess(evidence(["keys": 1, "rotated_at": "2020-10-01"]), more: [passing])
        #expect(failing.controls[0].verdict == .notSatisfied)
        let broken = try assess(evidence(nil, seen: .partial), more: [passing])
        #expect(broken.agents[0].unseen[.identity] != nil)
    }
}
