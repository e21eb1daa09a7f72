import Foundation
import Testing

/// `surety plan`: which values it puts in the place of others, and what it never offers.
@Suite struct PlanValueTests {
    private static let secret = "ghp_" + String(repeating: "Ab3dE6gH9", count: 4)

    private func changes(_ scene: OutsideScene, _ more: [String]) throws -> [[String: Any]] {
        let output = try scene.run(["plan", "repo", "--at", "2026-11-24", "--format", "json"] + more).output
        return try #require(JSONSerialization.jsonObject(with: Data(output.utf8)) as? [[String: Any]])
    }

    private func text(_ scene: OutsideScene, _ path: String) throws -> String {
        try String(contentsOf: scene.root.appending(path: path), encoding: .utf8)
    }

    /// Tools that run unasked ask, an address only reads, and a variable stands for a secret.
    @Test func valuesOfServers() throws {
        let kiro = """
            {"mcpServers": {"fetch": {"command": "uvx", "args": ["mcp-server-fetch==2025.4.7"], "autoApprove": ["fetch"]}}}
            """
        let codex = """
            [mcp_servers.tracker]
            url = "https://tracker.example/mcp"

            [mcp_servers.tracker.tools.create_issue]
            approval_mode = "approve"

            """
        let claude = """
            {
              "mcpServers": {
                "db": { "type": "http", "url": "https://mcp.supabase.com/mcp?project_ref=abc" },
                "hub": { "command": "node", "args": ["server.js"], "env": { "GITHUB_TOKEN": "\(Self.secret)" } }
              }
            }
            """
        let scene = try OutsideScene([
            "repo/.kiro/settings/mcp.json": kiro, "repo/.codex/config.toml": codex, "repo/.mcp.json": claude,
        ])
        let result = try scene.run([
            "plan", "repo", "--at", "2026-11-24", "--severity", "medium", "--apply", "all-safe",
        ])
        #expect(result.code == 0 && !result.output.contains(Self.secret))
        #expect(try text(scene, "repo/.kiro/settings/mcp.json").contains("\"autoApprove\": []"))
        #expect(try text(scene, "repo/.codex/config.toml") == codex.replacing("\"approve\"", with: "\"prompt\""))
        let edited = try text(scene, "repo/.mcp.json")
        #expect(edited.contains("?project_ref=abc&read_only=true\""))
        #expect(edited.contains("\"GITHUB_TOKEN\": \"${GITHUB_TOKEN}\"") && !edited.contains(Self.secret))
        // What shows the edit shows no secret, says what is left to do, and leaves the file out of a patch.
        try scene.write(claude, to: "repo/.mcp.json")
        let shown = try scene.run(["plan", "repo", "--at", "2026-11-24", "--severity", "critical"]).output
        #expect(!shown.contains(Self.secret) && shown.contains("+    \"hub\": ") && shown.contains("[redacted"))
        #expect(shown.contains("beside it: the secret counts as disclosed: replace it at its issuer"))
        let patch = try scene.run(["plan", "repo", "--at", "2026-11-24", "--severity", "critical", "--format", "diff"])
        #expect(patch.output.isEmpty)
    }

    /// A value that is no grant is not deleted to silence a check, and what is left is told as the files have it.
    @Test func nothingIsHidden() throws {
        let plugin = """
            {
              "$schema": "https://developer.microsoft.com/json-schemas/copilot/plugin/v2.1/schema.json",
              "schema_version": "v2.1",
              "functions": [{ "name": "list_items", "description": "Lists" }],
              "runtimes": [
                {
                  "type": "OpenApi",
                  "auth": { "type": "None" },
                  "spec": { "url": "api.yaml" },
                  "run_for_functions": ["list_items"]
                }
              ]
            }
            """
        let settings = """
            {
              "permissions": {
                "allow": [
                  "Bash(rm -rf *)",
                  "Bash(*)",
                  "WebFetch(domain:*)"
                ]
              },
              "skipAutoPermissionPrompt": true
            }
            """
        let scene = try OutsideScene([
            "repo/appPackage/declarativeAgent.json": """
            {
              "$schema": "https://developer.microsoft.com/json-schemas/copilot/declarative-agent/v1.4/schema.json",
              "version": "v1.4", "name": "a", "description": "b", "instructions": "c",
              "actions": [{ "id": "x", "file": "ai-plugin.json" }]
            }
            """,
            "repo/appPackage/ai-plugin.json": plugin, "repo/.claude/settings.json": settings,
        ])
        let changes = try changes(scene, [])
        let open = try #require(changes.first { $0["check"] as? String == "tools/api-runtimes-authenticated" })
        #expect(open["how"] as? String == "by-hand" && (open["place"] as? String)?.contains(":8:") == true)
        #expect(changes.allSatisfy { ($0["diff"] as? String)?.contains("\"auth\": {}") != true })
        let left = try #require(changes.first { $0["check"] as? String == "settings/loosening-in-effect" })
        #expect(left["place"] as? String == ".claude/settings.json:9:31", "the line before any edit")
        // The edit for the heaviest is about it alone, and stands under its name.
        let first = try #require(changes.first { $0["how"] as? String == "edit" })
        #expect(first["severity"] as? String == "critical")
        let diff = try #require(first["diff"] as? String)
        #expect(diff.contains("-      \"Bash(*)\"") && !diff.contains("-      \"WebFetch"))
        for change in changes where change["how"] as? String == "edit" {
            let closed = (change["closes"] as? String ?? "").components(separatedBy: "; ")
            #expect(closed.contains { $0.hasPrefix(change["gap"] as? String ?? "-") }, "headed by what it closes")
        }
    }

    /// What the head says closes, though something lighter on the same line stays; that is said.
    @Test func onlyTheHeadHasToClose() throws {
        let settings = """
            {
              "permissions": {
                "additionalDirectories": ["../other"],
                "defaultMode": "acceptEdits"
              },
              "hooks": {
                "PreToolUse": [{ "hooks": [{ "type": "command", "command": "./log.sh", "timeout": 9000, "async": true }] }]
              }
            }
            """
        let policy = """
            [[rule]]
            toolName = "run_shell_command"
            commandPrefix = ["git log", "npm run"]
            decision = "allow"
            priority = 100

            [[rule]]
            toolName = "run_shell_command"
            commandPrefix = ["rm"]
            decision = "allow"
            priority = 100

            """
        let scene = try OutsideScene([
            "repo/.claude/settings.json": settings, "repo/policies/review.toml": policy,
        ])
        let changes = try changes(scene, [])
        let edits = changes.filter { $0["how"] as? String == "edit" }
        let mode = try #require(edits.first { $0["check"] as? String == "approval/edits-ask" })
        #expect((mode["diff"] as? String)?.contains("+    \"defaultMode\": \"default\"") == true)
        let hook = try #require(edits.first { $0["check"] as? String == "hooks/bounded-in-time" })
        #expect((hook["diff"] as? String)?.contains("\"timeout\": 600, \"async\"") == true)
        #expect(
            (hook["leaves"] as? String)?.isEmpty == false, "an asynchronous gate stops nothing, however long it runs")
        // Of several prefixes one goes; a rule whose last one goes, goes as a whole.
        let rules = edits.filter { $0["files"] as? String == "policies/review.toml" }.compactMap {
            $0["diff"] as? String
        }
        #expect(rules.contains { $0.contains("+commandPrefix = [\"git log\"]") })
        #expect(rules.contains { $0.contains("-commandPrefix = [\"rm\"]") && $0.contains("-[[rule]]") })
    }
}
