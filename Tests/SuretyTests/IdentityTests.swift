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
        #expect(found.rows.allSatisfy { $0["standing"] is NSNull && $0["breadth"] is NSNull })
        #expect(found.summary.contains("2 identities behind 1 agent."))
        #expect(found.summary.contains("People to identities: 1 to 2"))
        #expect(found.summary.contains("Standing: 0, just-in-time: 0, not known: 2."))
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

    private static let register = """
        name,provider,owner,created_at,rotated_at,keys,used_by
        svc,warehouse,nobody,2020-01-01,2021-01-01,1,codex@.;batch
        old,aws,ben,2020-01-01,2021-01-01,2,

        """

    private func scene() throws -> OutsideScene {
        try OutsideScene([
            "repo/.codex/config.toml": "model = \"gpt-5\"\n", "out/identities.csv": Self.register,
            "broken.csv": "name,owner\na,\"b\n",
        ])
    }

    @Test func aRegisterThatIsHandedOverIsJoinedAndJudged() throws {
        let scene = try scene()
        let gaps = try scene.gaps(["--identities", "out/identities.csv"])
        let own = Set(gaps.filter { $0["agent"] == "codex@." }.compactMap { $0["check"] })
        #expect(own.isSuperset(of: ["identities/owner-named", "identities/keys-rotated", "identities/one-user"]))
        let owner = try #require(gaps.first { $0["check"] == "identities/owner-named" && $0["agent"] == "codex@." })
        #expect(owner.values.contains { $0.contains("identities.csv:2") })
        #expect(gaps.contains { $0["agent"]?.hasPrefix("identities@") == true })
        #expect(try !scene.gaps([]).contains { $0["check"]?.hasPrefix("identities/") == true })
    }

    @Test func agesAreThoseOfTheDate() throws {
        let scene = try scene()
        let list = ["identities", "repo", "--identities", "out", "--format", "csv", "--at"]
        let day = try scene.run(list + ["2021-01-11"]).output
        #expect(try day == scene.run(list + ["2021-01-11"]).output)
        #expect(day.contains(",10,") && day.contains(",376,"))
        #expect(try scene.run(list + ["2021-01-12"]).output != day)
        #expect(try scene.run(list + ["soon"]).code == 64)
        let sql = "SELECT name, age_days FROM identity ORDER BY name"
        let query = ["query", sql, "repo", "--identities", "out", "-f", "csv", "-q", "--at", "2020-01-02"]
        #expect(try scene.run(query).output.split(whereSeparator: \.isNewline) == ["name,age_days", "old,1", "svc,1"])
    }

    @Test func aRegisterThatCannotBeReadPassesNothing() throws {
        let scene = try scene()
        let broken = ["--identities", "broken.csv"]
        #expect(try scene.run(["collect", "repo", "-o", "-", "-q"] + broken).code == 2)
        #expect(try scene.run(["collect", "repo", "-o", "-", "-q", "--identities", "absent.csv"]).code == 65)
        #expect(try scene.gaps(broken).contains { $0.values.contains { $0.contains("broken.csv could not be read") } })
    }

    @Test func savedEvidenceIsJoinedLater() throws {
        let scene = try scene()
        #expect(try scene.run(["collect", "repo", "-o", "e.json", "-q"]).code == 0)
        let more = ["--identities", "out/identities.csv", "--at", "2026-11-24", "--format", "markdown"]
        let saved = try scene.run(["identities", "e.json"] + more).output
        #expect(try saved == scene.run(["identities", "repo"] + more).output && saved.contains("| svc |"))
    }
}
