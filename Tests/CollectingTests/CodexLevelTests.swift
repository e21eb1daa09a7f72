import Compliance
import Testing

@testable import Collecting

@Suite struct CodexLevelTests {
    private func setting(_ evidence: Evidence, _ key: String, in artifact: String) -> Row? {
        evidence[.setting].first { $0["key"].text == key && $0["artifact"].text == artifact }
    }

    @Test(arguments: [
        (".codex/config.toml", "project", "codex@."), ("home/ann/.codex/config.toml", "user", "codex@home/ann"),
        ("root/.codex/config.toml", "user", "codex@root"), ("etc/codex/config.toml", "system", "codex@."),
        ("etc/codex/managed_config.toml", "managed", "codex@."),
        ("config/codex/config.toml", "user", "codex@config/codex"), ("codex/config.toml", "user", "codex@codex"),
    ])
    func levelFollowsThePlace(path: String, level: String, agent: String) throws {
        let evidence = try Workspace([path: "model = \"m\"\n"]).collect()
        #expect(evidence.agents == [AgentID(agent)])
        #expect(evidence[.setting].map { $0["level"].text } == [level])
        #expect(evidence[.agent].first?["level"].text == level)
        #expect(evidence[.model].first?["line"] == 1)
    }

    @Test(arguments: [
        (["etc/codex/config.toml": "read-only", "home/ann/.codex/config.toml": "workspace-write"], "workspace"),
        (["home/ann/.codex/config.toml": "workspace-write", "work/.codex/config.toml": "read-only"], "read-only"),
        (["work/.codex/config.toml": "danger-full-access", "etc/codex/managed_config.toml": "read-only"], "read-only"),
    ])
    func higherLevelWins(modes: [String: String], filesystem: String) throws {
        let evidence = try Workspace(modes.mapValues { "# first\nsandbox_mode = \"\($0)\"\n" }).collect()
        #expect(evidence[.sandbox].map { $0["filesystem"].text } == [filesystem])
        #expect(evidence[.sandbox].first?["line"] == 2)
        #expect(evidence[.setting].filter { $0["status"] == "overridden" }.count == 1)
    }

    @Test func tablesAreMergedKeyByKey() throws {
        let evidence = try Workspace([
            "home/ann/.codex/config.toml": "[sandbox_workspace_write]\nnetwork_access = true\n",
            "home/ann/work/.codex/config.toml": "[sandbox_workspace_write]\nexclude_slash_tmp = true\n",
        ]).collect()
        #expect(evidence[.sandbox].first?["network"] == "open")
        let row = evidence[.egress].first
        #expect(row?["artifact"] == "home/ann/.codex/config.toml")
        #expect(row?["line"] == 2)
    }

    @Test func ofSeveralUsersNoneIsTaken() throws {
        let evidence = try Workspace([
            "home/ann/.codex/config.toml": "sandbox_mode = \"read-only\"",
            "home/bob/.codex/config.toml": "sandbox_mode = \"read-only\"",
            "srv/.codex/config.toml": "model = \"m\"",
        ]).collect()
        let rows = evidence[.sandbox].filter { $0.agent == AgentID("codex@srv") }
        #expect(rows.map { $0["filesystem"].text } == ["workspace"])
        let seen = evidence[.coverage].first { $0.agent == AgentID("codex@srv") && $0["table_name"] == "sandbox" }
        #expect(seen?["completeness"] == "partial")
    }

    @Test func untrustedProjectIsSkipped() throws {
        let evidence = try Workspace([
            "home/ann/.codex/config.toml": "[projects.\"/srv/app\"]\ntrust_level = \"untrusted\"\n",
            "srv/app/.codex/config.toml": "sandbox_mode = \"read-only\"\n",
            "srv/app/.codex/rules/a.rules": "prefix_rule(pattern = [\"rm\"], decision = \"forbidden\")\n",
        ]).collect()
        #expect(evidence[.sandbox].map { $0["filesystem"].text } == ["workspace"])
        #expect(evidence[.permission].map { $0["effective"].boolean } == [false])
        #expect(setting(evidence, "sandbox_mode", in: "srv/app/.codex/config.toml")?["status"] == "not-honoured")
    }

    @Test(arguments: [
        "openai_base_url = \"http://x\"", "chatgpt_base_url = \"http://x\"", "notify = [\"x\"]", "profile = \"p\"",
        "model_provider = \"p\"", "[model_providers.p]\nbase_url = \"http://x\"",
        "[otel.exporter.otlp-http]\nendpoint = \"https://logs.example.com\"",
    ])
    func projectLosesKeys(text: String) throws {
        let evidence = try Workspace([".codex/config.toml": text]).collect()
        #expect(evidence[.setting].map { $0["status"].text } == ["not-honoured"])
        #expect(evidence[.model].first?["endpoint"] == .null)
        #expect(evidence[.telemetry].first { $0["kind"] == "log" }?["enabled"] == false)
        #expect(evidence[.hook].allSatisfy { $0["effective"] == false })
    }

    @Test(arguments: [
        ("made_up = 1", "unknown"), ("[history]\nkeep = 1", "unknown"), ("[mcp_servers.a]\nurls = \"x\"", "unknown"),
        ("sandbox_mode = \"off\"", "not-honoured"), ("web_search = \"live\"", "in-force"),
        ("[features]\nanything = true", "in-force"),
    ])
    func settingIsKnownOrNot(text: String, status: String) throws {
        let evidence = try Workspace([".codex/config.toml": text]).collect()
        #expect(evidence[.setting].map { $0["status"].text } == [status])
    }

    @Test func chosenProfileHolds() throws {
        let text = """
            profile = "fast"
            approval_policy = "untrusted"
            [profiles.fast]
            approval_policy = "never"
            [profiles.slow]
            sandbox_mode = "read-only"
            """
        let evidence = try Workspace(["home/ann/.codex/config.toml": text]).collect()
        #expect(Set(evidence[.approval].map { $0["mode"].text }) == ["never"])
        #expect(Set(evidence[.approval].map { $0["line"].integer }) == [4])
        #expect(evidence[.sandbox].first?["filesystem"] == "workspace")
        let file = "home/ann/.codex/config.toml"
        #expect(setting(evidence, "approval_policy", in: file)?["status"] == "overridden")
        #expect(setting(evidence, "profiles.fast.approval_policy", in: file)?["status"] == "in-force")
        #expect(setting(evidence, "profiles.slow.sandbox_mode", in: file)?["status"] == "not-honoured")
    }

    @Test(arguments: ["[broken", "sandbox_mode = \"read-only\"\nmodel = \"", "\u{0}\u{1}", "a = 1\na = 2"])
    func brokenFileCreditsNothing(text: String) throws {
        let evidence = try Workspace(["etc/codex/config.toml": text, ".codex/config.toml": "model = \"m\""]).collect()
        #expect(evidence[.sandbox].isEmpty)
        #expect(evidence[.approval].isEmpty)
        let seen = evidence[.coverage].filter { $0["table_name"] == "sandbox" }
        #expect(seen.map { $0["completeness"].text } == ["partial"])
    }

    @Test(arguments: ["sandbox_mode = 3", "default_permissions = \"mine\"", "sandbox_mode = \"off\""])
    func unknownSandboxIsNotRecorded(text: String) throws {
        let evidence = try Workspace([".codex/config.toml": text]).collect()
        #expect(evidence[.sandbox].isEmpty)
        #expect(evidence[.coverage].first { $0["table_name"] == "sandbox" }?["completeness"] == "partial")
    }
}
