import Compliance
import Testing

@testable import Assessing

@Suite("A check that never ends")
struct PatienceTests {
    @Test func isStoppedAndNamed() throws {
        var evidence = Sample.evidence(tls: Array(repeating: true, count: 400))
        let place = Provenance(agent: Sample.agent, artifact: "a", line: 1, column: 1, pointer: "/a", collector: "t")
        for number in 0..<400 {
            evidence.record(
                .hook, place,
                [
                    "event": "e", "kind": "command", "command": .text("c\(number)"), "level": "project",
                    "effective": true,
                ])
            evidence.record(.tool, place, ["actor": "main", "name": .text("t\(number)"), "origin": "mcp"])
            evidence.record(
                .egress, place,
                ["destination": .text("d\(number)"), "breadth": "exact", "effect": "allow", "enforced_by": "sandbox"])
        }
        try #require(evidence.faults.isEmpty, "\(evidence.faults.prefix(2))")
        let check = try CompiledCheck(
            Sample.check(
                "slow/check",
                assert: """
                    EXISTS (SELECT 1 FROM hook WHERE hook.agent = mcp_server.agent AND hook.command <> mcp_server.name AND
                      EXISTS (SELECT 1 FROM tool WHERE tool.agent = mcp_server.agent AND tool.name <> hook.command AND
                        EXISTS (SELECT 1 FROM egress WHERE egress.agent = mcp_server.agent AND egress.destination = tool.name
                          AND egress.destination <> mcp_server.name)))
                    """))
        let store = try EvidenceStore(evidence)
        let error = #expect(throws: CheckError.self) { try store.verdicts(of: check, within: 0.05) }
        #expect(error?.reason.contains("longer than 0.05 seconds") == true)
        let quick = try CompiledCheck(Sample.check("quick/check"))
        #expect(try store.verdicts(of: quick).count == 400)
    }
}
