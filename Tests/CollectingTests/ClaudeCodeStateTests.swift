import Compliance
import Testing

@testable import Collecting

/// `.claude.json`: servers of the user and of single projects, trust, keys; and nothing of what was typed.
@Suite struct ClaudeCodeStateTests {
    private static let key = MadeUp.anthropic
    private static let state = """
        {
          "numStartups": 7, "userID": "u-1",
          "primaryApiKey": "\(key)",
          "oauthAccount": {"emailAddress": "a.person@example.com", "organizationUuid": "o-1"},
          "bypassPermissionsModeAccepted": true,
          "mcpServers": {
            "notes": {"command": "npx", "args": ["-y", "notes-server@1.2.3"]}
          },
          "projects": {
            "/home/a/work": {
              "allowedTools": ["Bash(curl *)", "*"],
              "history": [{"display": "my secret plan"}],
              "hasTrustDialogAccepted": true,
              "disabledMcpServers": ["off"],
              "mcpServers": {
                "tracker": {"type": "http", "url": "http://tracker.example/mcp", "headers": {"X-Api-Key": "${KEY}"}},
                "off": {"command": "x"}
              }
            }
          }
        }
        """

    @Test func serversOfBothLevelsAreRead() throws {
        let found = try Workspace([".claude.json": Self.state]).collect()
        #expect(found.agents == [AgentID("claude-code@.")])
        #expect(found[.agent].first?["level"] == "user")
        let servers = Dictionary(uniqueKeysWithValues: found[.mcpServer].map { ($0["name"].text ?? "", $0) })
        #expect(servers["notes"]?.line == 7)
        #expect(servers["notes"]?["pin"] == "exact")
        #expect(servers["tracker"]?["tls"] == false)
        #expect(servers["tracker"]?.line == 16)
        #expect(servers["tracker"]?.pointer == "/projects/~1home~1a~1work/mcpServers/tracker")
        #expect(servers["tracker"]?["enabled"] == true)
        #expect(servers["off"]?["enabled"] == false)
        #expect(found.artifact(".claude.json")?["kind"] == "claude-code user state")
    }

    @Test func trustRulesAndIdentitiesAreRead() throws {
        let found = try Workspace([".claude.json": Self.state]).collect()
        let settings = Dictionary(uniqueKeysWithValues: found[.setting].map { ($0["key"].text ?? "", $0["value"]) })
        #expect(settings["bypassPermissionsModeAccepted"] == "true")
        #expect(settings["projects.hasTrustDialogAccepted"] == "true")
        #expect(settings["projects.disabledMcpServers"] == "off")
        #expect(settings["numStartups"] == nil)
        let rules = found[.permission].map { [$0["rule"].text, $0["effective"].description] }
        #expect(rules == [["Bash(curl *)", "true"], ["*", "false"]])
        let credentials = Dictionary(uniqueKeysWithValues: found[.credential].map { ($0["name"].text ?? "", $0) })
        #expect(credentials["primaryApiKey"]?["storage"] == "inline")
        #expect(credentials["oauthAccount"]?["principal"] == "a.person@example.com")
        #expect(credentials["X-Api-Key"]?["storage"] == "environment")
    }

    @Test func nothingThatWasTypedAndNoSecretIsKept() throws {
        let texts = try Workspace([".claude.json": Self.state]).collect().texts
        #expect(!texts.contains { $0.contains("my secret plan") || $0.contains(Self.key) })
    }

    @Test func theUsersFileHoldsForTheProjectsOfTheUser() throws {
        let found = try Workspace([
            "home/a/.claude.json": Self.state, "home/a/work/.claude/settings.json": "{}",
        ]).collect()
        #expect(found.agents == [AgentID("claude-code@home/a/work")])
        #expect(found[.mcpServer].map { $0["name"] }.count == 3)
    }

    @Test func deniedServersAreOff() throws {
        let found = try Workspace([
            ".claude.json": Self.state,
            ".claude/settings.json": #"{"permissions": {"deny": ["mcp__notes", "Bash(curl *)"]}}"#,
        ]).collect()
        #expect(found[.mcpServer].first { $0["name"] == "notes" }?["enabled"] == false)
        #expect(found[.permission].first { $0["effect"] == "allow" }?["effective"] == false)
    }

    @Test(arguments: ["{", "[]", "", "{\"projects\": [1], \"mcpServers\": 3, \"oauthAccount\": \"x\"}"])
    func brokenFilesAreNoPass(text: String) throws {
        let found = try Workspace([".claude.json": text]).collect()
        #expect(found[.mcpServer].isEmpty && found.faults.isEmpty)
        if text.count < 3 { #expect(found.completeness("mcp_server") == ["partial"]) }
    }

    @Test func newerVersionsPassOverBypassOfARepository() throws {
        let settings = #"{"permissions": {"defaultMode": "bypassPermissions"}}"#
        let open = try Workspace([".claude/settings.json": settings]).collect()
        let row = try #require(open[.setting].first { $0["key"] == "permissions.defaultMode" })
        #expect(row["status"] == "in-force")
        #expect(row["reason"].text?.contains("2.1.257") == true)
        #expect(open[.approval].allSatisfy { $0["mode"] == "never" })
        for (version, status, mode) in [
            ("2.1.257", "not-honoured", "always"), ("2.2.0", "not-honoured", "always"),
            ("2.1.256", "in-force", "never"), ("x", "in-force", "never"),
        ] {
            let bound = try Workspace([
                "repo/.claude/settings.json": settings,
                "etc/claude-code/managed-settings.json": #"{"requiredMinimumVersion": "\#(version)"}"#,
            ]).collect()
            let found = bound[.setting].first { $0["key"] == "permissions.defaultMode" }
            #expect(found?["status"].text == status)
            #expect(bound[.approval].first { $0["covers"] == "any" }?["mode"].text == mode)
        }
    }
}
