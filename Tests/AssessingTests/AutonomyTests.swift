import Compliance
import Testing

@testable import Assessing

/// What an agent can call at all decides what it can do unasked.
@Suite("Autonomy")
struct AutonomyTests {
    private typealias Given = [(Table, [String: Value])]

    private static let server: (Table, [String: Value]) = (
        .mcpServer,
        [
            "name": "search", "client": "c", "transport": "stdio", "enabled": true, "injects_code": false,
            "shell_expansion": false, "auto_approved": "some", "tool_scope": "listed",
        ]
    )
    private static let gate: (Table, [String: Value]) = (.approval, ["covers": "mcp", "mode": "never"])

    private static func tool(_ name: String, _ effect: String) -> (Table, [String: Value]) {
        (.tool, ["actor": "main", "name": .text(name), "origin": "mcp", "server": "search", "effect": .text(effect)])
    }

    private static func rule(_ effect: String, _ capability: String, _ hazard: String) -> (Table, [String: Value]) {
        (
            .permission,
            [
                "actor": "main", "effect": .text(effect), "capability": .text(capability), "target": "*",
                "breadth": "any", "hazard": .text(hazard), "rule": "MODE: x", "level": "user", "effective": true,
            ]
        )
    }

    private func profile(
        _ rows: Given, kind: String = "application", plans: Bool = true, leaving: [Table] = []
    ) throws -> AutonomyProfile {
        let place = Provenance(agent: AgentID("a"), artifact: "f", line: 2, column: 1, pointer: "/x", collector: "t")
        var evidence = Evidence()
        evidence.record(.agent, place, ["name": "main", "product": "P", "kind": .text(kind), "plans": .boolean(plans)])
        for table in Table.allCases where !leaving.contains(table) {
            evidence.record(.coverage, place, ["table_name": .text(table.rawValue), "completeness": "complete"])
        }
        for (table, columns) in rows { evidence.record(table, place, columns) }
        #expect(evidence.faults == [])
        return AutonomyAssessor(index: EvidenceIndex(evidence), agent: AgentID("a")).profile()
    }

    @Test func listedToolsThatReadNeedNoQuestion() throws {
        let found = try profile([Self.server, Self.gate, Self.tool("look", "read")], leaving: [.permission])
        #expect(found.autonomy == .supervised)
        #expect(found.freedoms[.actions]?.holds == false)
        #expect(found.guardrails[.restrictedTools]?.because == "the tools that it is given are listed, and only read")
    }

    @Test(
        arguments: [
            ([server, gate, tool("look", "read"), tool("drop", "destructive")], "application", []),
            ([server, gate, tool("*", "read")], "application", []), ([server, gate], "application", []),
            ([server, gate, tool("look", "read")], "application", [Table.tool]),
            (
                [server, gate, tool("look", "read"), (.approval, ["covers": "shell", "mode": "never"])], "application",
                []
            ),
        ] as [([(Table, [String: Value])], String, [Table])])
    func anythingElseActsUnasked(rows: [(Table, [String: Value])], kind: String, leaving: [Table]) throws {
        #expect(try profile(rows, kind: kind, leaving: leaving).autonomy == .autonomous)
    }

    /// Assistants have tools that come with the product, and are not listed.
    @Test func listedToolsOfAnAssistantAreNotAll() throws {
        let rows = [Self.server, Self.gate, Self.tool("look", "read")]
        #expect(
            try profile(rows, kind: "coding-assistant", leaving: [.permission]).guardrails[.restrictedTools]?.holds
                == nil)
    }

    @Test func whereNoToolRunsEverythingIsDecided() throws {
        let found = try profile([Self.rule("deny", "any", "none")], kind: "coding-assistant")
        let because = "no tool runs (`MODE: x`)"
        #expect(found.gate.because == because)
        #expect(found.gate.holds == true)
        #expect(found.freedoms[.tools]?.because == because)
        #expect(found.guardrails[.restrictedTools]?.because == because)
        #expect(found.autonomy == .supervised)
        // A rule that lets something through takes the end off it.
        let open = try profile([Self.rule("deny", "any", "none"), Self.rule("allow", "read", "read")])
        #expect(open.gate.because != because)
    }

    @Test func anOpenShellHasWhatTheUserHas() throws {
        let shell = Self.rule("allow", "shell", "arbitrary-code")
        let open = try profile([shell], kind: "coding-assistant")
        #expect(open.autonomy == .autonomous)
        #expect(open.misapplied.holds == nil)
        #expect(open.misapplied.because.hasSuffix("its shell has whatever the user has"))
        let box: (Table, [String: Value]) = (.sandbox, ["kind": "os-sandbox", "enabled": true, "escapable": false])
        #expect(try profile([shell, box], kind: "coding-assistant").misapplied.holds == false)
    }

    @Test func fixedStepsOnBroadRightsAreNotGood() throws {
        let broad: (Table, [String: Value]) = (
            .credential,
            ["holder": "agent", "name": "t", "storage": "federated", "detector": "d", "scope_breadth": "broad"]
        )
        #expect(try profile([broad], plans: false).misapplied.holds == nil)
        let fixed = try profile([], plans: false).misapplied
        #expect(fixed.holds == false)
        #expect(fixed.because == "its steps are fixed beforehand")
    }
}
