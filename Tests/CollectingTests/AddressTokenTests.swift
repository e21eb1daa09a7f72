import Compliance
import Testing

@testable import Collecting

/// Tokens in the paths of addresses are secrets, and no text shows them.
@Suite struct AddressTokenTests {
    static let uuid = "3f2a91c0-4d5e-4f60" + "-8a7b-9c0d1e2f3a4b"
    static let hex = "9f2c1e7d4b6a8053" + "c1d2e3f405162738"

    @Test(arguments: [
        ("https://router.mcp.so/sse/", uuid, ""), ("https://router.mcp.so/sse/", "q7rt2lw9xk4zb8", ""),
        ("https://mcp.zapier.com/api/mcp/s/", MadeUp.letters(40), "/mcp"),
        ("https://mcp.zapier.com/api/mcp/s/", MadeUp.letters(40) + "%3D", "/mcp"),
        ("https://tools.shop.test/", hex, "/sse"), ("https://tools.shop.test/a/", MadeUp.letters(24), ""),
        ("wss://tools.shop.test/", "aB3-xY9_kLm2pQr8StUv", "/mcp?version=2"),
        ("https:\\/\\/router.mcp.so\\/sse\\/", uuid, "\\/x"),
    ])
    func areFound(before: String, token: String, after: String) throws {
        let url = before + token + after
        let found = try #require(SecretScanner.detect(key: "url", value: url))
        #expect(String(url[found.range]) == token)
        #expect(found.name == "url-path-token")
        #expect(MCPServer.hasSecret(url) == true)
        for text in [url, "say `value: \(url)` twice: \(url)", "- \"\(url)\",", "npx mcp-remote \(url) --debug"] {
            #expect(!Redaction.redact(text).contains(token), "\(text)")
        }
    }

    /// An identifier may be a project's: it is not shown, and not called a secret.
    @Test(arguments: ["http://localhost:7860/api/v1/mcp/project/", "https://tools.shop.test/"])
    func loneIdentifierIsHidden(before: String) {
        let url = before + Self.uuid + "/sse"
        #expect(SecretScanner.detect(key: "url", value: url) == nil)
        #expect(MCPServer.hasSecret(url) == nil)
        #expect(Redaction.redact(url) == before + "[redacted id]/sse")
    }

    @Test(arguments: [
        "https://mcp.shop.test/v1/model-context-protocol-server-2024-11-05/mcp", "https://mcp.zapier.com/api/mcp/mcp",
        "https://raw.githubusercontent.com/a/b/9f2c1e7d4b6a8053c1d2e3f4051627384950abcd/schema.json",
        "https://git.shop.test/a/b/commit/9f2c1e7d4b6a8053c1d2e3f4051627384950abcd",
        "https://registry.npmjs.org/@modelcontextprotocol/server-sequential-thinking/-/server-1.2.3.tgz",
        "https://mcp.zapier.com/api/mcp/s/${ZAPIER_TOKEN}/mcp", "https://mcp.zapier.com/api/mcp/s/<your-token-1>/mcp",
        "https://x.openai.azure.com/openai/deployments/gpt-4o-mini-2024-07-18/chat/completions",
        "https://learn.microsoft.com/en-us/microsoft-365-copilot/extensibility/api-plugin-confirmation-prompts",
        "https://developer.microsoft.com/json-schemas/copilot/declarative-agent/v1.6/schema.json",
        "https://shop.test/MyVeryLongCamelCaseServerName2/getEverythingFromTheShop", "https://a.test/n8n-webhook2",
        "https://a.test/claude-3-5-sonnet-20241022-v2", "https://a.test/agent-builder-us-east1-prod-v2/mcp",
        "https://json.schemastore.org/claude-code-settings.json", "https://a.test/projects/1234567890123456789012345",
        "arn:aws:iam::123456789012:role/agent", "not an address " + hex,
    ])
    func ordinaryWordsStay(text: String) {
        #expect(Redaction.redact(text) == text)
        #expect(SecretScanner.detect(key: "url", value: text) == nil)
        #expect(MCPServer.hasSecret(text) == false)
    }

    /// A client's file and a canvas: a row of the server, one of the credential, and the token in no text.
    @Test func filesGiveNothingAway() throws {
        let token = MadeUp.letters(40)
        let evidence = try Workspace([
            ".cursor/mcp.json": """
            {"mcpServers": {
              "zap": {"url": "https://mcp.zapier.com/api/mcp/s/\(token)/mcp"},
              "shop": {"url": "http://tools.shop.test:8080/\(Self.uuid)/sse"},
              "remote": {"command": "npx", "args": ["-y", "mcp-remote@0.1.2",
                "https://tools.shop.test/\(token)/mcp"]}
            }}
            """
        ]).collect()
        #expect(evidence.faults == [])
        let servers = evidence[.mcpServer]
        #expect(servers.first { $0["name"] == "zap" }?["url_secret"] == true)
        #expect(servers.first { $0["name"] == "zap" }?["auth"] == "query")
        #expect(servers.first { $0["name"] == "shop" }?["url_secret"] == Value.null)
        let held = evidence[.credential].filter { $0["storage"] == "inline" }
        #expect(held.map(\.line) == [2, 5])
        #expect(held.allSatisfy { $0["detector"] == "url-path-token" })
        #expect(!evidence.texts.contains { $0.contains(token) || $0.contains(Self.uuid) })
    }

    /// What only looks a little like a token is hidden, and not called one.
    @Test func doubtfulPartsAreHidden() {
        let url = "https://tools.shop.test/a1bcdefghijk2lmnopqrs/sse"
        #expect(Redaction.redact(url) == "https://tools.shop.test/[redacted id]/sse")
        #expect(MCPServer.hasSecret(url) == nil)
        #expect(SecretScanner.detect(key: "url", value: url) == nil)
    }

    @Test func hostileAddressesEnd() {
        let text = String(repeating: "https://a.test/" + Self.uuid + " ", count: 2_000)
        #expect(!Redaction.redact(text).contains(Self.uuid))
        #expect(AddressToken.all(in: "://").isEmpty)
        #expect(AddressToken.all(in: "https:///" + String(repeating: "/", count: 100_000)).isEmpty)
    }
}
