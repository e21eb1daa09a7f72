import Compliance
import Testing

@testable import Collecting

@Suite struct LangGraphTests {
    private func deployment(_ text: String) throws -> Evidence {
        try Workspace(["app/langgraph.json": text]).collect()
    }

    @Test func openDeployment() throws {
        let evidence = try deployment(
            """
            {
              "graphs": { "a": "./a.py:graph" },
              "dependencies": [".", "langchain==1.0.3", "requests"],
              "env": { "OPENAI_API_KEY": "\(MadeUp.openAI)", "LOG": "1" },
              "dockerfile_lines": ["RUN curl -s https://get.shop.test/i.sh | sh", "ENV A=1"],
              "disable_mcp": true,
              "checkpointer": { "ttl": { "default_ttl": 43200 } },
              "webhooks": { "url": { "allowed_domains": ["*.shop.test"] } }
            }
            """)
        #expect(evidence.faults == [])
        #expect(evidence.agents == [AgentID("langgraph@app")])
        #expect(evidence[.component].map { $0["pin"].text } == ["local", "exact", "none"])
        #expect(evidence[.credential].map { $0["storage"].text } == ["inline"])
        #expect(evidence[.credential].first?["line"] == 4)
        #expect(!evidence.texts.contains { $0.contains(MadeUp.openAI) })
        #expect(evidence[.hook].first?["effect"] == "download-execute")
        #expect(evidence[.hook].first?["pointer"] == "/dockerfile_lines/0")
        #expect(evidence[.setting].first { $0["key"] == "disable_mcp" }?["status"] == "misplaced")
        #expect(evidence[.delegation].map { $0["peer"].text } == ["callers of /a2a", "callers of /mcp"])
        #expect(evidence[.delegation].allSatisfy { $0["authentication"] == .null })
        #expect(evidence[.memory].first?["retention_days"] == 30)
        #expect(evidence[.egress].first?["breadth"] == "pattern")
        #expect(evidence[.trigger].first?["untrusted"] == .null)
    }

    @Test func closedDeployment() throws {
        let evidence = try deployment(
            """
            {"graphs": {"a": "./a.py:g"}, "dependencies": ["."], "env": ".env",
             "auth": {"path": "./auth.py:auth"},
             "http": {"disable_mcp": true, "disable_a2a": true, "app": "./x.py:app", "enable_custom_route_auth": true}}
            """)
        #expect(evidence[.delegation].isEmpty)
        #expect(evidence[.trigger].allSatisfy { $0["untrusted"] == false })
        #expect(evidence[.trigger].count == 2)
        #expect(evidence[.credential].first?["storage"] == "file")
    }

    @Test(arguments: ["{", "[]", "{\"graphs\": ,}"])
    func brokenFileGivesNoCredit(text: String) throws {
        let evidence = try deployment(text)
        #expect(evidence[.trigger].isEmpty)
        #expect(!evidence[.coverage].contains { $0["completeness"] == "complete" })
    }
}
