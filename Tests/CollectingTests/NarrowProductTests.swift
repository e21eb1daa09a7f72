import Compliance
import Testing

@testable import Collecting

/// What one product's files say in a place of their own.
@Suite struct NarrowProductTests {
    @Test func m365ConfirmsByTheMethod() throws {
        let evidence = try Workspace([
            "app/ai-plugin.json": """
            {"$schema": "https://x.test/copilot/plugin/v2.1/schema.json",
             "functions": [{"name": "item_delete"}, {"name": "item_get"}, {"name": "item_post"},
               {"name": "item_put"}],
             "runtimes": [{"type": "OpenApi", "auth": {
               "type": "None"}, "spec": {"url": "./api/openapi.yaml"}}]}
            """,
            "app/api/openapi.yaml": """
            openapi: 3.0.0
            paths:
              /item:
                delete:
                  operationId: item_delete
                  x-openai-isConsequential: false
                get:
                  operationId: item_get
                  x-openai-isConsequential: false
                post:
                  operationId: item_post
                  x-openai-isConsequential: true
            """,
        ]).collect()
        #expect(evidence.faults == [])
        #expect(evidence[.tool].map { $0["approval"].text } == ["on-risk", "on-risk", "always", "on-risk"])
        let flags = evidence[.setting].filter { $0["key"] == "x-openai-isConsequential" }
        #expect(flags.map(\.line) == [6, 12])
        #expect(flags.map { $0["value"].text } == ["false", "true"])
        #expect(flags.allSatisfy { $0.artifact == "app/api/openapi.yaml" })
        let auth = evidence[.setting].first { $0["key"] == "runtimes.auth.type" }
        #expect(auth?["value"] == "None")
        #expect(auth?.line == 5)
        #expect(evidence.artifact("app/api/openapi.yaml")?["status"] == "read")
    }

    /// Flags of a file that no runtime names say nothing, and a broken file is refused.
    @Test(arguments: [("paths: {}", "read"), ("paths: [x-openai-isConsequential", "refused")])
    func m365InterfaceThatSaysNothing(text: String, status: String) throws {
        let evidence = try Workspace([
            "ai-plugin.json": """
            {"$schema": "https://x.test/copilot/plugin/v2.1/schema.json", "functions": [{"name": "item_delete"}],
             "runtimes": [{"type": "OpenApi", "spec": {"url": "openapi.yaml"}}]}
            """, "openapi.yaml": text + " # x-openai-isConsequential",
        ]).collect()
        #expect(evidence.faults == [])
        #expect(evidence[.tool].map { $0["approval"].text } == ["on-risk"])
        #expect(evidence.artifact("openapi.yaml")?["status"] == Value(status))
    }

    static let flow = #"{"nodes": [{"type": "@n8n/n8n-nodes-langchain.agent", "name": "a"}], "connections": {}}"#

    @Test func n8nCredentialsAreRecorded() throws {
        let secret = MadeUp.openAI
        let evidence = try Workspace([
            "n8n/workflows/shop.json": Self.flow,
            "n8n/credentials/a.json": """
            {"id": "x", "name": "Shop database",
             "data": "U2FsdGVkX18bm81Pk18TjmfyKEIbzd91Dt1O8pUPgTxVGk5v1mXp7Q==",
             "type": "postgres", "nodesAccess": []}
            """,
            "n8n/credentials/b.json": """
            [{"name": "Model", "type": "openAiApi", "nodesAccess": [],
              "data": {"apiKey": "\(secret)"}}]
            """,
            "n8n/credentials/c.json": #"{"nodesAccess": [], "data": "x""#,
        ]).collect()
        #expect(evidence.faults == [])
        let rows = evidence[.credential]
        #expect(rows.map { $0["name"].text } == ["Shop database", "apiKey"])
        #expect(rows.map { $0["storage"].text } == ["file", "inline"])
        #expect(rows.map(\.line) == [2, 2])
        #expect(rows.allSatisfy { $0.agent == AgentID("n8n@n8n/workflows#shop") })
        #expect(!evidence.texts.contains { $0.contains(secret) })
        #expect(evidence.artifact("n8n/credentials/a.json")?["status"] == "read")
        #expect(evidence.artifact("n8n/credentials/c.json")?["status"] == "refused")
    }

    /// A file beside all agents is the nearest one's, so that its check is not satisfied.
    @Test func unreadFilesHaveAnAgent() throws {
        let evidence = try Workspace([
            "a/.mcp.json": #"{"mcpServers": {}}"#, "b/c/.mcp.json": #"{"mcpServers": {}}"#,
            "b/d/.crush.json": "{}", "e/.crush.json": "{}",
        ]).collect()
        #expect(evidence.artifact("b/d/.crush.json")?.agent.folder == "b/c")
        #expect(evidence.artifact("e/.crush.json")?.agent.folder == "a")
        let alone = try Workspace(["e/.crush.json": "{}"]).collect()
        #expect(alone.artifact("e/.crush.json")?.agent == AgentID("-"))
    }

    @Test func geminiPolicyOutsideItsFolders() throws {
        let evidence = try Workspace([
            "skills/review/policy.toml": """
            [[rule]]
            toolName = "write_file"
            decision = "allow"

            [[rule]]
            toolName = "run_shell_command"
            commandPrefix = [
              "git log",
              "env",
              "xargs",
              "find",
              "awk",
              "npm install",
              "npm run",
              "npm ci",
              "npm test",
              "gh api",
            ]
            decision = "allow"
            """
        ]).collect()
        #expect(evidence.faults == [])
        #expect(evidence.artifact("skills/review/policy.toml")?["status"] == "read")
        #expect(evidence[.agent].first?["kind"] == "policy-template")
        let rules = evidence[.permission]
        #expect(rules.map(\.line) == [1, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17])
        #expect(rules.allSatisfy { $0["effective"] == true && $0["level"] == "template" })
        let code = "arbitrary-code"
        #expect(
            rules.map { $0["hazard"].text } == [
                "write", "write", code, code, code, code, "install", code, "write", "write", "destructive",
            ])
    }

    /// Names of files are no secrets, and the tools that read stay in the workspace, where they run unasked anyway.
    @Test(arguments: [
        ("read_file", "read"), ("grep_search", "read"), ("glob", "none"), ("list_directory", "none"),
    ])
    func geminiToolsThatRead(tool: String, hazard: String) throws {
        let evidence = try Workspace([
            "skills/review/policy.toml": "[[rule]]\ntoolName = \"\(tool)\"\ndecision = \"allow\"\n"
        ]).collect()
        #expect(evidence[.permission].map { $0["hazard"].text } == [hazard])
    }

    @Test func aProjectsPolicyIsSaidToBeUnreadOnce() throws {
        let rule = "[[rule]]\ntoolName = \"glob\"\ndecision = \"allow\"\n"
        let evidence = try Workspace([
            ".gemini/policies/a.toml": rule + rule + rule + rule.replacing("allow", with: "deny")
        ]).collect()
        let reasons = evidence[.permission].map { $0["reason"].text?.hasSuffix("first rule of the file") }
        #expect(reasons == [false, true, true, false])
    }

    @Test func langflowChecksNoCertificate() throws {
        let evidence = try Workspace([
            "flow.json": """
            {"data": {"edges": [], "nodes": [{"data": {"type": "Store", "node": {"display_name": "S", "template": {
              "verify_certs": {"_input_type": "BoolInput",
                "value": false}, "use_ssl": {"value": true}}}}}]}}
            """
        ]).collect()
        #expect(evidence.faults == [])
        let rows = evidence[.setting].filter { $0["key"] == "verify_certs" }
        #expect(rows.map(\.line) == [3])
        #expect(rows.first?["value"] == "false")
    }

    @Test func difyModerationAndServer() throws {
        let token = MadeUp.letters(14)
        let evidence = try Workspace([
            "app.yml": """
            app: { mode: advanced-chat, name: x }
            kind: app
            workflow:
              features:
                sensitive_word_avoidance:
                  enabled: false
              graph:
                nodes:
                  - data:
                      type: agent
                      title: Agent
                      agent_parameters:
                        mcp_server:
                          value: https://router.mcp.so/sse/\(token)
                  - data:
                      type: agent
                      title: Second
                      agent_parameters:
                        mcp_servers_config:
                          value: '{"shop": {"url": "https://tools.shop.test/\(MadeUp.letters(30))/sse"}}'
            """
        ]).collect()
        #expect(evidence.faults == [])
        #expect(evidence[.guardrail].map(\.line) == [6])
        #expect(evidence[.guardrail].first?["blocking"] == false)
        #expect(evidence[.mcpServer].map { $0["name"].text } == ["router.mcp.so", "shop"])
        #expect(evidence[.mcpServer].allSatisfy { $0["url_secret"] == true })
        #expect(evidence[.credential].map(\.line) == [14, 20])
        #expect(!evidence.texts.contains { $0.contains(token) })
    }

    @Test func langGraphRoutesAreOutside() throws {
        for (more, expected) in [("", Value.boolean(true)), (#", "enable_custom_route_auth": true"#, .null)] {
            let evidence = try Workspace([
                "langgraph.json": """
                {"graphs": {"a": "./a.py:g"}, "dependencies": ["."],
                 "http": {"app": "./x.py:app"\(more)}}
                """
            ]).collect()
            let row = try #require(evidence[.trigger].first { $0.pointer == "/http/app" })
            #expect(row["untrusted"] == expected)
            #expect(row.line == 2)
        }
    }
}
