import Compliance
import Testing

@testable import Collecting

/// Bounds, certificates and settings that checks read.
@Suite struct BoundTests {
    @Test(
        arguments: [
            ("\"settings\": {\"executionTimeout\": 600}", [Value.real(600)]),
            ("\"settings\": {\"executionTimeout\": -1}", [.null]), ("\"settings\": {}", []),
            ("\"settings\": {\"executionTimeout\": \"soon\"}", []),
        ] as [(String, [Value])])
    func timeoutOfAWorkflow(settings: String, expected: [Value]) throws {
        let evidence = try Workspace([
            "flow.json": """
            {"nodes": [{"name": "A", "type": "@n8n/n8n-nodes-langchain.chatTrigger", "parameters": {}}],
             "connections": {},
             \(settings)}
            """
        ]).collect()
        let bounds = evidence[.budget].filter { $0["kind"] == "time" }
        #expect(bounds.map { $0["value"] } == expected)
        #expect(bounds.allSatisfy { $0["line"] == 3 })
    }

    @Test func idleTimeOfABedrockAgent() throws {
        let evidence = try Workspace([
            "template.yaml": """
            Resources:
              Agent:
                Type: AWS::Bedrock::Agent
                Properties:
                  AgentName: shop
                  IdleSessionTTLInSeconds: 1800
            """
        ]).collect()
        #expect(evidence[.budget].map { $0["value"] } == [.real(1800)])
        #expect(evidence[.budget].first?["line"] == 6)
        #expect(evidence.completeness("budget") == ["complete"])
    }

    @Test(
        arguments: [
            ("", [28800.0, 900]), ("lifecycle_configuration: { max_lifetime: 3600 }", [3600, 900]),
            ("lifecycle_configuration: { max_lifetime: null, idle_runtime_session_timeout: 60 }", [28800, 60]),
        ])
    func lifetimeOfAnAgentCoreSession(lifecycle: String, expected: [Double]) throws {
        let evidence = try Workspace([
            ".bedrock_agentcore.yaml": """
            agents:
              shop:
                aws:
                  region: us-east-1
                  \(lifecycle)
            """
        ]).collect()
        #expect(evidence[.budget].map { $0["value"] } == expected.map(Value.real))
    }

    @Test(
        arguments: [
            ("\"0\"", Value.boolean(false)), ("0", .boolean(false)), ("\"1\"", .null), ("\"\"", .null),
        ] as [(String, Value)])
    func certificatesOfALocalServer(variable: String, expected: Value) throws {
        let evidence = try Workspace([
            ".mcp.json": """
            {"mcpServers": {"a": {"command": "npx", "args": ["-y", "mcp-remote@0.1.38", "https://mcp.shop.test/mcp"],
              "env": {"NODE_TLS_REJECT_UNAUTHORIZED": \(variable)}}}}
            """
        ]).collect()
        #expect(evidence[.mcpServer].map { $0["tls_verified"] } == [expected])
    }

    @Test("Settings count as looked at where they are recorded, and as seen in part where the file is broken")
    func settingsAreCovered() throws {
        let card = "{\"protocolVersion\": \"0.3.0\", \"url\": \"https://a.test\", \"skills\": [], \"name\": \"a\"}"
        let good = try Workspace([".well-known/agent-card.json": card]).collect()
        #expect(good.completeness("setting") == ["complete"])
        let broken = try Workspace([".well-known/agent-card.json": String(card.dropLast())]).collect()
        #expect(broken.completeness("setting") == ["partial"])
    }
}
