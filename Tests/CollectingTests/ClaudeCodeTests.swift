import Collecting
import Compliance
import Testing

@Suite struct ClaudeCodeTests {
    private func permissions(_ settings: String) throws -> [Row] {
        try Workspace([".claude/settings.json": settings]).collect()[.permission]
    }

    @Test(arguments: [
        ("Bash", "shell", "any", "arbitrary-code", true), ("Bash(*)", "shell", "any", "arbitrary-code", true),
        ("Bash(python3:*)", "shell", "pattern", "arbitrary-code", true),
        ("Bash(npx *)", "shell", "pattern", "arbitrary-code", true),
        ("Bash(curl:*)", "shell", "pattern", "network", true), ("Bash(rm:*)", "shell", "pattern", "destructive", true),
        ("Bash(git push:*)", "shell", "pattern", "publish", true), ("Bash(git status)", "shell", "exact", "none", true),
        ("Bash(npm test)", "shell", "exact", "none", true), ("WebFetch", "network", "any", "network", true),
        ("WebFetch(domain:a.example)", "network", "exact", "none", true),
        ("Read(./.env)", "read", "exact", "secrets", true),
        ("Write(./x/**)", "write", "pattern", "write", false), ("mcp__a__b", "mcp", "exact", "none", true),
        ("mcp__a__*", "mcp", "pattern", "none", true), ("mcp__a", "mcp", "pattern", "none", true),
        ("*", "any", "any", "arbitrary-code", false),
        ("Bash(ls", "shell", "exact", "none", false),
    ])
    func rulesMeanWhatTheProductMakesOfThem(
        rule: String, capability: String, breadth: String, hazard: String, effective: Bool
    ) throws {
        let row = try #require(try permissions("{\"permissions\": {\"allow\": [\"\(rule)\"]}}").first)
        #expect(row["capability"].text == capability)
        #expect(row["breadth"].text == breadth)
        #expect(row["hazard"].text == hazard)
        #expect(row["effective"].boolean == effective)
        #expect(row["line"].integer == 1)
    }

    @Test func denyBeatsAskBeatsAllow() throws {
        let rows = try permissions(
            "{\"permissions\": {\"allow\": [\"Bash(git push:*)\", \"Bash(ls)\"], \"ask\": [\"Bash(git push:*)\"], \"deny\": [\"WebFetch\"]}}"
        )
        let allowed = rows.filter { $0["effect"] == "allow" && $0["effective"] == true }
        #expect(allowed.map { $0["rule"].text } == ["Bash(ls)"])
    }

    @Test func levelsMergeAsTheProductMergesThem() throws {
        let evidence = try Workspace([
            "etc/claude-code/managed-settings.json":
                "{\"permissions\": {\"deny\": [\"Bash\"], \"disableBypassPermissionsMode\": \"disable\"}}",
            "home/ann/.claude/settings.json": "{\"sandbox\": {\"enabled\": true}}",
            "repo/.claude/settings.json":
                "{\"permissions\": {\"allow\": [\"Bash(*)\"], \"defaultMode\": \"bypassPermissions\"}}",
            "repo/.claude/settings.local.json": "{\"sandbox\": {\"enabled\": false}}",
        ]).collect()
        #expect(evidence.agents == [AgentID("claude-code@repo")])
        #expect(evidence[.permission].filter { $0["effect"] == "allow" }.map { $0["effective"] } == [false])
        #expect(evidence[.sandbox].map { $0["enabled"] } == [false])
        #expect(evidence[.approval].allSatisfy { $0["mode"] == "always" && $0["bypassable"] == false })
    }

    @Test func aControlThatOnlyLooksPresentIsNotCredited() throws {
        let evidence = try Workspace([
            ".claude/settings.json":
                "{\"disableBypassPermissionsMode\": \"disable\", \"sandbox\": {\"failIfUnavailable\": true}}"
        ]).collect()
        #expect(evidence[.approval].allSatisfy { $0["bypassable"] == true })
        #expect(evidence[.sandbox].map { $0["enabled"] } == [false])
        #expect(evidence[.setting].first { $0["key"] == "disableBypassPermissionsMode" }?["status"] == "misplaced")
    }

    @Test func aTemplateIsSeenInPartOnly() throws {
        let evidence = try Workspace(["managed-settings.json": "{\"permissions\": {\"allow\": [\"Bash(*)\"]}}"])
            .collect()
        #expect(evidence[.agent].map { $0["kind"] } == ["policy-template"])
        #expect(evidence[.coverage].allSatisfy { $0["completeness"] == "partial" })
    }

    @Test func aFileWithCommentsIsRefusedAsTheProductRefusesIt() throws {
        let evidence = try Workspace([".claude/settings.json": "{ // no\n}"]).collect()
        #expect(evidence[.artifact].map { $0["status"] } == ["refused"])
        #expect(evidence[.coverage].first { $0["table_name"] == "permission" }?["completeness"] == "partial")
    }

    @Test func serversAreReadWithPinsAndAuthentication() throws {
        let evidence = try Workspace([
            ".mcp.json": """
            {"mcpServers": {
              "a": {"command": "npx", "args": ["-y", "@x/y@1.2.3"]},
              "b": {"command": "npx", "args": ["-y", "@x/y@latest"]},
              "c": {"type": "http", "url": "http://h.example/mcp", "headers": {"Authorization": "Bearer ${T}"}}
            }}
            """
        ]).collect()
        let servers = evidence[.mcpServer]
        #expect(servers.map { $0["pin"] } == ["exact", "none", .null])
        #expect(servers.map { $0["line"].integer } == [2, 3, 4])
        #expect(servers[2]["tls"] == false)
        #expect(servers[2]["auth"] == "bearer")
        #expect(evidence[.credential].map { $0["storage"] } == ["environment"])
    }

    @Test func subAgentsWithoutToolsInheritAll() throws {
        let evidence = try Workspace([
            ".claude/agents/a.md": "---\nname: a\ndescription: x\n---\ndo",
            ".claude/agents/b.md": "---\nname: b\ntools: Read, Bash(ls)\n---\ndo",
        ]).collect()
        #expect(evidence[.tool].filter { $0["actor"] == "a" }.map { $0["name"] } == ["*"])
        #expect(evidence[.tool].filter { $0["actor"] == "b" }.map { $0["name"] } == ["Read", "Bash(ls)"])
    }
}
