import Compliance
import Testing

@testable import Collecting

@Suite struct DockerMCPTests {
    @Test func gateway() throws {
        let evidence = try Workspace([
            "compose.yaml": """
            services:
              web: { image: "nginx" }
              gate:
                image: docker/mcp-gateway:latest
                use_api_socket: true
                command:
                  - --servers=fetch,brave
                  - --block-secrets=false
                  - --log-calls=false
                environment:
                  - MCP_GATEWAY_AUTH_TOKEN=\(MadeUp.github)
            models:
              m: { model: "ai/qwen3:14B" }
            """
        ]).collect()
        #expect(evidence.faults == [])
        #expect(evidence[.mcpServer].map { $0["name"].text } == ["fetch", "brave"])
        #expect(evidence[.mcpServer].first?["line"] == 7)
        #expect(evidence[.mcpServer].map { $0["sends"].boolean } == [true, false])
        #expect(evidence[.mcpServer].allSatisfy { $0["auto_approved"] == "all" })
        #expect(evidence[.sandbox].first?["line"] == 7)
        #expect(evidence[.guardrail].isEmpty)
        #expect(evidence[.telemetry].first?["enabled"] == false)
        #expect(evidence[.telemetry].first?["line"] == 9)
        #expect(evidence[.component].map { $0["pin"].text } == ["none", "none"])
        #expect(evidence[.component].map { $0["name"].text } == ["nginx", "docker/mcp-gateway"])
        #expect(evidence[.sandbox].first?["network"] == "open")
        #expect(evidence[.credential].contains { $0["scope_breadth"] == "any" && $0["line"] == 5 })
        #expect(evidence[.model].first?["pinned"] == false)
        #expect(!evidence.texts.contains { $0.contains(MadeUp.github) })
    }

    @Test func catalog() throws {
        let evidence = try Workspace([
            "catalog.yaml": """
            registry:
              files:
                type: server
                image: mcp/files@sha256:00ff
                volumes: ["/:/host"]
                secrets: [{ name: files.token, env: FILES_TOKEN }]
                tools: [{ name: delete_file }]
                allowHosts: ["api.shop.test:443"]
              far:
                type: remote
                remote: { url: "http://mcp.shop.test/sse", transport_type: sse }
            """
        ]).collect()
        #expect(evidence.faults == [])
        #expect(evidence[.mcpServer].map { $0["pin"].text } == ["digest", nil])
        #expect(evidence[.mcpServer].first?["filesystem_reach"] == "root")
        #expect(evidence[.mcpServer].last?["tls"] == false)
        #expect(evidence[.mcpServer].last?["line"] == 11)
        #expect(evidence[.tool].first?["effect"] == "destructive")
        #expect(evidence[.egress].first?["destination"] == "api.shop.test")
        #expect(evidence[.credential].first?["storage"] == "vault")
    }
}
