import Compliance
import Testing

@testable import Collecting

@Suite struct CommandRuleTests {
    @Test(
        arguments: [
            ("npx some-tool@latest run", "none"), ("npx -y some-tool", "none"), ("npx some-tool@2.4.1 *", "exact"),
            ("npx some-tool@^2 x", "range"), ("uvx tool==1.0.0 *", "exact"), ("pnpm dlx tool", "none"),
            ("cd x && npx tool", "none"), ("timeout 9 npx tool@1.0.0", "exact"), ("npx eslint@latest *", "none"),
            ("npx ./tool *", "local"), ("pnpx vitest *", "none"), ("pnpm dlx eslint *", "none"),
            ("yarn dlx tsc", "none"),
            ("pnpx tsx@4.1.0 *", "exact"), ("uvx ruff *", "none"),
        ])
    func namedPackagesTellTheirPin(target: String, pin: String) {
        #expect(CommandRule.pin(of: target) == pin)
    }

    @Test(arguments: [
        "npx *", "npx eslint *", "npx tsc", "bunx eslint *", "npm exec eslint *", "npx tool@* x", "ls *", "npm install",
        "", "node npx.js",
    ])
    func othersHaveNone(target: String) {
        #expect(CommandRule.pin(of: target) == nil)
    }

    @Test func rowsOfAllProductsSayWhatIsOrdinary() throws {
        let place = try Workspace([
            ".claude/settings.json":
                #"{"permissions": {"allow": ["Bash(git push *)", "Bash(npx t@latest run)", "Bash"]}}"#,
            ".vscode/settings.json":
                #"{"chat.tools.terminal.autoApprove": {"/^git (log|push)\\b/": true, "rg": true}}"#,
        ])
        let rows = try place.collect()[.permission]
        let found = rows.map { [$0["rule"].text, $0["hazard"].text, $0["ordinary"].text, $0["pin"].text] }
        #expect(found.contains(["Bash(git push *)", "arbitrary-code", "publish", nil]))
        #expect(found.contains(["Bash(npx t@latest run)", "install", "install", "none"]))
        #expect(found.contains(["Bash", "arbitrary-code", nil, nil]))
        #expect(found.contains { $0[1] == "arbitrary-code" && $0[2] == "read" })
    }
}
