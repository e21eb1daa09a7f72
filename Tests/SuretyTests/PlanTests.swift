import Foundation
import Testing

/// `surety plan`: changes are tried before they are offered, and what is applied is kept beside it.
@Suite struct PlanTests {
    private let settings = """
        {
          "permissions": {
            "allow": [
              "Bash(git push *)",
              "Bash(npm run test)",
              "Bash(rm -rf *)"
            ],
            "defaultMode": "bypassPermissions"
          }
        }

        """
    private let scene: OutsideScene

    init() throws { scene = try OutsideScene(["repo/.claude/settings.json": settings]) }

    private func plan(_ more: [String] = []) throws -> (output: String, code: Int32) {
        try scene.run(["plan", "repo", "--at", "2026-11-24"] + more)
    }

    private func text(_ path: String) throws -> String {
        try String(contentsOf: scene.root.appending(path: path), encoding: .utf8)
    }

    /// The number of the change whose lines say something.
    private func number(_ words: String, in plan: String) throws -> Int {
        let change = try #require(plan.components(separatedBy: "\n\n").first { $0.contains(words) })
        return try #require(Int(change.prefix { $0 != "." }))
    }

    @Test func theHeaviestComesFirstAsADiff() throws {
        let result = try plan()
        #expect(result.code == 0)
        let first = try #require(result.output.components(separatedBy: "\n\n").first)
        #expect(first.hasPrefix("1. high  nobody is asked") && first.contains("tried on a copy: closes G-"))
        #expect(first.contains("-    \"defaultMode\": \"bypassPermissions\""))
        #expect(try text("repo/.claude/settings.json") == settings)
    }

    @Test func whatIsAppliedIsOnlyWhatWasChosen() throws {
        let push = try number("-      \"Bash(git push *)\"", in: plan().output)
        let result = try plan(["--apply", String(push)])
        #expect(result.code == 0 && result.output.contains("written  .claude/settings.json"))
        #expect(try text("repo/.claude/settings.json.before-surety") == settings)
        let after = try text("repo/.claude/settings.json")
        #expect(after == settings.replacing("      \"Bash(git push *)\",\n", with: ""))
        // A second time keeps the first backup.
        let rm = try number("-      \"Bash(rm -rf *)\"", in: plan().output)
        #expect(try plan(["--apply", String(rm)]).code == 0)
        #expect(try text("repo/.claude/settings.json.before-surety") == settings)
        #expect(try text("repo/.claude/settings.json.before-surety.2") == after)
    }

    @Test func severalGoTogether() throws {
        let output = try plan().output
        let numbers = try ["git push", "rm -rf"].map { try number("-      \"Bash(\($0) *)\"", in: output) }
        #expect(try plan(numbers.flatMap { ["--apply", String($0)] }).code == 0)
        #expect(try text("repo/.claude/settings.json").contains("\"allow\": [\n      \"Bash(npm run test)\"\n    ]"))
    }

    @Test func whatCannotBeDoneIsSaid() throws {
        #expect(try plan(["--apply", "99"]).code == 65)
        let hand = try number("by hand;", in: plan(["--severity", "info", "--limit", "50"]).output)
        #expect(try plan(["--severity", "info", "--limit", "50", "--apply", String(hand)]).code == 65)
        #expect(try text("repo/.claude/settings.json") == settings)
        try FileManager.default.removeItem(at: scene.root.appending(path: "repo/.claude"))
        #expect(try plan().code == 2)
    }

    /// YAML and TOML are never edited, nor is a file whose grant is not what the gap rests on.
    @Test func onlyGrantsInJSONAreEdited() throws {
        try FileManager.default.removeItem(at: scene.root.appending(path: "repo/.claude"))
        try scene.write(
            "approval_policy = \"never\"\nsandbox_mode = \"danger-full-access\"\n", to: "repo/.codex/config.toml")
        try scene.write("{\"mcpServers\": {\"a\": {\"url\": \"http://h.example/mcp\"}}}", to: "repo/.mcp.json")
        let result = try plan()
        #expect(result.code == 0 && result.output.contains("by hand;"))
        #expect(!result.output.contains("tried on a copy"))
    }
}
