import Compliance
import Testing

@testable import Collecting

@Suite struct ComposeTests {
    private func service(_ lines: String, rest: String = "") throws -> Evidence {
        let body = lines.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
        return try Workspace(["compose.yaml": "services:\n  agent:\n    image: n8nio/n8n\n\(body)\n\(rest)"]).collect()
    }

    @Test func openContainer() throws {
        let evidence = try service(
            """
            privileged: true
            network_mode: host
            user: root
            volumes:
              - /var/run/docker.sock:/var/run/docker.sock
              - ./data:/data
            cap_add: [SYS_ADMIN]
            ports: ["5678:5678", "127.0.0.1:9:9"]
            environment:
              - OPENAI_API_KEY=\(MadeUp.openAI)
              - MCP_SERVER_URL=http://tools:8080/sse
              - OTEL_EXPORTER_OTLP_ENDPOINT=http://otel:4318
            """)
        #expect(evidence.faults == [])
        #expect(evidence.agents == [AgentID("compose@.#agent")])
        #expect(evidence[.agent].first?["product"] == "n8n in Docker Compose")
        let sandbox = try #require(evidence[.sandbox].first)
        #expect(sandbox["escapable"] == true)
        #expect(sandbox["weakened"] == true)
        #expect(sandbox["network"] == "open")
        #expect(sandbox["runs_as_root"] == true)
        #expect(sandbox["capabilities"] == "all")
        #expect(sandbox["line"] == 4)
        let socket = try #require(evidence[.credential].first { $0["detector"] == "docker-socket" })
        #expect(socket["principal"] == "root")
        #expect(socket["line"] == 8)
        #expect(evidence[.credential].contains { $0["storage"] == "inline" && $0["line"] == 13 })
        #expect(evidence[.trigger].map { $0["untrusted"] } == [.null, false])
        #expect(evidence[.trigger].map(\.line) == [11, 11])
        #expect(evidence[.mcpServer].first?["tls"] == false)
        #expect(evidence[.telemetry].first?["destination"] == "http://otel:4318")
        #expect(evidence[.budget].map { $0["value"] } == [.null, .null])
        #expect(!evidence.texts.contains { $0.contains(MadeUp.openAI) })
    }

    @Test func closedContainer() throws {
        let evidence = try service(
            """
            read_only: true
            user: "1000:1000"
            cap_drop: [ALL]
            networks: [inner]
            secrets: [key, ext]
            deploy: { resources: { limits: { memory: 512m, cpus: "0.5" } } }
            """, rest: "networks: { inner: { internal: true } }\nsecrets: { key: { file: k }, ext: { external: true } }"
        )
        #expect(evidence.faults == [])
        let sandbox = try #require(evidence[.sandbox].first)
        #expect(sandbox["escapable"] == false)
        #expect(sandbox["weakened"] == false)
        #expect(sandbox["network"] == "allowlist")
        #expect(sandbox["filesystem"] == "read-only")
        #expect(sandbox["runs_as_root"] == false)
        #expect(sandbox["capabilities"] == "dropped")
        #expect(evidence[.budget].map { $0["value"] } == [.real(536_870_912), .real(0.5)])
        #expect(evidence[.budget].map(\.line) == [9, 9])
        #expect(evidence[.credential].map { $0["storage"].text } == ["file", "vault"])
        #expect(evidence[.component].first?["pin"] == "none")
    }

    @Test(arguments: [
        ("image: n8nio/n8n:1.0.0", "application"), ("image: mcp/fetch@sha256:abc", "mcp-server"),
        ("build: .\n    command: claude -p hello", "application"),
        ("image: node\n    command: [npx, -y, '@shop/mcp-files']", "mcp-server"),
        ("image: own\n    environment: { ANTHROPIC_API_KEY: '${KEY}' }", "application"),
    ])
    func whatIsAnAgent(lines: String, kind: String) throws {
        let evidence = try Workspace(["c.yml": "services:\n  a:\n    \(lines)\n  db: { image: postgres }\n"]).collect()
        #expect(evidence.faults == [])
        #expect(evidence[.agent].map { $0["kind"].text } == [kind])
    }

    @Test func otherServicesAreLeftAlone() throws {
        let evidence = try Workspace(["c.yml": "services:\n  claude-db:\n    image: postgres\n"]).collect()
        #expect(evidence[.artifact].isEmpty)
    }

    @Test func whatStandsBesideAnAgentIsTold() throws {
        let evidence = try Workspace([
            "compose.yaml": """
            services:
              agent:
                image: n8nio/n8n:1.2.3
                environment: [MCP_SERVER_URL=http://tools:8080/sse, MCP_OTHER_URL=http://elsewhere.shop.test/sse]
              tools: { build: ./tools }
              store:
                image: mongo:latest
                ports: ["27017:27017", "127.0.0.1:1:1"]
                environment:
                  - MONGO_INITDB_ROOT_PASSWORD=password
                  - OTHER_PASSWORD=${OTHER}
              other:
                image: postgres
                environment: { POSTGRES_PASSWORD: \(MadeUp.password), PGDATA: /data }
            """
        ]).collect()
        #expect(evidence.faults == [])
        #expect(evidence.agents == [AgentID("compose@.#agent")])
        let images = evidence[.component].filter { $0["kind"] == "image" }
        #expect(images.map { $0["name"].text } == ["n8nio/n8n", "mongo", "postgres"])
        #expect(images.map(\.line) == [3, 7, 13])
        let secrets = evidence[.credential].filter { $0["storage"] == "inline" }
        #expect(secrets.map { $0["holder"].text } == ["store", "other"])
        #expect(secrets.map { $0["detector"].text } == ["guessable", "named-password"])
        #expect(secrets.map { $0["name"].text } == ["MONGO_INITDB_ROOT_PASSWORD", "POSTGRES_PASSWORD"])
        #expect(secrets.map(\.line) == [10, 14])
        let ports = evidence[.setting].filter { $0["key"] == "ports" }
        #expect(ports.map { $0["value"].text } == ["27017:27017", "127.0.0.1:1:1"])
        #expect(evidence[.mcpServer].map { $0["host_kind"].text } == ["loopback", "public"])
        #expect(!evidence.texts.contains { $0.contains(MadeUp.password) })
    }

    @Test func aBrokenNeighbourTellsNothing() throws {
        let evidence = try Workspace([
            "compose.yaml": "services:\n  a: { image: n8nio/n8n }\n  b: x\n  c: { ports: 5, image: [x] }\n  d: ~\n"
        ]).collect()
        #expect(evidence.faults == [])
        #expect(evidence[.component].map { $0["name"].text } == ["n8nio/n8n", "c"])
        #expect(!evidence[.setting].contains { $0["key"] == "ports" })
    }

    @Test func brokenFileIsReported() throws {
        let evidence = try Workspace([
            "a.yml": "services:\n  a: { image: n8nio/n8n }\n", "b.yml": "services: [ n8nio/n8n",
        ]).collect()
        #expect(evidence.artifact("b.yml")?["status"] == "refused")
        #expect(evidence.completeness("sandbox") == ["partial"])
    }
}
