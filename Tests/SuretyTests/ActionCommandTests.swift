import Foundation
import Testing

/// `--actions` as its users call it.
@Suite struct ActionCommandTests {
    static let settings = "{\"permissions\": {\"deny\": [\"mcp__edr__delete\"]}}"
    static let log = """
        {"at":"2026-11-20T10:00:00Z","server":"edr","tool":"delete","outcome":"done","decision":"allowed"}
        {"at":"2026-11-20T10:00:01Z","server":"edr","tool":"purge","agent":"nobody","outcome":"done"}

        """

    @Test func aDeniedActionThatWasDoneIsAGapAtItsLine() throws {
        let log = Self.log.split(separator: "\n")
        let scene = try OutsideScene([
            "repo/.claude/settings.json": Self.settings,
            "outside/run.jsonl": log[0].replacing("}", with: ",\"agent\":\"claude-code@.\"}") + "\n" + log[1] + "\n",
        ])
        let gaps = try scene.gaps(["--actions", "outside"])
        let denied = try #require(gaps.first { $0["check"] == "actions/denied-not-executed" })
        #expect(denied["severity"] == "critical" && denied.values.contains { $0.contains("outside/run.jsonl:1") })
        #expect(denied.values.contains { $0.contains("mcp__edr__delete") })
        #expect(try !scene.gaps([]).contains { $0["check"]?.hasPrefix("actions/") == true })
    }

    @Test func whatIsNotThereOrNoLogIsAnError() throws {
        let scene = try OutsideScene([
            "repo/.claude/settings.json": "{}", "empty/readme.txt": "x", "no.log": "nothing\n",
        ])
        #expect(try scene.run(["collect", "repo", "--actions", "absent", "-o", "-"]).code == 65)
        #expect(try scene.run(["collect", "repo", "--actions", "empty", "-o", "-"]).code == 65)
        // A file that is named and is no log could not be read.
        #expect(try scene.run(["collect", "repo", "--actions", "no.log", "-o", "-", "-q"]).code == 2)
    }

    @Test func savedEvidenceIsJoinedWithALogLater() throws {
        let scene = try OutsideScene([
            "repo/.claude/settings.json": Self.settings,
            "run.jsonl": Self.log.replacing("\"agent\":\"nobody\"", with: "\"agent\":\"claude-code@.\""),
        ])
        #expect(try scene.run(["collect", "repo", "-o", "e.json", "-q"]).code == 0)
        let sql = "SELECT agent, tool, gate FROM action"
        let saved = try scene.run(["query", sql, "e.json", "--actions", "run.jsonl", "-f", "csv", "-q"]).output
        let direct = try scene.run(["query", sql, "repo", "--actions", "run.jsonl", "-f", "csv", "-q"]).output
        #expect(saved.contains("claude-code@.,purge,") && direct == saved)
    }

    @Test func aLogThatLiesInTheFolderIsNotCountedTwice() throws {
        let scene = try OutsideScene([
            "repo/.claude/settings.json": Self.settings, "repo/actions.jsonl": Self.log,
        ])
        let count = "SELECT count FROM action WHERE tool = 'delete'"
        let once = try scene.run(["query", count, "repo", "--actions", "repo/actions.jsonl", "-f", "csv", "-q"]).output
        #expect(once.split(whereSeparator: \.isNewline).dropFirst() == ["1"])
    }
}
