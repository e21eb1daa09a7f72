import Collecting
import Compliance
import Testing

/// Settings that look present and are not in force; gates, sandbox, telemetry.
@Suite struct ClaudeCodeSettingTests {
    private func collect(_ settings: String, file: String = ".claude/settings.json") throws -> Evidence {
        try Workspace([file: settings]).collect()
    }

    @Test(arguments: [
        ("{\"disableBypassPermissionsMode\": \"disable\"}", "disableBypassPermissionsMode", "misplaced"),
        ("{\"defaultMode\": \"plan\"}", "defaultMode", "misplaced"),
        ("{\"permissions\": {\"allowManagedHooksOnly\": true}}", "permissions.allowManagedHooksOnly", "misplaced"),
        ("{\"sandbox\": {\"enabled\": true, \"allowedDomains\": [\"x\"]}}", "sandbox.allowedDomains", "misplaced"),
        ("{\"mcpServers\": {\"a\": {\"command\": \"x\"}}}", "mcpServers.a.command", "misplaced"),
        ("{\"autoConnectIde\": true}", "autoConnectIde", "not-honoured"),
        ("{\"strictKnownMarketplaces\": []}", "strictKnownMarketplaces", "not-honoured"),
        ("{\"allowManagedPermissionRulesOnly\": true}", "allowManagedPermissionRulesOnly", "not-honoured"),
        ("{\"skipDangerousModePermissionPrompt\": true}", "skipDangerousModePermissionPrompt", "not-honoured"),
        ("{\"skipAutoPermissionPrompt\": true}", "skipAutoPermissionPrompt", "not-honoured"),
        ("{\"permissions\": {\"defaultMode\": \"auto\"}}", "permissions.defaultMode", "not-honoured"),
        ("{\"permissions\": {\"defaultMode\": \"yolo\"}}", "permissions.defaultMode", "not-honoured"),
        (
            "{\"permissions\": {\"disableBypassPermissionsMode\": true}}", "permissions.disableBypassPermissionsMode",
            "not-honoured"
        ),
        ("{\"sandbox\": {\"failIfUnavailable\": true}}", "sandbox.failIfUnavailable", "not-honoured"),
        ("{\"sandbox\": {\"enabled\": \"true\"}}", "sandbox.enabled", "not-honoured"),
        ("{\"madeUp\": {\"x\": 1}}", "madeUp.x", "unknown"),
        ("{\"permissions\": {\"forbid\": []}}", "permissions.forbid", "unknown"),
        ("{\"hooks\": {\"preEdit\": {\"command\": \"x\"}}}", "hooks.preEdit.command", "unknown"),
        ("{\"sandbox\": {\"enabled\": true}}", "sandbox.enabled", "in-force"),
        ("{\"env\": {\"A\": \"1\"}}", "env.A", "in-force"),
        ("{\"permissions\": {\"deny\": [\"Bash\"]}}", "permissions.deny", "in-force"),
    ])
    func everyLeafSaysWhetherItCounts(settings: String, key: String, status: String) throws {
        let row = try #require(try collect(settings)[.setting].first { $0["key"].text == key })
        #expect(row["status"].text == status)
        #expect((row["reason"] == .null) == (status == "in-force"))
    }

    @Test func aControlThatOnlyLooksPresentIsNotCredited() throws {
        let evidence = try collect(
            "{\"disableBypassPermissionsMode\": \"disable\", \"sandbox\": {\"failIfUnavailable\": true, \"enabled\": \"yes\"}}"
        )
        #expect(evidence[.approval].allSatisfy { $0["bypassable"] == true })
        #expect(evidence[.sandbox].map { $0["enabled"] } == [false])
    }

    @Test(arguments: [
        ("{}", "model", "never"), ("{\"permissions\": {\"defaultMode\": \"default\"}}", "always", "always"),
        ("{\"disableAutoMode\": \"disable\"}", "always", "always"),
        ("{\"permissions\": {\"defaultMode\": \"acceptEdits\"}}", "on-risk", "never"),
        ("{\"permissions\": {\"defaultMode\": \"bypassPermissions\"}}", "never", "never"),
        ("{\"permissions\": {\"defaultMode\": \"dontAsk\"}}", "always", "always"),
        ("{\"permissions\": {\"defaultMode\": \"default\", \"allow\": [\"Bash\", \"Edit(x)\"]}}", "never", "always"),
        ("{\"permissions\": {\"defaultMode\": \"default\", \"allow\": [\"Edit\"]}}", "always", "never"),
        ("{\"permissions\": {\"defaultMode\": \"bypassPermissions\", \"ask\": [\"Bash\"]}}", "always", "never"),
        ("{\"sandbox\": {\"enabled\": true}, \"permissions\": {\"defaultMode\": \"default\"}}", "on-risk", "always"),
        (
            "{\"sandbox\": {\"enabled\": true, \"autoAllowBashIfSandboxed\": false}, \"permissions\": {\"defaultMode\": \"default\"}}",
            "always", "always"
        ),
    ])
    func gatesFollowModeSandboxAndRules(settings: String, shell: String, write: String) throws {
        let gates = try collect(settings)[.approval]
        #expect(gates.first { $0["covers"] == "shell" }?["mode"].text == shell)
        #expect(gates.first { $0["covers"] == "write" }?["mode"].text == write)
        #expect(gates.count == 5)
    }

    @Test func gatesAreCitedWhereTheyAreDecided() throws {
        let gates = try collect(
            "{\n \"permissions\": {\n  \"defaultMode\": \"default\",\n  \"allow\": [\"Bash\"]\n }\n}")[.approval]
        #expect(gates.first { $0["covers"] == "write" }?["line"] == 3)
        #expect(gates.first { $0["covers"] == "shell" }?["line"] == 4)
        #expect(gates.first { $0["covers"] == "shell" }?["pointer"] == "/permissions/allow/0")
    }

    @Test func whatNoFileSaysHasNoLine() throws {
        let gates = try collect("{\n \"permissions\": {\n  \"allow\": [\"Bash(ls)\"]\n }\n}")[.approval]
        #expect(gates.count == 5)
        #expect(gates.allSatisfy { $0["line"] == .null })
        #expect(gates.first { $0["covers"] == "shell" }?["pointer"] == "/permissions/defaultMode")
        let written = try collect("{\n \"permissions\": {\n  \"allow\": [\"Edit\"]\n }\n}")[.approval]
        #expect(written.first { $0["covers"] == "write" }?["line"] == 3)
        // The lock is what the gate before any action lacks.
        #expect(gates.first { $0["covers"] == "any" }?["pointer"] == "/permissions/disableBypassPermissionsMode")
    }

    @Test func locksAreCitedWhereTheyStand() throws {
        let gates = try collect(
            "{\n \"disableAutoMode\": \"disable\",\n \"permissions\": {\"disableBypassPermissionsMode\": \"disable\"}\n}"
        )[
            .approval]
        #expect(gates.map { $0["mode"] == "always" && $0["bypassable"] == false } == Array(repeating: true, count: 5))
        #expect(gates.first { $0["covers"] == "any" }?["line"] == 3)
        #expect(gates.first { $0["covers"] == "shell" }?["line"] == 2)
    }

    @Test(arguments: [
        (#"{"defaultMode": "acceptEdits"}"#, Set(["rm", "rmdir", "mkdir", "touch", "mv", "cp", "sed"])),
        (
            #"{"defaultMode": "acceptEdits", "ask": ["Bash(rm *)"], "deny": ["Bash(sed *)"]}"#,
            Set(["rmdir", "mkdir", "touch", "mv", "cp"])
        ),
        (#"{"defaultMode": "default"}"#, Set<String>()), ("{}", Set<String>()),
    ])
    func acceptedEditsBringCommandsAlong(permissions: String, expected: Set<String>) throws {
        let rows = try collect("{\"permissions\": \(permissions)}")[.permission].filter {
            $0["rule"] == "acceptEdits" && $0["effective"] == true
        }
        #expect(Set(rows.compactMap { $0["target"].text?.split(separator: " ").first.map(String.init) }) == expected)
        for row in rows {
            let isRemoval = row["target"].text?.hasPrefix("rm") == true
            #expect(row["hazard"].text == (isRemoval ? "destructive" : "write"))
            #expect(row["pointer"] == "/permissions/defaultMode")
        }
    }

    @Test(arguments: [(#"{"permissions": {"defaultMode": "default"}}"#, String?("none")), ("{}", nil)])
    func whereAModelMayAnswerServersAreNotCredited(settings: String, expected: String?) throws {
        let evidence = try Workspace([
            ".claude/settings.json": settings,
            ".mcp.json": #"{"mcpServers": {"a": {"command": "node", "args": ["a.js"]}}}"#,
        ]).collect()
        #expect(evidence[.mcpServer].first { $0["client"] == "Claude Code" }?["auto_approved"].text == expected)
    }

    @Test func theSandboxIsReadWhole() throws {
        let row = try #require(
            try collect(
                """
                {"sandbox": {"enabled": true, "failIfUnavailable": true, "allowUnsandboxedCommands": false,
                  "excludedCommands": ["docker", "git"], "enableWeakerNestedSandbox": true,
                  "filesystem": {"allowWrite": ["/"]}, "network": {"allowedDomains": ["*"]}}}
                """)[.sandbox].first)
        let expected: [String: Value] = [
            "enabled": true, "required": true, "escapable": false, "auto_allow": true, "filesystem": "full",
            "network": "open",
            "weakened": true, "exclusions": 2, "covers_mcp": false,
        ]
        for (column, value) in expected { #expect(row[column] == value) }
    }

    @Test func domainsHoldWhileTheSandboxDoes() throws {
        let domains =
            "\"network\": {\"allowedDomains\": [\"a.example\", \"*.b.example\"], \"deniedDomains\": [\"c.example\"]}"
        let on = try collect("{\"sandbox\": {\"enabled\": true, \(domains)}}")[.egress]
        #expect(
            on.map { "\($0["effect"].description) \($0["breadth"].description)" } == [
                "allow exact", "allow pattern", "deny exact",
            ])
        #expect(try collect("{\"sandbox\": {\(domains)}}")[.egress].isEmpty)
    }

    @Test func telemetryGoesWhereTheVariablesSay() throws {
        let evidence = try collect(
            """
            {"env": {"CLAUDE_CODE_ENABLE_TELEMETRY": "1", "OTEL_LOGS_EXPORTER": "otlp",
              "OTEL_EXPORTER_OTLP_ENDPOINT": "http://collector.example:4317", "OTEL_LOG_USER_PROMPTS": "1",
              "OTEL_METRICS_EXPORTER": "console"}, "cleanupPeriodDays": 7}
            """)
        let log = try #require(evidence[.telemetry].first { $0["kind"] == "log" })
        #expect(
            log["enabled"] == true && log["remote"] == true && log["tls"] == false && log["captures_prompts"] == true)
        #expect(log["line"] == 2)
        #expect(evidence[.telemetry].first { $0["kind"] == "metric" }?["captures_actions"] == false)
        #expect(evidence[.telemetry].first { $0["kind"] == "transcript" }?["retention_days"] == 7)
        let off = try collect("{\"env\": {\"OTEL_LOGS_EXPORTER\": \"otlp\"}}")[.telemetry].first { $0["kind"] == "log" }
        #expect(off?["enabled"] == false)
    }

    @Test(arguments: [
        ("claude-opus-4-6", true), ("claude-3-5-sonnet-20241022", true), ("us.anthropic.claude-sonnet-4-5-v1:0", true),
        ("opus", false), ("sonnet[1m]", false), ("claude-3-5-sonnet-latest", false), ("default", false),
    ])
    func modelsArePinnedByTheirVersion(name: String, pinned: Bool) throws {
        let row = try #require(try collect("{\"model\": \"\(name)\"}")[.model].first)
        #expect(row["pinned"].boolean == pinned)
    }

    @Test func componentsAndFoldersAreRead() throws {
        let evidence = try collect(
            """
            {"enabledPlugins": {"a@m": true, "b@m": false},
             "extraKnownMarketplaces": {"m": {"source": {"source": "github", "repo": "o/r", "ref": "main"}, "autoUpdate": true},
               "n": {"source": {"source": "github", "repo": "o/r", "sha": "0123456789012345678901234567890123456789"}},
               "l": {"source": {"source": "directory", "path": "./x"}}},
             "permissions": {"additionalDirectories": ["/srv"]}, "apiKeyHelper": "./key.sh"}
            """)
        let pins = Dictionary(
            uniqueKeysWithValues: evidence[.component].map { ($0["name"].text ?? "", $0["pin"].text ?? "") })
        #expect(pins == ["a@m": "none", "b@m": "none", "m": "none", "n": "digest", "l": "local"])
        #expect(evidence[.component].first { $0["name"] == "m" }?["auto_update"] == true)
        #expect(evidence[.component].first { $0["name"] == "b@m" }?["enabled"] == false)
        #expect(evidence[.dataSource].map { $0["name"] } == ["/srv"])
        #expect(evidence[.credential].map { $0["storage"] } == ["helper"])
    }
}
