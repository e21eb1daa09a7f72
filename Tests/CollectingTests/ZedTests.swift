import Compliance
import Testing

@testable import Collecting

@Suite struct ZedTests {
    private static let path = "home/ann/.config/zed/settings.json"

    private func collect(_ text: String) throws -> Evidence { try Workspace([Self.path: text]).collect() }

    private func gate(_ evidence: Evidence, _ covers: String) -> String? {
        evidence[.approval].first { $0["covers"].text == covers }?["mode"].text
    }

    @Test(arguments: [
        (#"{"agent": {}}"#, "always"), (#"{"agent": {"always_allow_tool_actions": true}}"#, "never"),
        (#"{"agent": {"tool_permissions": {"default": "allow"}}}"#, "never"),
        (
            #"{"agent": {"tool_permissions": {"default": "allow", "tools": {"terminal": {"default": "confirm"}}}}}"#,
            "always"
        ),
        (#"{"agent": {"always_allow_tool_actions": true, "tool_permissions": {"default": "confirm"}}}"#, "always"),
    ])
    func gateOfTheShell(text: String, mode: String) throws {
        #expect(gate(try collect(text), "shell") == mode)
    }

    @Test func patternsAreRules() throws {
        let evidence = try collect(
            """
            // mine
            {
              "theme": "Dracula",
              "agent": { "tool_permissions": { "tools": { "terminal": {
                "always_allow": [
                  { "pattern": "^cargo\\\\s+(build|test)" },
                  { "pattern": "npm" },
                ],
                "always_deny": [{ "pattern": "sudo\\\\s" }],
              }}}},
            }
            """)
        #expect(evidence.agents == [AgentID("zed@home/ann")])
        let rows = evidence[.permission]
        #expect(rows.map { $0["line"].integer } == [6, 7, 9])
        #expect(rows.map { $0["breadth"].text } == ["pattern", "any", "pattern"])
        #expect(rows.map { $0["effect"].text } == ["allow", "allow", "deny"])
        #expect(gate(evidence, "shell") == "on-risk")
        #expect(!evidence[.setting].contains { $0["key"] == "theme" })
    }

    @Test func serversAndAgentsAreRead() throws {
        let evidence = try collect(
            """
            {"context_servers": {
               "old": {"command": {"path": "npx", "args": ["-y", "p"], "env": {"TOKEN": "\(MadeUp.github)"}}},
               "new": {"url": "http://a.test/mcp", "enabled": false}},
             "agent_servers": {"claude": {"command": "claude"}, "other": {"type": "registry"}},
             "agent": {"default_model": {"provider": "zed.dev", "model": "claude-sonnet-4-5"}}}
            """)
        #expect(evidence[.mcpServer].map { $0["name"].text } == ["old", "new"])
        #expect(evidence[.mcpServer].first?["package"] == "p")
        #expect(evidence[.mcpServer].last?["enabled"] == false)
        #expect(evidence[.credential].first?["storage"] == "inline")
        #expect(!evidence.texts.contains { $0.contains(MadeUp.github) })
        #expect(evidence[.delegation].first?["peer"] == "claude")
        #expect(evidence[.model].first?["line"] == 5)
        #expect(evidence[.component].map { $0["name"].text } == ["other"])
        #expect(evidence[.component].first?["pin"] == "none")
    }

    /// Tool permissions are the native agent's: <https://zed.dev/docs/ai/external-agents>.
    @Test func externalAgentsDecideForThemselves() throws {
        let evidence = try collect(
            """
            {"agent": {"tool_permissions": {"default": "confirm"}},
             "agent_servers": {
               "listed": {"type": "registry"},
               "fixed": {"type": "custom", "command": "npx", "args": ["-y", "@shop/helper-acp@1.4.2"]},
               "loose": {"command": "npx", "args": ["-y", "@shop/helper-acp"]},
               "own": {"command": "./agent"}}}
            """)
        #expect(evidence.faults == [])
        let parts = evidence[.component]
        #expect(parts.map { $0["name"].text } == ["listed", "fixed", "loose"])
        #expect(parts.map { $0["pin"].text } == ["none", "exact", "none"])
        #expect(parts.allSatisfy { $0["kind"] == "external-agent" })
        #expect(
            evidence[.agent].filter { $0["kind"] == "sub-agent" }.map { $0["name"].text } == [
                "listed", "fixed", "loose", "own",
            ])
        #expect(evidence.completeness("approval") == ["partial"])
        #expect(evidence.completeness("permission") == ["partial"])
        #expect(gate(evidence, "shell") == "always")
        #expect(try collect(#"{"agent": {}}"#).completeness("approval") == ["complete"])
    }

    @Test func editorsSettingsAreNoAgents() throws {
        #expect(try collect(#"{"theme": "x"}"#).agents.isEmpty)
        #expect(try collect(#"{"theme": "x"}"#).artifact(Self.path) == nil)
        #expect(try collect("{\"agent\": ").artifact(Self.path)?["status"] == "refused")
    }

    @Test func projectAloneIsPartial() throws {
        let evidence = try Workspace([".zed/settings.json": #"{"agent": {"tool_permissions": {"default": "deny"}}}"#])
            .collect()
        #expect(evidence[.approval].isEmpty)
        #expect(evidence[.coverage].allSatisfy { $0["completeness"] != "complete" })
    }
}
