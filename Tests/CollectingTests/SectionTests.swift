import Compliance
import Testing

@testable import Collecting

/// Files and sections of settings that have no effect.
@Suite struct SectionTests {
    @Test func cursorTakesNoneOfItsInventions() throws {
        let folder = try Workspace([
            ".cursor/permissions.json": """
            {
              "version": "1.0.0",
              "permissions": {
                "blocked_patterns": ["**/.env*"]
              }
            }
            """,
            ".cursor/cli.json": """
            {
              "auto_approve_all": true,
              "review": {"auto_approve": true},
              "permissions": {"allow": ["Shell(ls)"]}
            }
            """,
        ])
        let evidence = try folder.collect()
        let sections = evidence[.setting].filter { $0["type"] == "section" }
        #expect(
            sections.compactMap { $0["artifact"].text }.sorted() == [".cursor/cli.json", ".cursor/permissions.json"])
        #expect(sections.first { $0["key"] == "auto_approve_all" }?["line"] == 2)
        #expect(sections.first { $0["key"] == "permissions" }?["line"] == 3)
        let block = evidence[.setting].first { $0["key"] == "permissions.blocked_patterns" }
        #expect(block?["status"] == "unknown")
    }

    @Test func cursorsOwnKeysAreNone() throws {
        let folder = try Workspace([
            ".cursor/cli.json": "{\"version\": 1, \"permissions\": {\"allow\": [\"Shell(ls)\"]}}",
            ".cursor/permissions.json": "{\"terminalAllowlist\": [\"ls\"]}",
        ])
        #expect(try !folder.collect()[.setting].contains { $0["type"] == "section" })
    }

    @Test func claudeStartsNoServersOfSettings() throws {
        let folder = try Workspace([
            ".claude/settings.json": """
            {"permissions": {"deny": ["Read(./.env)"]},
             "mcpServers": {"a": {"command": "uvx", "args": ["x"]}}}
            """
        ])
        let evidence = try folder.collect()
        #expect(evidence[.mcpServer].isEmpty)
        let section = try #require(evidence[.setting].first { $0["type"] == "section" })
        #expect(section["key"] == "mcpServers")
        #expect(section["line"] == 2)
        #expect(section["status"] == "misplaced")
    }

    @Test func anAsyncGateCannotBlock() throws {
        let hook = "{\"type\": \"command\", \"command\": \"./log.sh\", \"async\": true}"
        let folder = try Workspace([
            ".claude/settings.json":
                "{\"hooks\": {\"PreToolUse\": [{\"hooks\": [\(hook)]}], \"Stop\": [{\"hooks\": [\(hook)]}]}}"
        ])
        let evidence = try folder.collect()
        #expect(evidence[.guardrail].map { $0["blocking"] } == [false])
    }

    @Test func setupStepsSayWhatTheyPaste() throws {
        let commit = String(repeating: "9f2c1e7d", count: 5)
        let folder = try Workspace([
            ".github/workflows/copilot-setup-steps.yml": """
            jobs:
              copilot-setup-steps:
                runs-on: ubuntu-latest
                steps:
                  - uses: actions/checkout@v6
                  - uses: actions/setup-node@\(commit)
                  - run: |
                      npm ci
                      npm install -g tool other@1.2.3
                      tool login ${{ secrets.TOOL_TOKEN }}
                  - run: echo ${{ github.ref }}
            """
        ])
        let evidence = try folder.collect()
        let pasted = evidence[.credential].filter { $0["storage"] == "argument" }
        #expect(pasted.map { $0["name"] } == ["TOOL_TOKEN"])
        #expect(pasted.first?["line"] == 10)
        let parts = evidence[.component]
        #expect(parts.map { $0["name"] } == ["actions/checkout", "actions/setup-node", "tool", "other"])
        #expect(parts.map { $0["pin"] } == ["range", "digest", "none", "exact"])
        #expect(parts.map { $0["line"] } == [5, 6, 9, 9])
        #expect(evidence[.sandbox].first?["exclusions"] == 0)
        #expect(Set(evidence[.hook].compactMap { $0["event"].text }) == ["copilot-setup-steps"])
    }
}
