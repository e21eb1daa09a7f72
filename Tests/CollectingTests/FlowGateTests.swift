import Compliance
import Testing

@testable import Collecting

@Suite struct FlowGateTests {
    private static let chain = [("start", "person"), ("person", "tool")]

    @Test(arguments: [
        (chain, true, true),
        (chain + [("start", "tool")], false, false),
        ([("start", "tool"), ("person", "tool")], false, false),
        ([("start", "person"), ("person", "model"), ("model", "tool")], true, false),
        ([("start", "model"), ("model", "person"), ("person", "tool")], true, true),
        ([("person", "tool")], false, false),
        ([("tool", "tool")], false, false),
        ([("start", "person"), ("person", "tool"), ("tool", "start")], false, false),
        ([("start", "nobody")], false, false),
    ])
    func aGateGuardsWhatNoWayLeadsAround(edges: [(String, String)], isGuarded: Bool, isShown: Bool) {
        let steps = ["start", "person", "model", "tool"].map {
            FlowGates.Step(id: $0, asks: $0 == "person", writes: $0 == "model")
        }
        let gates = FlowGates(steps, edges: edges.map { (from: $0.0, to: $0.1) })
        #expect(gates.guards("tool") == isGuarded)
        #expect(gates.shows("tool") == isShown)
    }

    @Test func whatLiesInALoopIsReachedThroughIt() {
        let steps = [
            FlowGates.Step(id: "start"), FlowGates.Step(id: "person", asks: true), FlowGates.Step(id: "loop"),
            FlowGates.Step(id: "tool", parent: "loop"),
        ]
        let edges = [(from: "start", to: "person"), (from: "person", to: "loop")]
        #expect(FlowGates(steps, edges: edges).guards("tool"))
        #expect(!FlowGates(steps, edges: edges + [(from: "start", to: "loop")]).guards("tool"))
    }

    private func flowise(_ edges: [(String, String)]) throws -> Evidence {
        let written = edges.map { #"{"source": "\#($0.0)", "target": "\#($0.1)"}"# }.joined(separator: ", ")
        return try Workspace([
            "flow.json": """
            {"nodes": [
              {"id": "s", "data": {"id": "s", "name": "startAgentflow", "inputAnchors": [], "inputParams": []}},
              {"id": "h", "data": {"id": "h", "name": "humanInputAgentflow", "label": "Ask", "inputs": {}}},
              {"id": "m", "data": {"id": "m", "name": "llmAgentflow", "label": "Write", "inputs": {}}},
              {"id": "t", "data": {"id": "t", "name": "toolAgentflow", "label": "Send",
                "inputs": {"toolAgentflowSelectedTool": "gmail"}}}],
             "edges": [\(written)]}
            """
        ]).collect()
    }

    @Test(arguments: [
        ([("s", "h"), ("h", "t")], "on-risk", "always", 3),
        ([("s", "h"), ("h", "m"), ("m", "t")], "on-risk", "never", 3),
        ([("s", "m"), ("m", "t")], "never", "never", 1),
        ([("s", "m"), ("m", "t"), ("h", "t")], "never", "never", 1),
        ([("s", "h"), ("h", "t"), ("s", "t")], "never", "never", 1),
    ])
    func flowise(edges: [(String, String)], mode: String, approval: String, line: Int) throws {
        let evidence = try flowise(edges)
        #expect(evidence.faults == [])
        #expect(evidence[.approval].map { $0["mode"].text } == [mode])
        #expect(evidence[.approval].map { $0["line"].integer } == [line])
        #expect(evidence[.tool].map { $0["approval"].text } == [approval])
        #expect(evidence[.tool].map { $0["effect"].text } == ["write"])
    }

    @Test(arguments: [
        (
            #""Ask": {"main": [[{"node": "Agent"}]]}, "Hook": {"main": [[{"node": "Ask"}]]}"#, "Agent", "on-risk",
            "never"
        ),
        (#""Hook": {"main": [[{"node": "Agent"}]]}"#, "Agent", "never", "never"),
        (
            #""Hook": {"main": [[{"node": "Agent"}, {"node": "Ask"}]]}, "Ask": {"main": [[{"node": "Agent"}]]}"#,
            "Agent",
            "never", "never"
        ),
        (#""Hook": {"main": [[{"node": "Agent"}]]}"#, "Review", "on-risk", "always"),
    ])
    func n8n(ways: String, target: String, mode: String, approval: String) throws {
        let evidence = try Workspace([
            "flow.json": """
            {"nodes": [
               {"name": "Hook", "type": "n8n-nodes-base.webhook", "parameters": {}},
               {"name": "Ask", "type": "n8n-nodes-base.slack", "parameters": {"operation": "sendAndWait"}},
               {"name": "Agent", "type": "@n8n/n8n-nodes-langchain.agent", "parameters": {}},
               {"name": "Review", "type": "n8n-nodes-base.slackHitlTool", "parameters": {}},
               {"name": "Delete", "type": "n8n-nodes-base.postgresTool", "parameters": {"operation": "deleteTable"}}],
             "connections": {\(ways), "Review": {"ai_tool": [[{"node": "Agent"}]]},
               "Delete": {"ai_tool": [[{"node": "\(target)"}]]}}}
            """
        ]).collect()
        #expect(evidence.faults == [])
        #expect(evidence[.approval].map { $0["mode"].text } == [mode])
        #expect(evidence[.tool].map { $0["approval"].text } == [approval])
        #expect(evidence[.tool].map { $0["actor"].text } == ["Agent"])
    }

    @Test(arguments: [
        ("{ source: s, target: h }, { source: h, target: t }", "on-risk", "always"),
        ("{ source: s, target: t }, { source: h, target: t }", "never", "never"),
        ("", "never", "never"),
    ])
    func dify(edges: String, mode: String, approval: String) throws {
        let evidence = try Workspace([
            "app.yml": """
            kind: app
            app: { mode: workflow, name: x }
            workflow:
              graph:
                edges: [\(edges)]
                nodes:
                  - { id: s, data: { type: start, title: Start } }
                  - { id: h, data: { type: human-input, title: Ask } }
                  - { id: t, data: { type: http-request, title: Call, method: delete, url: "https://shop.test" } }
            """
        ]).collect()
        #expect(evidence.faults == [])
        #expect(evidence[.approval].map { $0["mode"].text } == [mode])
        #expect(evidence[.tool].map { $0["approval"].text } == [approval])
        #expect(evidence[.tool].map { $0["effect"].text } == ["write"])
    }

    @Test(arguments: [
        (
            "flow.json",
            #"{"nodes": [{"name": "Chat", "type": "@n8n/n8n-nodes-langchain.chainLlm", "parameters": {}}], "connections": {}}"#
        ),
        (
            "flow.json",
            #"{"data": {"edges": [], "nodes": [{"data": {"type": "Agent", "node": {"template": {"a": {"_input_type": "x"}}}}}]}}"#
        ),
        (
            "team.json",
            #"{"provider": "autogen_agentchat.agents.AssistantAgent", "component_type": "agent", "config": {"name": "a", "tools": []}}"#
        ),
        ("app.yml", "kind: app\napp: { mode: chat }\nmodel_config: { pre_prompt: Hello }\n"),
    ])
    func whereNothingCanActThereIsNothingToAsk(path: String, text: String) throws {
        let evidence = try Workspace([path: text]).collect()
        #expect(evidence[.agent].count == 1)
        #expect(evidence[.approval].isEmpty)
        #expect(evidence.faults == [])
    }

    @Test func moderationThatIsOffFiltersNothing() throws {
        let evidence = try Workspace([
            "app.yml": """
            kind: app
            app: { mode: chat }
            model_config:
              sensitive_word_avoidance:
                enabled: false
            """
        ]).collect()
        #expect(evidence[.guardrail].map { $0["blocking"] } == [false])
        #expect(evidence[.guardrail].map { $0["provider"].text } == ["moderation: switched off"])
        #expect(evidence[.guardrail].map { $0["line"].integer } == [5])
    }
}
