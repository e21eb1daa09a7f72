import Collecting
import Compliance
import Testing

/// Permission rules, and which of them the product acts on.
@Suite struct ClaudeCodeRuleTests {
    private func permissions(_ settings: String) throws -> [Row] {
        try Workspace([".claude/settings.json": settings]).collect()[.permission]
    }

    @Test(arguments: [
        ("Bash", "shell", "any", "arbitrary-code", true), ("Bash(*)", "shell", "any", "arbitrary-code", true),
        ("Bash(:*)", "shell", "any", "arbitrary-code", true),
        ("Bash(python3:*)", "shell", "pattern", "arbitrary-code", true),
        ("Bash(npx *)", "shell", "pattern", "arbitrary-code", true),
        ("Bash(curl:*)", "shell", "pattern", "network", true),
        ("Bash(rm:*)", "shell", "pattern", "destructive", true),
        ("Bash(git push:*)", "shell", "pattern", "arbitrary-code", true),
        ("Bash(git status)", "shell", "exact", "none", true), ("Bash(npm test)", "shell", "exact", "none", true),
        ("PowerShell(*)", "shell", "any", "arbitrary-code", true),
        ("PowerShell(Get-ChildItem *)", "shell", "pattern", "read", true),
        ("WebFetch", "network", "any", "network", true),
        ("WebFetch(domain:*)", "network", "any", "network", true),
        ("WebFetch(domain:a.example)", "network", "exact", "none", true),
        ("WebFetch(domain:*.example)", "network", "pattern", "network", true),
        ("WebFetch(https://a.example)", "network", "exact", "none", false),
        ("WebSearch", "search", "any", "none", true),
        ("Read", "read", "any", "secrets", true), ("Read(./.env)", "read", "exact", "secrets", true),
        ("Read(~/.ssh/**)", "read", "pattern", "secrets", true), ("Read(src/**)", "read", "pattern", "read", true),
        ("Edit", "write", "any", "write", true), ("Edit(docs/**)", "write", "pattern", "write", true),
        ("Write", "write", "any", "write", true), ("Write(*)", "write", "any", "write", true),
        ("Write(./x/**)", "write", "pattern", "write", false), ("MultiEdit(x)", "write", "exact", "write", false),
        ("NotebookEdit(x)", "write", "exact", "write", false), ("Glob(x)", "read", "exact", "read", false),
        ("mcp__a__b", "mcp", "exact", "none", true), ("mcp__a__*", "mcp", "pattern", "none", true),
        ("mcp__a", "mcp", "pattern", "none", true), ("mcp__a__get_*", "mcp", "pattern", "none", true),
        ("mcp__*", "mcp", "any", "none", false), ("mcp__a__b(x)", "mcp", "exact", "none", false),
        ("Agent(x)", "agent", "exact", "none", true), ("Task(x)", "agent", "exact", "none", true),
        ("*", "any", "any", "arbitrary-code", false), ("B*", "tool", "exact", "none", false),
        ("Bash(ls", "shell", "exact", "none", false), ("Bash ls)", "tool", "exact", "none", false),
        ("Bash()", "shell", "exact", "none", false), ("bash(ls)", "tool", "exact", "none", false),
        ("Read(/tmp)", "read", "exact", "read", false), ("Edit(/Users/a/x)", "write", "exact", "write", false),
        ("Read(//tmp/**)", "read", "pattern", "read", true), ("Edit(/src/**)", "write", "pattern", "write", true),
        ("Bash(command:rm *)", "shell", "pattern", "write", false),
        ("Bash(find:*)", "shell", "pattern", "read", true), ("Bash(find . *)", "shell", "pattern", "read", true),
        ("Bash(find . -delete *)", "shell", "pattern", "arbitrary-code", true),
        ("Bash(find . -exec *)", "shell", "pattern", "arbitrary-code", true),
        ("Bash(find . | sh *)", "shell", "pattern", "arbitrary-code", true),
        ("Bash(find*)", "shell", "pattern", "arbitrary-code", true),
        ("Bash(watch *)", "shell", "pattern", "arbitrary-code", false),
        ("Bash(flock:*)", "shell", "pattern", "arbitrary-code", false),
        ("PowerShell(find *)", "shell", "pattern", "arbitrary-code", true),
        ("Bash(Get-Content *.kdbx)", "shell", "pattern", "secrets", false),
        ("Bash(get-stats *)", "shell", "pattern", "read", true), ("Bash(Get-it)", "shell", "exact", "read", true),
    ])
    func rulesMeanWhatTheProductMakesOfThem(
        rule: String, capability: String, breadth: String, hazard: String, effective: Bool
    ) throws {
        let row = try #require(try permissions("{\"permissions\":\n {\"allow\": [\"x\",\n  \"\(rule)\"]}}").last)
        #expect(row["capability"].text == capability)
        #expect(row["breadth"].text == breadth)
        #expect(row["hazard"].text == hazard)
        #expect(row["effective"].boolean == effective)
        #expect((row["reason"] == .null) == effective)
        #expect(row["line"].integer == 3 && row["column"].integer == 3)
        #expect(row["pointer"].text == "/permissions/allow/1")
    }

    @Test func aCompoundDenyNeverMatches() throws {
        let rows = try permissions(
            "{\"permissions\": {\"deny\": [\"Bash(curl * | sh)\", \"Bash(a && b)\", \"Bash(grep 'a|b' *)\", \"mcp__*\"]}}"
        )
        #expect(rows.map { $0["effective"] } == [false, false, true, true])
    }

    @Test(arguments: [
        ("Bash(git push:*)", "Bash(git push:*)", false), ("Bash(git *)", "Bash(git push *)", false),
        ("Bash(git push *)", "Bash(git *)", true), ("Bash", "Bash(ls)", false), ("*", "Edit(x)", false),
        ("Read(**/.env)", "Read(./.env)", false), ("Read(secrets/**)", "Edit(secrets/**)", false),
        ("Edit(secrets/**)", "Read(secrets/**)", true), ("mcp__a", "mcp__a__b", false), ("mcp__a__*", "mcp__a", false),
        ("mcp__a__b", "mcp__a__*", true), ("mcp__*", "mcp__a__b", false),
        ("WebFetch", "WebFetch(domain:x.example)", false),
        ("Write(x)", "Write", true), ("Agent(x)", "Agent(y)", true),
    ])
    func whatComesFirstShadows(first: String, allowed: String, effective: Bool) throws {
        for effect in ["deny", "ask"] {
            let rows = try permissions(
                "{\"permissions\": {\"allow\": [\"\(allowed)\"], \"\(effect)\": [\"\(first)\"]}}")
            let row = try #require(rows.first { $0["effect"] == "allow" })
            #expect(row["effective"].boolean == effective)
        }
    }

    @Test func denyBeatsAskBeatsAllow() throws {
        let rows = try permissions(
            "{\"permissions\": {\"allow\": [\"Bash(a *)\", \"Bash(b)\"], \"ask\": [\"Bash(a *)\"], \"deny\": [\"Bash(a *)\"]}}"
        )
        let effective = rows.filter { $0["effective"] == true }.map {
            "\($0["effect"].description) \($0["rule"].description)"
        }
        #expect(Set(effective) == ["deny Bash(a *)", "allow Bash(b)"])
    }

    @Test(.timeLimit(.minutes(1))) func hostileListsEnd() throws {
        let rules = { (word: String) in (0..<1_500).map { "\"Bash(\(word)\($0) * x *)\"" }.joined(separator: ",") }
        let rows = try permissions("{\"permissions\": {\"allow\": [\(rules("a"))], \"deny\": [\(rules("b"))]}}")
        #expect(rows.count == 3_000)
    }

    @Test func secretsInRulesAreSaidAndNotShown() throws {
        let evidence = try Workspace([
            ".claude/settings.local.json": "{\"permissions\": {\"allow\": [\"Bash(curl -H 'x: \(MadeUp.github)' *)\"]}}"
        ]).collect()
        #expect(!evidence.texts.contains { $0.contains(MadeUp.github) })
        #expect(evidence[.credential].map { $0["storage"] } == ["inline"])
        #expect(evidence[.permission].map { $0["hazard"] } == ["network"])
    }
}
