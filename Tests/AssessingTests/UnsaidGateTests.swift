import Compliance
import Testing

@testable import Assessing

/// Who answers before actions where no file says so: a person or another model, as the one who starts the product likes.
@Suite("Gates that no file speaks of")
struct UnsaidGateTests {
    private func profile(line: Int?, rule: String? = nil, lock: Int? = nil) throws -> AutonomyProfile {
        var evidence = Sample.evidence(tls: [])
        let place = Provenance(
            agent: Sample.agent, artifact: ".mcp.json", line: line, column: line, pointer: "/permissions/defaultMode",
            collector: "t")
        evidence.record(.approval, place, ["covers": "shell", "mode": "model"])
        if let lock {
            let locked = Provenance(
                agent: Sample.agent, artifact: ".mcp.json", line: lock, column: 1, pointer: "/lock", collector: "t")
            evidence.record(.approval, locked, ["covers": "any", "mode": "model", "bypassable": false])
        }
        if let rule {
            evidence.record(
                .permission, place,
                [
                    "actor": "main", "effect": "allow", "capability": "shell", "target": "*", "breadth": "any",
                    "hazard": "arbitrary-code", "rule": .text(rule), "level": "project", "effective": true,
                ])
        }
        let assessment = try Assessor(catalog: Sample.catalog([Sample.control("c")], [])).assess(
            evidence, waivers: [], at: "2026-11-25T00:00:00Z", toolVersion: "t")
        return try #require(assessment.autonomy.first)
    }

    @Test func leaveTheClassOpen() throws {
        let unsaid = try profile(line: nil)
        #expect(unsaid.autonomy == .unknown)
        #expect(unsaid.gate.holds == nil)
        #expect(unsaid.gate.because.contains("a person or another model"))
        #expect(unsaid.freedoms[.actions]?.holds == nil)
        #expect(unsaid.guardrails[.approvals]?.holds == nil)
    }

    @Test func leaveItOpenWhereAnotherSettingLocksThem() throws {
        #expect(try profile(line: nil, lock: 7).autonomy == .unknown)
        #expect(try profile(line: 4, lock: 7).autonomy == .autonomous)
    }

    @Test func areNotThoseThatAFileLeavesToAModel() throws {
        #expect(try profile(line: 4).gate.holds == false)
        #expect(try profile(line: 4).autonomy == .autonomous)
    }

    @Test func doNotHideWhatARuleOpens() throws {
        #expect(try profile(line: nil, rule: "Bash").gate.holds == false)
        #expect(try profile(line: nil, rule: "Bash").autonomy == .autonomous)
    }
}
