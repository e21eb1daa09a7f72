import Collecting
import Compliance
import Testing

/// MCP servers, sub-agents, skills and commands of Claude Code.
@Suite struct ClaudeCodePartTests {
    @Test func serversAreReadWithPinsAndAuthentication() throws {
        let evidence = try Workspace([
            ".mcp.json": """
            {"mcpServers": {
              "a": {"command": "npx", "args": ["-y", "@x/y@1.2.3"]},
              "b": {"command": "npx", "args": ["-y", "@x/y@latest"], "alwaysAllow": ["x"], "disabled": true},
              "c": {"type": "http", "url": "http://h.example/mcp", "headers": {"Authorization": "Bearer ${T}"},
                    "headersHelper": "./h.sh"}
            }}
            """
        ]).collect()
        let servers = evidence[.mcpServer]
        #expect(servers.map { $0["pin"] } == ["exact", "none", .null])
        #expect(servers.map { $0["line"].integer } == [2, 3, 4])
        // Keys of other clients mean nothing here.
        #expect(servers.allSatisfy { $0["enabled"] == true && $0["auto_approved"] == .null })
        #expect(servers[2]["tls"] == false)
        #expect(servers[2]["auth"] == "bearer")
        #expect(evidence[.credential].map { $0["storage"] } == ["environment"])
        #expect(evidence[.hook].map { $0["event"] } == ["headersHelper"])
        #expect(evidence[.hook].map { $0["line"] } == [5])
    }

    @Test func settingsSwitchServersOffAndApproveThem() throws {
        let servers = ["a", "b", "c", "d", "e"].map { "\"\($0)\": {\"command\": \"x\"}" }.joined(separator: ", ")
        let evidence = try Workspace([
            ".mcp.json": "{\"mcpServers\": {\(servers)}}",
            ".claude/settings.json": """
            {"disabledMcpjsonServers": ["a"], "deniedMcpServers": [{"serverName": "b"}],
             "permissions": {"defaultMode": "default", "deny": ["mcp__c"], "allow": ["mcp__d__*", "mcp__e__get", "mcp__c__x"]}}
            """,
        ]).collect()
        let state = evidence[.mcpServer].map { "\($0["enabled"].description) \($0["auto_approved"].description)" }
        #expect(state == ["false none", "false none", "false none", "true all", "true some"])
    }

    @Test func anAdministratorsServersStandAlone() throws {
        let evidence = try Workspace([
            "etc/claude-code/managed-mcp.json": "{\"mcpServers\": {\"m\": {\"command\": \"x\"}}}",
            "repo/.mcp.json": "{\"mcpServers\": {\"p\": {\"command\": \"x\"}}}",
        ]).collect()
        let enabled = Dictionary(
            uniqueKeysWithValues: evidence[.mcpServer].map { ($0["name"].text ?? "", $0["enabled"].boolean) })
        #expect(enabled == ["m": true, "p": false])
        #expect(evidence.agents.map(\.rawValue) == ["claude-code@repo"])
    }

    @Test func subAgentsAreReadWhole() throws {
        let evidence = try Workspace([
            ".claude/agents/a.md": "---\nname: a\ndescription: x\n---\ndo",
            ".claude/agents/deep/b.md": """
            ---
            name: b
            description: x
            tools: Read, Bash(ls *), mcp__s__t, Write
            disallowedTools: Write
            model: haiku
            maxTurns: 5
            permissionMode: bypassPermissions
            memory: project
            ---
            do
            """,
            ".claude/agents/README.md": "no front matter",
        ]).collect()
        #expect(evidence[.agent].filter { $0["kind"] == "sub-agent" }.map { $0["name"] } == ["a", "b"])
        #expect(evidence[.tool].filter { $0["actor"] == "a" }.map { $0["name"] } == ["*"])
        let tools = evidence[.tool].filter { $0["actor"] == "b" }
        #expect(tools.map { $0["name"] } == ["Read", "Bash(ls *)", "mcp__s__t"])
        #expect(tools.map { $0["line"] } == [4, 4, 4])
        #expect(tools.map { $0["server"] } == [.null, .null, "s"])
        #expect(evidence[.delegation].map { $0["peer"] } == ["a", "b"])
        #expect(evidence[.budget].first { $0["actor"] == "b" }?["value"] == .real(5))
        #expect(evidence[.model].first { $0["actor"] == "b" }?["pinned"] == false)
        #expect(evidence[.memory].first { $0["actor"] == "b" }?["scope"] == "project")
        #expect(evidence[.approval].contains { $0["mode"] == "never" && $0["line"] == 8 })
        #expect(evidence[.instruction].count == 3)
    }

    @Test func aLockedModeCannotComeBackThroughASubAgent() throws {
        let evidence = try Workspace([
            ".claude/settings.json":
                "{\"permissions\": {\"defaultMode\": \"plan\", \"disableBypassPermissionsMode\": \"disable\"}}",
            ".claude/agents/a.md": "---\nname: a\ndescription: x\npermissionMode: bypassPermissions\n---\n",
        ]).collect()
        #expect(!evidence[.approval].contains { $0["mode"] == "never" })
    }

    @Test func skillsAndCommandsBringGrantsAlong() throws {
        let evidence = try Workspace([
            ".claude/settings.json": "{\"permissions\": {\"deny\": [\"Bash(curl *)\"]}}",
            ".claude/skills/k/SKILL.md":
                "---\nname: k\nallowed-tools: Bash(git push:*), Read Bash(curl:*)\n---\nState: !`git status`\n",
            ".claude/commands/go/c.md": "---\nallowed-tools:\n  - Bash(*)\n---\nx\n",
        ]).collect()
        let grants = evidence[.permission].filter { $0["actor"] != "main" }
        #expect(grants.map { $0["actor"] } == ["c", "k", "k", "k"])
        #expect(grants.map { $0["rule"] } == ["Bash(*)", "Bash(git push:*)", "Read", "Bash(curl:*)"])
        #expect(grants.map { $0["effective"] } == [true, true, true, false])
        #expect(grants.map { $0["line"] } == [3, 3, 3, 3])
        let skill = try #require(evidence[.instruction].first { $0["name"] == "k" })
        #expect(skill["runs_shell"] == true && skill["line"] == 5)
        #expect(evidence[.instruction].first { $0["name"] == "c" }?["runs_shell"] == false)
    }

    @Test func aServerWithAnAddressAndNoTypeIsDropped() throws {
        let evidence = try Workspace([
            ".mcp.json":
                #"{"mcpServers": {"a": {"url": "https://a.example/mcp"}, "b": {"url": "https://b.example/mcp","#
                + #" "type": "http"}}}"#
        ]).collect()
        #expect(evidence[.mcpServer].map { [$0["name"], $0["enabled"]] } == [["a", false], ["b", true]])
        let setting = try #require(evidence[.setting].first { $0["key"] == "mcpServers.a.url" })
        #expect(setting["status"] == "not-honoured")
    }
}
