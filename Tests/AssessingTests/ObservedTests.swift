import Compliance
import Testing

@testable import Assessing

/// What was seen of an agent's autonomy, beside what its configuration allows.
@Suite struct ObservedTests {
    private static let place = Provenance(agent: Sample.agent, artifact: "a.jsonl", line: 3, column: 1, collector: "t")

    private func observed(_ rows: [[String: Value]], _ completeness: String? = "complete") throws -> ObservedAutonomy? {
        var evidence = Evidence()
        for row in rows {
            let usual: [String: Value] = ["tool": "T", "capability": "tool", "outcome": "done", "count": 1]
            evidence.record(.action, Self.place, usual.merging(row) { $1 })
        }
        if let completeness {
            evidence.record(
                .coverage, Provenance(agent: Sample.agent, collector: "t"),
                ["table_name": "action", "completeness": .text(completeness)])
        }
        #expect(evidence.faults == [])
        return ObservedActions(index: EvidenceIndex(evidence), agent: Sample.agent).observed()
    }

    @Test func withoutALogNothingIsSaid() throws {
        #expect(try observed([], nil) == nil)
        #expect(try observed([], "partial") == nil)
        #expect(try observed([])?.counts.all == 0)
    }

    @Test(
        arguments: [
            ([["hazard": "destructive", "decision": "allowed", "count": 7]], "complete", "autonomous"),
            ([["hazard": "destructive", "decision": "allowed"]], "partial", "autonomous"),
            ([["hazard": "publish", "decision": "asked"]], "complete", "supervised"),
            ([["hazard": "publish", "decision": "asked"]], "partial", "unknown"),
            ([["hazard": "publish", "decision": "asked"], ["hazard": "network"]], "complete", "unknown"),
            ([["hazard": "destructive", "decision": "denied", "outcome": "blocked"]], "complete", "unknown"),
            ([["hazard": "read", "decision": "allowed"]], "complete", "unknown"),
        ] as [([[String: Value]], String, String)])
    func whoDecidedSaysWhatItIs(rows: [[String: Value]], completeness: String, autonomy: String) throws {
        #expect(try observed(rows, completeness)?.autonomy.rawValue == autonomy)
    }

    @Test func actionsAreCountedByWhoDecided() throws {
        let seen = try #require(
            try observed([
                ["decision": "allowed", "count": 5, "at": "2026-01-02T00:00:00Z", "last_at": "2026-01-03T00:00:00Z"],
                ["decision": "asked", "count": 2, "hazard": "payment", "at": "2026-01-01T00:00:00Z"],
                ["decision": "denied", "tool": "U", "outcome": "blocked"], ["count": 3, "server": "s"],
            ]))
        #expect(seen.counts.all == 11 && seen.counts.unasked == 5 && seen.counts.asked == 2)
        #expect(seen.counts.denied == 1 && seen.counts.untold == 3 && seen.tools == 3)
        #expect(seen.from == "2026-01-01T00:00:00Z" && seen.to == "2026-01-03T00:00:00Z")
        #expect(seen.citations.map(\.line) == [3])
    }

    @Test func noItemWaitsForALogThatNobodyGave() throws {
        let item = Sample.control("a")
        let own = Sample.check("own", maps: [("a", .subsetOf)])
        let log = Sample.check("log", subject: .action, assert: "gate <> 'deny'", maps: [("a", .subsetOf)])
        var evidence = Evidence()
        evidence.record(
            .mcpServer, Self.place,
            ["name": "s", "client": "c", "enabled": true, "injects_code": false, "shell_expansion": false, "tls": true])
        evidence.record(.agent, Self.place, ["name": "main", "product": "p", "kind": "coding-assistant"])
        evidence.record(
            .coverage, Self.place, ["table_name": "mcp_server", "completeness": "complete"])
        func verdict(_ evidence: Evidence) throws -> Verdict? {
            try Assessor(catalog: Sample.catalog([item], [own, log])).assess(
                evidence, waivers: [], at: "2026-11-24T00:00:00Z", toolVersion: "t", system: nil
            ).controls.first?.verdict
        }
        #expect(try verdict(evidence) == .satisfied)
        var seen = evidence
        seen.record(
            .action, Self.place, ["tool": "T", "capability": "tool", "count": 1, "gate": "deny", "outcome": "done"])
        seen.record(.coverage, Self.place, ["table_name": "action", "completeness": "partial"])
        #expect(try verdict(seen) == .notSatisfied)
    }
}
