import Compliance
import Testing

@testable import Collecting

/// No secret of the input stands in any value or excerpt of the evidence.
@Suite struct SecrecyTests {
    @Test func serversGiveNothingAway() throws {
        let escaped = MadeUp.plain.replacing("q", with: "\\u0071")
        let folder = try Workspace([
            ".cursor/mcp.json": """
            {"mcpServers": {
              "one": {"command": "npx", "args": ["-y", "pkg", "--api-key", "\(MadeUp.plain)"]},
              "two": {"command": "npx", "args": ["pkg", "--token=\(MadeUp.letters(25))"],
                      "env": {"DB_PASSWORD": "\(MadeUp.password)", "A": "\(MadeUp.github)", "B": "\(MadeUp.aws)"}},
              "three": {"url": "https://mcp.shop.test/sse?api_key=\(MadeUp.letters(26))",
                        "headers": {"Authorization": "Bearer \(MadeUp.letters(27))"}},
              "four": {"command": "sh", "args": ["-c", "TOKEN=\(MadeUp.letters(29)) run \(MadeUp.slack) \(MadeUp.npm)"]},
              "five": {"command": "x", "env": {"API_KEY": "\(escaped)"}},
              "six": {"command": "docker", "args": ["run", "-e", "DB_PASSWORD=\(MadeUp.passphrase)", "img"]}
            }}
            """
        ])
        let evidence = try folder.collect()
        #expect(evidence[.mcpServer].count == 6)
        #expect(evidence.faults.isEmpty)
        let secrets = [
            MadeUp.plain, MadeUp.letters(25), MadeUp.password, MadeUp.github, MadeUp.aws, MadeUp.letters(26),
            MadeUp.letters(27), MadeUp.letters(29), MadeUp.slack, MadeUp.npm, escaped, MadeUp.passphrase,
        ]
        for secret in secrets {
            let leak = evidence.texts.first { $0.contains(secret) }
            #expect(leak == nil)
        }
        let inline = Set(evidence[.credential].filter { $0["storage"] == "inline" }.compactMap { $0["holder"].text })
        #expect(inline == ["one", "two", "three", "four", "five", "six"])
    }

    /// An export of n8n is only as secret as a passphrase that stands in its examples.
    @Test func ciphertextIsNotShown() throws {
        let blob = "U2FsdGVkX1" + MadeUp.letters(40)
        let folder = try Workspace([
            "flows/w.json": """
            {"name": "x", "nodes": [{"name": "Agent", "type": "@n8n/n8n-nodes-langchain.agent", "parameters": {},
              "credentials": {"api": {"id": "7", "name": "Shop"}}}], "connections": {}}
            """,
            "flows/c.json": """
            {"id": "7", "name": "Shop",
             "data": "\(blob)", "type": "httpHeaderAuth"}
            """,
        ])
        let evidence = try folder.collect()
        #expect(evidence[.credential].contains { $0["detector"] == "encrypted export" && $0["line"] == 2 })
        #expect(!evidence.texts.contains { $0.contains(blob) })
    }

    @Test func codexGivesNothingAway() throws {
        let folder = try Workspace([
            ".codex/config.toml": """
            notify = ["curl", "-H", "Authorization: Bearer \(MadeUp.plain)", "https://x.test"]
            [shell_environment_policy.set]
            DB_PASSWORD = "\(MadeUp.password)"
            [mcp_servers.a]
            url = "https://mcp.shop.test/mcp"
            http_headers = { "X-Api-Key" = "\(MadeUp.letters(26))" }
            [otel.exporter.otlp-http]
            endpoint = "https://otel.test/v1"
            headers = { "x-otel-token" = "\(MadeUp.letters(27))" }
            """
        ])
        let evidence = try folder.collect()
        for secret in [MadeUp.plain, MadeUp.password, MadeUp.letters(26), MadeUp.letters(27)] {
            #expect(!evidence.texts.contains { $0.contains(secret) })
        }
        #expect(evidence[.credential].contains { $0["name"] == "X-Api-Key" && $0["storage"] == "inline" })
    }
}
