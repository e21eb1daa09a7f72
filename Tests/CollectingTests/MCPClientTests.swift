import Compliance
import Testing

@testable import Collecting

@Suite struct MCPClientTests {
    @Test func placeIsTheAddress() throws {
        let folder = try Workspace([
            ".vscode/mcp.json": """
            {
              // comments are allowed here
              "servers": {
                "search": {
                  "type": "http",
                  "url": "http://10.0.0.7/mcp",
                  "headers": { "Authorization": "Bearer ${input:key}" }
                },
              }
            }
            """
        ])
        let evidence = try folder.collect()
        let server = try #require(evidence[.mcpServer].first)
        #expect(server["line"] == 6)
        #expect(server["column"] == 14)
        #expect(server["transport"] == "http")
        #expect(server["tls"] == false)
        #expect(server["host_kind"] == "private")
        #expect(server["auth"] == "bearer")
        #expect(server.agent == AgentID("vscode@."))
        #expect(evidence[.credential].first?["storage"] == "prompt")
        #expect(evidence[.credential].first?["line"] == 7)
    }

    @Test func unstatedAuthenticationIsNotKnown() throws {
        let folder = try Workspace([".cursor/mcp.json": #"{"mcpServers": {"a": {"url": "https://mcp.shop.test/mcp"}}}"#]
        )
        let server = try #require(try folder.collect()[.mcpServer].first)
        #expect(server["auth"] == .null)
        #expect(server["tls"] == true)
    }

    @Test func approvalIsRead() throws {
        let folder = try Workspace([
            ".roo/mcp.json": #"{"mcpServers": {"a": {"command": "npx", "args": ["p"], "alwaysAllow": ["read_file"]}}}"#
        ])
        let evidence = try folder.collect()
        #expect(evidence[.mcpServer].first?["auto_approved"] == "some")
        #expect(evidence[.tool].first?["approval"] == "never")
    }

    @Test func templateIsNotCredited() throws {
        let folder = try Workspace([
            ".windsurf/mcp_config.json": #"{"mcpServers": {"a": {"serverUrl": "https://mcp.shop.test/mcp"}}}"#
        ])
        let evidence = try folder.collect()
        #expect(evidence[.agent].first?["kind"] == "policy-template")
        #expect(!evidence[.coverage].contains { $0["completeness"] == "complete" && $0["table_name"] == "mcp_server" })
    }
}
