import Collecting
import Compliance
import Testing

/// Which agents the files make, and what is said of them as a whole.
@Suite struct ClaudeCodeTests {
    @Test func everyFolderWithAConfigurationIsAnAgent() throws {
        let evidence = try Workspace([
            "CLAUDE.md": "be kind\n", "a/.claude/settings.json": "{}", "a/docs/CLAUDE.md": "x\n", "b/.mcp.json": "{}",
            "c/CLAUDE.md": "x\n", ".vscode/settings.json": "{\"permissions\": {\"allow\": []}}",
            "settings.json": "{\"editor\": 1}",
        ]).collect()
        #expect(evidence.agents.map(\.rawValue) == ["claude-code@.", "claude-code@a", "claude-code@b"])
        // A CLAUDE.md below a project is read by the project's agent.
        #expect(
            evidence[.instruction].map { $0.agent.rawValue } == ["claude-code@.", "claude-code@.", "claude-code@a"])
        #expect(evidence.faults.isEmpty)
    }

    @Test func aTemplateIsSeenInPartOnly() throws {
        let evidence = try Workspace([
            "examples/managed-settings.json": "{\"permissions\": {\"allow\": [\"Bash(*)\"]}}",
            "examples/settings-strict.json": "{\"sandbox\": {\"enabled\": true}}",
        ]).collect()
        #expect(
            evidence.agents.map(\.rawValue) == [
                "claude-code@examples#managed-settings", "claude-code@examples#settings-strict",
            ])
        #expect(evidence[.agent].allSatisfy { $0["kind"] == "policy-template" })
        #expect(evidence[.coverage].allSatisfy { $0["completeness"] == "partial" })
        #expect(evidence[.setting].allSatisfy { $0["status"] == "not-honoured" && $0["level"] == "template" })
        // Of what a template does not speak of nothing is said.
        #expect(evidence[.sandbox].map { $0.agent.rawValue } == ["claude-code@examples#settings-strict"])
        #expect(evidence[.approval].map { "\($0["covers"].description) \($0["mode"].description)" } == ["shell never"])
    }

    @Test(arguments: [
        ("{\"permissions\": {\"deny\": [\"Read(~/.ssh/**)\"]}}", true),
        ("{\"permissions\": {\"deny\": [\"Read(./plan.md)\", \"Edit(~/.ssh/**)\"]}}", false), ("{}", false),
    ])
    func aTemplateThatClosesKeysIsAskedForItsSandbox(text: String, isAsked: Bool) throws {
        let evidence = try Workspace(["managed-settings.json": text]).collect()
        #expect(evidence[.sandbox].map { $0["enabled"] } == (isAsked ? [false] : []))
    }

    @Test(
        arguments: [
            ("a/managed-settings.json", "{\"permissions\":\n {\"deny\": [\"Bash(rm *)\"]}}", "not-honoured"),
            ("etc/claude-code/managed-settings.json", "{\"permissions\":\n {\"ask\": [\"Bash(rm *)\"]}}", "in-force"),
            ("a/managed-settings.json", "{\"permissions\":\n {\"allow\": [\"Bash(rm *)\"]}}", nil),
            ("a/settings.json", "{\"permissions\":\n {\"deny\": [\"Bash(rm *)\"]}}", nil),
            (".claude/settings.json", "{\"permissions\":\n {\"deny\": [\"Bash(rm *)\"]}}", nil),
            (
                "a/managed-settings.json",
                "{\"permissions\":\n {\"deny\": [\"Bash(rm *)\"], \"allowManagedPermissionRulesOnly\": true}}", nil
            ),
        ] as [(String, String, String?)])
    func aPolicySaysWhetherOthersMayAddRules(path: String, text: String, status: String?) throws {
        let rows = try Workspace([path: text]).collect()[.setting]
        let row = rows.first { $0["key"] == "allowManagedPermissionRulesOnly" }
        #expect(row?["status"].text == status)
        #expect(row?["value"].text == status.map { _ in "false, since no file sets it" })
        #expect(row?.line == status.map { _ in 2 })
    }

    @Test(arguments: ["{ // no\n}", "{\"a\": 1,}", "", "[1]", "{\"permissions\": {\"allow\": [\"Bash("])
    func aFileThatTheProductSkipsFillsNothing(text: String) throws {
        let evidence = try Workspace([".claude/settings.json": text, "CLAUDE.md": "x\n"]).collect()
        let coverage = Dictionary(
            uniqueKeysWithValues: evidence[.coverage].map {
                ($0["table_name"].text ?? "", $0["completeness"].text ?? "")
            })
        for table in ["permission", "approval", "sandbox", "hook", "setting", "telemetry"] {
            #expect(coverage[table] == "none")
        }
        #expect(coverage["instruction"] == "complete")
        #expect(evidence[.permission].isEmpty && evidence[.approval].isEmpty && evidence[.sandbox].isEmpty)
    }

    @Test func oneBrokenFileOfTwoLeavesDefaultsUnknown() throws {
        let evidence = try Workspace([
            ".claude/settings.json": "{\"permissions\": {\"allow\": [\"Bash(curl *)\"]}}",
            ".claude/settings.local.json": "{",
        ]).collect()
        #expect(evidence[.permission].map { $0["hazard"] } == ["network"])
        #expect(evidence[.sandbox].map { $0["enabled"] } == [.null])
        #expect(evidence[.approval].isEmpty)
        #expect(evidence[.coverage].first { $0["table_name"] == "permission" }?["completeness"] == "partial")
    }

    @Test func aBrokenServerFileLeavesTheRest() throws {
        let evidence = try Workspace([".mcp.json": "{\"a\": {\"command\": \"x\"}}", ".claude/settings.json": "{}"])
            .collect()
        let coverage = { (table: String) in
            evidence[.coverage].first { $0["table_name"].text == table }?["completeness"].text
        }
        #expect(coverage("mcp_server") == "none")
        #expect(coverage("permission") == "complete")
        #expect(evidence[.mcpServer].isEmpty)
    }

    @Test func aPlugInIsNotInForce() throws {
        let evidence = try Workspace([
            "p/.claude-plugin/plugin.json": "{\"name\": \"p\", \"version\": \"1.0.0\"}",
            "p/hooks/hooks.json":
                "{\"hooks\": {\"Stop\": [{\"hooks\": [{\"type\": \"command\", \"command\": \"x\"}]}]}}",
            "p/.mcp.json": "{\"s\": {\"command\": \"npx\", \"args\": [\"x\"]}}",
            "p/skills/k/SKILL.md": "---\nname: k\n---\nx",
            "plugins/q/agents/a.md": "---\nname: a\ndescription: d\npermissionMode: bypassPermissions\n---\nx",
        ]).collect()
        #expect(evidence.agents.map(\.rawValue) == ["claude-code-plugin@p", "claude-code-plugin@plugins/q"])
        #expect(evidence[.coverage].allSatisfy { $0["completeness"] == "partial" })
        #expect(evidence[.mcpServer].map { $0["name"] } == ["s"])
        #expect(evidence[.hook].count == 1)
        #expect(evidence[.approval].isEmpty && evidence[.sandbox].isEmpty && evidence[.guardrail].isEmpty)
    }

    @Test func hostileShapesAreNoFault() throws {
        let odd = ["null", "1", "\"x\"", "[]", "{}", "[[]]", "[{}]", "[null]", "{\"a\": []}", "{\"a\": {\"a\": 1}}"]
        for value in odd {
            let keys = [
                "permissions", "sandbox", "hooks", "env", "enabledPlugins", "extraKnownMarketplaces", "model",
                "statusLine",
                "cleanupPeriodDays", "allowedMcpServers", "disableAllHooks",
            ]
            let text = "{" + keys.map { "\"\($0)\": \(value)" }.joined(separator: ", ") + "}"
            let inner =
                "{\"permissions\": {\"allow\": \(value), \"deny\": \(value), \"defaultMode\": \(value)}, \"sandbox\": {\"enabled\": \(value), "
                + "\"network\": \(value)}, \"hooks\": {\"Stop\": \(value), \"PreToolUse\": [{\"hooks\": \(value)}]}}"
            let evidence = try Workspace([
                ".claude/settings.json": text, "b/.claude/settings.json": inner,
                ".mcp.json": "{\"mcpServers\": \(value)}",
                ".claude/agents/a.md": "---\nname: \(value)\ntools: \(value)\nhooks: \(value)\n---\n",
            ]).collect()
            #expect(evidence.faults.isEmpty)
        }
    }
}
