import Compliance
import Testing

@testable import Collecting

/// Who is asked by Codex, and where: <https://developers.openai.com/codex/agent-approvals-security>.
@Suite struct CodexOversightTests {
    private func collect(_ text: String, _ more: [String: String] = [:]) throws -> Evidence {
        try Workspace([".codex/config.toml": text].merging(more) { first, _ in first }).collect()
    }

    private func mode(_ covers: String, _ evidence: Evidence) -> Value? {
        evidence[.approval].first { $0["covers"] == .text(covers) }?["mode"]
    }

    /// Edits inside the workspace are made without a question.
    @Test(arguments: [
        ("model = \"m\"", "never"), ("approval_policy = \"on-request\"\nsandbox_mode = \"workspace-write\"", "never"),
        ("approval_policy = \"on-failure\"", "never"), ("sandbox_mode = \"read-only\"", "on-risk"),
        ("approval_policy = \"untrusted\"", "always"),
        ("approval_policy = \"never\"\nsandbox_mode = \"read-only\"", "never"),
    ])
    func edits(text: String, expected: String) throws {
        let evidence = try collect(text)
        #expect(mode("write", evidence) == .text(expected))
        let tool = evidence[.tool].first { $0["name"] == "apply_patch" }
        #expect(tool?["approval"] == .text(expected))
    }

    /// Leaving the sandbox asks a person unless another model answers.
    @Test(arguments: [
        ("model = \"m\"", Value.boolean(false)), ("approval_policy = \"never\"", false),
        ("approval_policy = \"untrusted\"", false), ("approvals_reviewer = \"auto_review\"", true),
        ("approvals_reviewer = \"auto_review\"\napproval_policy = \"never\"", false),
        ("sandbox_mode = \"danger-full-access\"", true), ("approval_policy = \"invented\"", .null),
    ])
    func exits(text: String, expected: Value) throws {
        #expect(try collect(text)[.sandbox].first?["escapable"] == expected)
    }

    @Test func aReviewingModelIsNoPersonAndNoSilence() throws {
        let evidence = try collect(
            "model = \"m\"\n\napprovals_reviewer = \"auto_review\"\napproval_policy = \"on-request\"\n")
        for covers in ["shell", "network", "mcp"] { #expect(mode(covers, evidence) == "model") }
        let row = evidence[.approval].first { $0["covers"] == "shell" }
        #expect(row?["line"] == 3)
        #expect(row?["pointer"] == "/approvals_reviewer")
    }

    @Test func rulesThatAllowRunOutside() throws {
        let rules =
            "prefix_rule(pattern = [\"git\", \"status\"], decision = \"allow\")\nprefix_rule(pattern = [\"rm\"], decision = \"forbidden\")\n"
        let evidence = try collect("model = \"m\"", [".codex/rules/a.rules": rules])
        #expect(evidence[.sandbox].first?["exclusions"] == 1)
    }

    /// Each tool with a mode of its own has a row where the mode stands.
    @Test func toolsHaveTheirOwnModes() throws {
        let evidence = try collect(
            """
            [mcp_servers.a]
            command = "a"
            [mcp_servers.a.tools.skill_save]
            approval_mode = "approve"
            [mcp_servers.a.tools.drop_table]
            approval_mode = "prompt"
            """)
        let tools = evidence[.tool].filter { $0["server"] == "a" }
        #expect(tools.map { $0["name"] } == ["skill_save", "drop_table"])
        #expect(tools.map { $0["approval"] } == ["never", "always"])
        #expect(tools.map { $0["line"] } == [4, 6])
        #expect(evidence[.mcpServer].first?["auto_approved"] == "some")
    }

    @Test func aToolThatIsNotEnabledIsNone() throws {
        let evidence = try collect(
            """
            [mcp_servers.a]
            command = "a"
            enabled_tools = ["list"]
            [mcp_servers.a.tools.drop]
            approval_mode = "approve"
            """)
        let tools = evidence[.tool].filter { $0["server"] == "a" }
        #expect(tools.map { $0["name"] } == ["list"])
        #expect(tools.first?["approval"] == "on-risk")
        #expect(tools.first?["line"] == 3)
    }

    @Test(arguments: [
        ("approval_policy = \"on-request\"", "marked"), ("approval_policy = \"never\"", "all"),
        ("approval_policy = \"invented\"", nil),
    ])
    func theDefaultAsksByWhatToolsSay(policy: String, approved: String?) throws {
        let evidence = try collect("\(policy)\n[mcp_servers.a]\ncommand = \"a\"\n")
        #expect(evidence[.mcpServer].first?["auto_approved"] == Value(approved))
    }

    /// Codex hands `${X}` and `{env:X}` on as they are.
    @Test func placeholdersOfOthersAreLiteral() throws {
        let evidence = try collect(
            """
            [mcp_servers.a]
            url = "https://a.test/mcp"
            http_headers = { "x-api-key" = "{env:A_API_KEY}" }
            [mcp_servers.b]
            command = "b"
            env = { B_TOKEN = "${B_TOKEN}", LEVEL = "warn" }
            [mcp_servers.c]
            command = "sh"
            args = ["-c", "run ${HOME}/x"]
            """)
        #expect(evidence[.credential].isEmpty)
        let rows = evidence[.setting].filter { $0["status"] == "not-honoured" }
        #expect(rows.map { $0["key"] } == ["mcp_servers.a.http_headers.x-api-key", "mcp_servers.b.env.B_TOKEN"])
        #expect(rows.map { $0["line"] } == [3, 6])
    }

    @Test func profilesOfAProjectAreOneRowEach() throws {
        let evidence = try collect(
            "[profiles.trusted]\napproval_policy = \"never\"\nsandbox_mode = \"workspace-write\"\n[profiles.ci]\nmodel = \"m\"\n"
        )
        let sections = evidence[.setting].filter { $0["type"] == "section" }
        #expect(sections.map { $0["key"] } == ["profiles.trusted", "profiles.ci"])
        #expect(sections.allSatisfy { $0["status"] == "not-honoured" })
    }

    /// Requirements in a repository: an agent, and nothing that counts.
    @Test func requirementsAloneAreNotSilent() throws {
        let folder = try Workspace([".codex/requirements.toml": "# ours\n[hooks]\nenabled = false\n"])
        let evidence = try folder.collect()
        #expect(evidence.agents == [AgentID("codex@.")])
        let rows = evidence[.setting]
        #expect(rows.allSatisfy { $0["status"] != "in-force" })
        #expect(rows.first { $0["type"] == "section" }?["status"] == "misplaced")
        #expect(evidence[.approval].isEmpty)
        #expect(Set(evidence.completeness("approval")) == ["partial"])
        #expect(rows.contains { $0["key"] == "hooks.enabled" && $0["line"] == 3 })
    }

    @Test func pluginsAreComponents() throws {
        let evidence = try collect(
            """
            [plugins."computer-use@openai-bundled"]
            enabled = true
            [plugins."github@openai-curated"]
            enabled = false
            """)
        let parts = evidence[.component]
        #expect(parts.map { $0["name"] } == ["computer-use", "github"])
        #expect(parts.map { $0["enabled"] } == [true, false])
        #expect(parts.map { $0["source"] } == ["openai-bundled", "openai-curated"])
        let tool = evidence[.tool].first { $0["name"] == "computer-use" }
        #expect(tool?["effect"] == "execute")
        #expect(!evidence[.tool].contains { $0["name"] == "github" })
    }
}
