import Compliance
import Testing

@testable import Reporting

@Suite("What is in force")
struct InForceTests {
    private static func rules(_ effect: String, _ count: Int) -> InForce.Rules {
        let place = Citation(artifact: "a.json", sha256: nil, line: 1, column: 1, pointer: "/a")
        return InForce.Rules(effect: effect, rules: Array(repeating: (text: "Read", citation: place), count: count))
    }

    @Test(arguments: [
        ("deny", 1, false, "refuses"), ("deny", 2, false, "refuse"), ("ask", 1, false, "ask first"),
        ("deny", 2, true, "would refuse, were the template in force"),
        ("ask", 1, true, "would ask first, were the template in force"),
        ("lock", 1, true, "would keep the questions from being switched off, were the template in force"),
    ])
    func aTemplateRefusesNothingYet(effect: String, count: Int, isTemplate: Bool, expected: String) {
        #expect(InForce.verb(Self.rules(effect, count), isTemplate: isTemplate) == expected)
    }

    @Test(arguments: [
        ("PreToolUse", "echo no >&2; exit 2", "none", 1), ("PreToolUse", "exit 20", "none", 0),
        ("PostToolUse", "exit 2", "none", 0), ("PreToolUse", "exit 2", "network", 0), ("PreToolUse", "true", "none", 0),
    ])
    func aHookThatCanRefuseIsCredited(event: String, command: String, effect: String, count: Int) {
        let agent = AgentID("claude-code@.")
        var evidence = Evidence()
        evidence.record(
            .hook, Provenance(agent: agent, artifact: "s.json", line: 3, column: 5, pointer: "/h", collector: "t"),
            [
                "event": .text(event), "kind": "command", "command": .text(command), "effect": .text(effect),
                "level": "project", "effective": true,
            ])
        #expect(evidence.faults.isEmpty)
        #expect(InForce.permissions(of: [agent], in: evidence)[agent]?.count ?? 0 == count)
        #expect(InForce.verb(Self.rules("hook", 2), isTemplate: false) == "run before calls and can refuse them")
        #expect(Self.rules("hook", 2).count == "2 hooks" && Self.rules("hook", 2).texts == ["Read"])
    }

    @Test(arguments: [
        ("policy-template", false, 1), ("policy-template", true, 0), ("coding-assistant", false, 0),
    ])
    func aTemplatesLockIsCredited(kind: String, bypassable: Bool, count: Int) {
        let agent = AgentID("claude-code@.#managed-settings")
        var evidence = Evidence()
        let place = Provenance(
            agent: agent, artifact: "m.json", line: 3, column: 5, pointer: "/permissions/disableBypassPermissionsMode",
            collector: "t")
        evidence.record(
            .agent, place, ["name": "main", "product": "Claude Code", "kind": .text(kind), "plans": true])
        evidence.record(
            .approval, place, ["covers": "any", "mode": "on-risk", "bypassable": .boolean(bypassable)])
        #expect(evidence.faults.isEmpty)
        #expect(InForce.permissions(of: [agent], in: evidence)[agent]?.count ?? 0 == count)
    }
}
