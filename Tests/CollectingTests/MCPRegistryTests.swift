import Compliance
import Testing

@testable import Collecting

@Suite struct MCPRegistryTests {
    @Test func packagesAndRemotes() throws {
        let evidence = try Workspace([
            "server.json": """
            {
              "$schema": "https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json",
              "name": "test.shop/search", "version": "1.2.0",
              "packages": [
                { "registryType": "npm", "identifier": "@shop/search", "version": "1.2.0",
                  "transport": { "type": "stdio" },
                  "environmentVariables": [{ "name": "SHOP_TOKEN", "isSecret": true, "isRequired": true }, { "name": "LOG" }] },
                { "registryType": "oci", "transport": { "type": "stdio" },
                  "identifier": "ghcr.io/shop/search:latest",
                  "runtimeArguments": [{ "type": "named", "name": "-v", "value": "/:/host" }] },
                { "registryType": "mcpb", "identifier": "https://shop.test/a.mcpb", "fileSha256": "00ff",
                  "transport": { "type": "stdio" } }
              ],
              "remotes": [{ "type": "sse", "url": "http://mcp.shop.test/sse" }]
            }
            """
        ]).collect()
        #expect(evidence.faults == [])
        #expect(evidence[.agent].first?["kind"] == "mcp-server")
        #expect(evidence[.mcpServer].map { $0["pin"].text } == ["exact", "none", "digest", nil])
        #expect(evidence[.mcpServer].map { $0["line"].integer } == [5, 9, 11, 14])
        #expect(evidence[.mcpServer][1]["filesystem_reach"] == "root")
        #expect(evidence[.mcpServer][3]["tls"] == false)
        #expect(evidence[.mcpServer][3]["auth"] == .null)
        #expect(evidence[.credential].map { $0["name"].text } == ["SHOP_TOKEN"])
    }

    @Test func aTemplateOfAReleaseAndAnOptionalSecret() throws {
        let evidence = try Workspace([
            "server.json": """
            {
              "$schema": "https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json",
              "name": "test.shop/search", "version": "${VERSION}",
              "packages": [
                { "registryType": "oci", "transport": { "type": "stdio" },
                  "identifier": "ghcr.io/shop/search:${VERSION}",
                  "runtimeArguments": [{ "type": "named", "name": "-e", "value": "TOKEN={token}",
                    "variables": { "token": { "isSecret": true, "isRequired": false } } }] },
                { "registryType": "npm", "identifier": "@shop/search", "version": "${VERSION}",
                  "transport": { "type": "stdio" },
                  "environmentVariables": [{ "name": "SHOP_TOKEN", "isSecret": true }] }
              ]
            }
            """
        ]).collect()
        #expect(evidence.faults == [])
        #expect(evidence[.mcpServer].map { $0["pin"] } == [.null, .null])
        #expect(evidence[.credential].isEmpty)
    }

    @Test func otherServerFilesAreLeftAlone() throws {
        #expect(try Workspace(["server.json": #"{"port": 80, "name": "a/b"}"#]).collect()[.artifact].isEmpty)
    }
}
