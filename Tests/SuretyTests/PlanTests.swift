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
        let parts = result.output.components(separatedBy: "\n\n")
        #expect(parts[0].contains(" edits close ") && parts[0].contains(" causes: "))
        let first = try #require(parts.first { $0.contains("1. ") })
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

    private func only(_ files: [String: String]) throws {
        try FileManager.default.removeItem(at: scene.root.appending(path: "repo/.claude"))
        for (path, text) in files { try scene.write(text, to: "repo/" + path) }
    }

    /// What a remedy shows is merged into the file that it names; comments, line ends and the rest stay.
    @Test func remediesAreMergedIntoTOMLAndYAML() throws {
        let codex = "# ours\r\napproval_policy = \"never\" # quick\r\nsandbox_mode = \"danger-full-access\"\r\n"
        let goose = "# goose\nGOOSE_MODE: auto  # fast\nextensions: {}\n"
        try only([".codex/config.toml": codex, ".config/goose/config.yaml": goose])
        let result = try plan(["--apply", "all-safe", "--severity", "high"])
        #expect(result.code == 0 && result.output.contains("written  .codex/config.toml"))
        let toml = try text("repo/.codex/config.toml")
        #expect(
            toml.hasPrefix("# ours\r\napproval_policy = \"")
                && toml.contains("\" # quick\r\nsandbox_mode = \"workspace"))
        #expect(toml.replacing("\r\n", with: "").contains("\n") == false)
        #expect(try text("repo/.config/goose/config.yaml") == goose.replacing("auto", with: "smart_approve"))
        #expect(try text("repo/.codex/config.toml.before-surety") == codex)
        // Nothing is left that an edit could close.
        #expect(try plan(["--severity", "high"]).output.contains("tried on a copy") == false)
    }

    /// The patch is what `--apply` writes, and git takes it.
    @Test func theDiffIsAPatch() throws {
        try scene.write(
            "approval_policy = \"never\"\nsandbox_mode = \"danger-full-access\"", to: "repo/.codex/config.toml")
        let patch = try plan(["--format", "diff"])
        #expect(
            patch.code == 0 && patch.output.contains("diff --git a/.claude/settings.json b/.claude/settings.json\n"))
        try scene.write(patch.output, to: "plan.diff")
        let copy = scene.root.appending(path: "copy")
        try FileManager.default.copyItem(at: scene.root.appending(path: "repo"), to: copy)
        let git = Process()
        git.executableURL = URL(filePath: "/usr/bin/env")
        git.arguments = ["git", "apply", "--whitespace=nowarn", "../plan.diff"]
        git.currentDirectoryURL = copy
        try git.run()
        git.waitUntilExit()
        #expect(git.terminationStatus == 0)
        #expect(try plan(["--apply", "all-safe"]).code == 0)
        for path in [".claude/settings.json", ".codex/config.toml"] {
            #expect(try text("copy/" + path) == text("repo/" + path), "\(path)")
            #expect(try text("repo/" + path) != text("repo/\(path).before-surety"), "\(path)")
        }
    }

    @Test func forProgramsAndForPullRequests() throws {
        // Whether the server has a certificate, no file says.
        try scene.write(
            "{\"mcpServers\": {\"crm\": {\"type\": \"http\", \"url\": \"http://crm.example/mcp\"}}}",
            to: "repo/.mcp.json")
        let json = try plan(["--format", "json"])
        let changes = try #require(
            JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
        let edit = try #require(changes.first { $0["how"] as? String == "edit" })
        #expect((edit["diff"] as? String)?.hasPrefix("diff --git ") == true && edit["remedy"] is NSNull)
        #expect(changes.contains { $0["how"] as? String == "by-hand" && $0["remedy"] is String })
        #expect(changes.map { $0["number"] as? Int } == Array(1...changes.count))
        // What one change closes no later one closes again.
        let closed = changes.compactMap { $0["closes"] as? String }.flatMap { $0.components(separatedBy: "; ") }
        #expect(!closed.isEmpty && Set(closed.map { $0.prefix(12) }).count == closed.count)
        let markdown = try plan(["--format", "markdown"]).output
        #expect(markdown.hasPrefix("### Surety: what to change first\n") && markdown.contains("```diff\ndiff --git "))
        #expect(try plan() == plan())
    }

    /// A file behind a link belongs to somebody else, whatever the repository says.
    @Test func noLinkIsFollowed() throws {
        try only([:])
        try scene.write(settings, to: "elsewhere/settings.json")
        try FileManager.default.createSymbolicLink(
            at: scene.root.appending(path: "repo/.claude"),
            withDestinationURL: scene.root.appending(path: "elsewhere"))
        _ = try plan(["--apply", "all-safe"])
        #expect(try text("elsewhere/settings.json") == settings)
        try FileManager.default.removeItem(at: scene.root.appending(path: "repo/.claude"))
        try FileManager.default.createDirectory(
            at: scene.root.appending(path: "repo/.claude"), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: scene.root.appending(path: "repo/.claude/settings.json").path,
            withDestinationPath: "../../elsewhere/settings.json")
        _ = try plan(["--apply", "all-safe"])
        #expect(try text("elsewhere/settings.json") == settings)
    }

    /// No output shows a secret, and a patch that would need one leaves its file out and says so.
    @Test func secretsBesideAnEdit() throws {
        let secret = "ghp_" + String(repeating: "Ab3dE6gH9", count: 4)
        try scene.write(
            settings.replacing(
                "    \"defaultMode\"", with: "    \"x\": \"\(secret)\",\n    \"defaultMode\""),
            to: "repo/.claude/settings.json")
        for format in ["text", "markdown", "json", "diff"] {
            let output = try plan(["--format", format]).output
            #expect(!output.contains(secret), "\(format)")
            #expect(format == "diff" || output.contains("redacted"), "\(format)")
        }
        #expect(try plan(["--format", "diff"]).output.isEmpty)
        #expect(try plan(["--apply", "all-safe"]).code == 0)
        #expect(try text("repo/.claude/settings.json").contains(secret))
    }

    @Test func whatIsChosenIsUnderstood() throws {
        for wrong in ["0", "1,", "a", "all", "-1"] { #expect(try plan(["--apply=" + wrong]).code == 64, "\(wrong)") }
        #expect(try plan(["--apply", "1", "--format", "json"]).code == 64)
        #expect(try text("repo/.claude/settings.json") == settings)
    }

    /// A file is made only where the product looks for it and none is there.
    @Test func aFileIsMade() throws {
        try only(["AGENTS.md": "# Rules", ".opencode/agents/a.md": "---\ndescription: a\n---\nDo."])
        let result = try plan(["--apply", "all-safe"])
        #expect(result.output.contains("written  opencode.json"))
        #expect(try text("repo/opencode.json").hasPrefix("{\n  \"permission\": {\n    \"bash\": \"ask\""))
        try FileManager.default.removeItem(at: scene.root.appending(path: "repo/opencode.json"))
        try scene.write("{\n  // ours\n}\n", to: "repo/opencode.jsonc")
        _ = try plan(["--apply", "all-safe"])
        #expect(!FileManager.default.fileExists(atPath: scene.root.appending(path: "repo/opencode.json").path))
    }

    /// Taking away what was meant as a protection closes a gap on paper only.
    @Test func protectionsAreNotTakenAway() throws {
        let deny =
            "{\n  \"permissions\": {\n    \"deny\": [\n      \"Write(/.github/**)\",\n      \"Bash(curl * | sh)\"\n    ]\n  }\n}\n"
        let cursor = "{\n  \"permissions\": {\n    \"blocked_patterns\": [\"**/.env*\"]\n  }\n}\n"
        try only([".claude/settings.json": deny, ".cursor/permissions.json": cursor])
        _ = try plan(["--apply", "all-safe"])
        #expect(try text("repo/.claude/settings.json").contains("Write(/.github/**)"))
        #expect(try text("repo/.claude/settings.json").contains("Bash(curl * | sh)"))
        #expect(try text("repo/.cursor/permissions.json") == cursor)
    }
}
