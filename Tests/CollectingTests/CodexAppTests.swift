import Compliance
import Testing

@testable import Collecting

/// Connectors of ChatGPT that Codex may call.
@Suite struct CodexAppTests {
    private static let config = """
        [apps._default]
        destructive_enabled = false
        default_tools_approval_mode = "prompt"

        [apps.mail]
        default_tools_approval_mode = "approve"
        open_world_enabled = false

        [apps.mail.tools.send_message]
        approval_mode = "prompt"

        [apps.drive]
        enabled = false
        """

    @Test func connectorsAreServers() throws {
        let found = try Workspace([".codex/config.toml": Self.config]).collect()
        let servers = Dictionary(uniqueKeysWithValues: found[.mcpServer].map { ($0["name"].text ?? "", $0) })
        #expect(servers["apps: mail"]?["auto_approved"] == "all")
        #expect(servers["apps: mail"]?.line == 5)
        #expect(servers["apps: mail"]?["tool_scope"] == "listed")
        #expect(servers["apps: drive"]?["enabled"] == false)
        #expect(servers["apps: every connector without a table"]?["auto_approved"] == "none")
        #expect(found.faults.isEmpty)
    }

    @Test func toolsSayWhetherSomebodyIsAsked() throws {
        let rows = try Workspace([".codex/config.toml": Self.config]).collect()[.tool]
        let tools = rows.filter { $0["server"] != .null }.map {
            [$0["server"].text, $0["name"].text, $0["approval"].text]
        }
        #expect(tools.contains(["apps: mail", "send_message", "always"]))
        #expect(!tools.contains { $0[1]?.contains("destructive") == true })
        #expect(!tools.contains { $0[0] == "apps: drive" })
        #expect(
            tools.contains([
                "apps: every connector without a table", "every connector without a table: network tools", "always",
            ]))
    }

    @Test func withoutQuestionsNobodyIsAsked() throws {
        let found = try Workspace([
            ".codex/config.toml": "approval_policy = \"never\"\n[apps.mail]\n", "x": "",
        ]).collect()
        #expect(found[.mcpServer].map { $0["auto_approved"] } == ["all"])
    }

    @Test func aDemandSwitchesThemOff() throws {
        let found = try Workspace([
            "repo/.codex/config.toml": "[apps.mail]\n", "etc/codex/requirements.toml": "[features]\napps = false\n",
        ]).collect()
        #expect(found[.mcpServer].map { $0["enabled"] } == [false])
    }
}
