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

    @Test(
        arguments: [
            (".agents/mcp_config.json", "antigravity@.", "complete", nil),
            ("home/u/.gemini/antigravity/mcp_config.json", "antigravity@home/u", "complete", nil),
            (".claude/mcp_config.json", "mcp@.", "partial", "Claude Code reads .mcp.json, not this file"),
            ("x/mcp_config.json", "mcp@x", "partial", "no known client reads a file of this name here"),
        ] as [(String, String, String, String?)])
    func whoReadsAFileIsSaid(path: String, agent: String, completeness: String, reason: String?) throws {
        let evidence = try Workspace([path: #"{"mcpServers": {"a": {"command": "npx", "args": ["p"]}}}"#]).collect()
        #expect(evidence.agents == [AgentID(agent)])
        #expect(evidence.completeness("mcp_server").map(\.text) == [completeness])
        let told = evidence[.coverage].first { $0["table_name"] == "mcp_server" }?["reason"].text
        #expect(told == reason.map { "\(path): \($0)" })
        #expect(evidence[.mcpServer].count == 1)
    }

    @Test(
        arguments: [
            (#""github": {"command": "npx", "args": ["-y", "@modelcontextprotocol/server-github"]}"#, true, true, true),
            (#""x": {"command": "npx", "args": ["tavily-mcp@1.0.0"]}"#, true, false, false),
            (#""db": {"command": "uvx", "args": ["mcp-server-postgres"]}"#, false, false, true),
            (
                #""b": {"command": "npx", "args": ["-y", "@modelcontextprotocol/server-brave-search"]}"#, true, false,
                false
            ),
            (#""gh": {"url": "https://api.githubcopilot.com/mcp/"}"#, true, true, true),
            (#""code": {"command": "uvx", "args": ["git+https://github.com/shop/indexer"]}"#, nil, nil, nil),
            (#""own": {"command": "node", "args": ["server.js"]}"#, nil, nil, nil),
            (#""github": {"url": "https://mcp.github.test/mcp", "includeTools": ["get_issue"]}"#, nil, nil, nil),
        ] as [(String, Bool?, Bool?, Bool?)])
    func whatWellKnownServersDo(server: String, reads: Bool?, sends: Bool?, holds: Bool?) throws {
        let evidence = try Workspace([".cursor/mcp.json": "{\"mcpServers\": {\(server)}}"]).collect()
        let row = try #require(evidence[.mcpServer].first)
        #expect(row["reads_untrusted"].boolean == reads)
        #expect(row["sends"].boolean == sends)
        #expect(row["holds_private"].boolean == holds)
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
