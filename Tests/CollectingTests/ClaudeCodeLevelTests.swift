import Collecting
import Compliance
import Testing

/// Four levels of settings, and which of them wins.
@Suite struct ClaudeCodeLevelTests {
    private func model(_ levels: [String]) throws -> String? {
        let paths = [
            "managed": "etc/claude-code/managed-settings.json", "user": "home/ann/.claude/settings.json",
            "project": "repo/.claude/settings.json", "local": "repo/.claude/settings.local.json",
        ]
        var files = ["repo/CLAUDE.md": "x\n"]
        for level in levels { files[paths[level] ?? ""] = "{\"model\": \"\(level)\"}" }
        let evidence = try Workspace(files).collect()
        #expect(evidence.agents.map(\.rawValue) == ["claude-code@repo"])
        return evidence[.model].first?["name"].text
    }

    @Test(arguments: [
        (["user", "project", "local", "managed"], "managed"), (["user", "project", "local"], "local"),
        (["user", "project"], "project"), (["user"], "user"), (["user", "managed"], "managed"),
    ])
    func theHighestLevelWins(levels: [String], winner: String) throws {
        #expect(try model(levels) == winner)
    }

    @Test func listsMergeAndScalarsDoNot() throws {
        let evidence = try Workspace([
            "etc/claude-code/managed-settings.json":
                "{\"permissions\": {\"deny\": [\"Bash\"], \"disableBypassPermissionsMode\": \"disable\"}}",
            "home/ann/.claude/settings.json": "{\"sandbox\": {\"enabled\": true}}",
            "repo/.claude/settings.json":
                "{\"permissions\": {\"allow\": [\"Bash(*)\"], \"defaultMode\": \"bypassPermissions\"}}",
            "repo/.claude/settings.local.json": "{\"sandbox\": {\"enabled\": false}}",
        ]).collect()
        #expect(evidence.agents == [AgentID("claude-code@repo")])
        #expect(evidence[.agent].map { $0["level"] } == ["managed"])
        #expect(evidence[.permission].filter { $0["effect"] == "allow" }.map { $0["effective"] } == [false])
        #expect(
            evidence[.permission].map { $0["level"].text }.sorted { $0 ?? "" < $1 ?? "" } == ["managed", "project"])
        #expect(evidence[.sandbox].map { $0["enabled"] } == [false])
        #expect(evidence[.approval].allSatisfy { $0["mode"] == "always" && $0["bypassable"] == false })
        let overridden = evidence[.setting].filter { $0["status"] == "overridden" }
        #expect(overridden.map { $0["artifact"].text } == ["home/ann/.claude/settings.json"])
    }

    @Test(arguments: [
        ("auto", "dontAsk", "model"), ("plan", "auto", "always"), ("", "auto", "model"), ("", "default", "always"),
        ("", "bypassPermissions", "never"),
    ])
    func aRepositoryCannotChooseTheClassifier(project: String, user: String, mode: String) throws {
        var files = [
            "repo/CLAUDE.md": "x\n",
            "home/ann/.claude/settings.json": "{\"permissions\": {\"defaultMode\": \"\(user)\"}}",
        ]
        if !project.isEmpty {
            files["repo/.claude/settings.json"] = "{\"permissions\": {\"defaultMode\": \"\(project)\"}}"
        }
        let row = try Workspace(files).collect()[.approval].first { $0["covers"] == "shell" }
        #expect(row?["mode"].text == mode)
    }

    @Test func managedRulesCanStandAlone() throws {
        let evidence = try Workspace([
            "etc/claude-code/managed-settings.json":
                "{\"allowManagedPermissionRulesOnly\": true, \"permissions\": {\"allow\": [\"Bash(ls)\"]}}",
            "etc/claude-code/managed-settings.d/10.json":
                "{\"permissions\": {\"deny\": [\"WebFetch\"]}, \"model\": \"b\"}",
            "repo/.claude/settings.json": "{\"permissions\": {\"allow\": [\"Bash(id)\"], \"deny\": [\"Read(./x)\"]}}",
        ]).collect()
        let effective = evidence[.permission].filter { $0["effective"] == true }.compactMap { $0["rule"].text }
        #expect(Set(effective) == ["Bash(ls)", "WebFetch"])
        #expect(evidence[.model].map { $0["name"] } == ["b"])
        // The same key in a project says nothing.
        let project = try Workspace([
            ".claude/settings.json":
                "{\"allowManagedPermissionRulesOnly\": true, \"permissions\": {\"allow\": [\"Bash(id)\"]}}"
        ]).collect()
        #expect(project[.permission].map { $0["effective"] } == [true])
    }

    @Test func withoutAProjectTheUserIsTheAgent() throws {
        let user = try Workspace(["home/ann/.claude/settings.json": "{}"]).collect()
        #expect(user.agents.map(\.rawValue) == ["claude-code@home/ann"])
        let machine = try Workspace(["etc/claude-code/managed-settings.json": "{}"]).collect()
        #expect(machine.agents.map(\.rawValue) == ["claude-code@."])
    }

    @Test func ofSeveralUsersNobodyIsTaken() throws {
        let evidence = try Workspace([
            "home/ann/.claude/settings.json": "{\"model\": \"a\"}",
            "home/bob/.claude/settings.json": "{\"model\": \"b\"}",
            "repo/.claude/settings.json": "{}", "home/ann/work/.claude/settings.json": "{}",
        ]).collect()
        let repo = evidence[.model].first { $0.agent.rawValue == "claude-code@repo" }
        #expect(repo?["name"] == .null)
        #expect(evidence[.model].first { $0.agent.rawValue == "claude-code@home/ann/work" }?["name"] == "a")
        let coverage = evidence[.coverage].filter { $0.agent.rawValue == "claude-code@repo" }
        #expect(coverage.allSatisfy { $0["completeness"] == "partial" })
    }
}
