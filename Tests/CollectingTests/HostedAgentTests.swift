import Compliance
import Testing

@testable import Collecting

@Suite struct HostedAgentTests {
    @Test func assistant() throws {
        let evidence = try Workspace([
            "assistant.json": """
            {"object": "assistant", "name": "shop", "model": "gpt-4o", "instructions": "Help.",
             "tools": [{"type": "code_interpreter"},
              {"type": "function", "function": {"name": "delete_order"}}],
             "tool_resources": {"file_search": {"vector_store_ids": ["vs_1"]}}}
            """
        ]).collect()
        #expect(evidence.faults == [])
        #expect(evidence.agents == [AgentID("hosted-agents@.#shop")])
        #expect(evidence[.tool].map { $0["effect"].text } == ["execute", "destructive"])
        #expect(evidence[.tool].map(\.line) == [2, 3])
        #expect(evidence[.model].first?["pinned"] == false)
        #expect(evidence[.dataSource].first?["name"] == "vs_1")
        #expect(evidence[.approval].first?["mode"] == "never")
    }

    @Test(arguments: [
        ("", Value.text("none"), "on-risk"), (#", "require_approval": "never""#, "all", "never"),
        (#", "require_approval": {"never": {"tool_names": ["a"]}}"#, "some", "on-risk"),
    ])
    func remoteTools(more: String, approved: Value, mode: String) throws {
        let evidence = try Workspace([
            "request.json": """
            {"model": "gpt-4o", "tools": [{"type": "mcp", "server_label": "shop",
             "server_url": "http://tools.shop.test/mcp", "authorization": "\(MadeUp.openAI)",
             "allowed_tools": ["a"]\(more)}]}
            """
        ]).collect()
        #expect(evidence.faults == [])
        let server = try #require(evidence[.mcpServer].first)
        #expect(server["auto_approved"] == approved)
        #expect(server["tls"] == false)
        #expect(server["line"] == 2)
        #expect(evidence[.approval].first?["mode"] == Value(mode))
        #expect(evidence[.credential].contains { $0["storage"] == "inline" })
        #expect(!evidence.texts.contains { $0.contains(MadeUp.openAI) })
    }

    @Test func foundryVersion() throws {
        let evidence = try Workspace([
            "agent.json": """
            {"object": "agent.version", "name": "shop",
             "definition": {"kind": "prompt", "model": "gpt-4o",
              "instructions": "Help.",
              "tools": [{"type": "web_search_preview"}]}}
            """
        ]).collect()
        #expect(evidence.faults == [])
        #expect(evidence[.agent].first?["product"] == "Azure AI Foundry")
        #expect(evidence[.tool].first?["effect"] == "network")
        #expect(evidence[.instruction].first?["line"] == 3)
    }

    @Test func brokenExportIsRefused() throws {
        let evidence = try Workspace(["a.json": #"{"object": "assistant", "instructions": "#]).collect()
        #expect(evidence.artifact("a.json")?["status"] == "refused")
    }
}
