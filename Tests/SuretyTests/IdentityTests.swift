import Foundation
import Testing

/// `surety identities`: the same identity is one row, whoever holds it, and what is not known is not good.
@Suite struct IdentityTests {
    private func inventory(_ files: [String: String]) throws -> (rows: [[String: Any]], summary: String, code: Int32) {
        let scene = try OutsideScene(files)
        let json = try scene.run(["identities", "repo", "--format", "json"])
        let rows = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]] ?? []
        return (rows, try scene.run(["identities", "repo"]).output, json.code)
    }

    @Test func oneVariableOfTwoServersIsOneIdentity() throws {
        let found = try inventory([
            "repo/.mcp.json": """
            {"mcpServers": {
              "a": {"command": "npx", "args": ["a@1.0.0"], "env": {"GITHUB_TOKEN": "${GITHUB_TOKEN}"}},
              "b": {"command": "npx", "args": ["b@1.0.0"], "env": {"GITHUB_TOKEN": "${GITHUB_TOKEN}"}},
              "c": {"command": "npx", "args": ["c@1.0.0"], "env": {"SHOP_KEY": "${SHOP_KEY}"}}}}
            """,
            "repo/statements.yaml": "agents:\n  - owner: Ops\n",
        ])
        #expect(found.code == 0)
        #expect(found.rows.map { $0["identity"] as? String } == ["GITHUB_TOKEN", "SHOP_KEY"])
        #expect(found.rows.first?["holders"] as? String == "a, b")
        #expect(found.rows.first?["owners"] as? String == "Ops")
        #expect(found.rows.allSatisfy { $0["lifetime"] as? String == "not known" && $0["breadth"] is NSNull })
        #expect(found.summary.contains("2 identities behind 1 agents; 1 people named for them"))
        #expect(found.summary.contains("2 of unknown lifetime"))
    }

    @Test func noAgentIsNoInventory() throws {
        let found = try inventory(["repo/readme.txt": "x"])
        #expect(found.code == 2 && found.rows.isEmpty)
        #expect(found.summary.hasPrefix("No agent was found"))
    }

    @Test func noIdentityIsNoAllClear() throws {
        let found = try inventory(["repo/.claude/settings.json": "{}"])
        #expect(found.code == 0 && found.summary.contains("was not looked at"))
    }
}
