import Foundation
import Testing

/// `--profile` as its users call it.
@Suite struct ProfileCommandTests {
    @Test func reportsNameTheProfileAndItsValues() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "surety-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("{}".utf8).write(to: folder.appending(path: ".mcp.json"))
        _ = try Program.run(
            ["assess", ".", "--profile", "high-autonomy", "--framework", "owasp-asi-2026", "--at", "2026-11-24", "-q"],
            in: folder)
        func read(_ name: String) throws -> String {
            try String(contentsOf: folder.appending(path: "output/\(name)"), encoding: .utf8)
        }
        let markdown = try read("gap-analysis.md")
        #expect(markdown.contains("- Profile: `high-autonomy`"))
        #expect(markdown.contains("| `owasp-asi-2026` | 96 | 96 |"))
        #expect(markdown.contains("| `memory/retention` | `retention_days` | 30 days |"))
        #expect(!markdown.contains("csa-maestro-1"))
        #expect(try read("assessment-results.xml").contains("value=\"memory/retention/retention_days = 30 days\""))
        let json = try JSONSerialization.jsonObject(with: Data(try read("assessment.json").utf8)) as? [String: Any]
        let profile = (json?["catalog"] as? [String: Any])?["profile"] as? [String: Any]
        #expect(profile?["id"] as? String == "high-autonomy")
        #expect((profile?["set_parameters"] as? [[String: Any]])?.count == 10)
        #expect((profile?["frameworks"] as? [[String: Any]])?.count == 1)
    }

    @Test(arguments: [
        (["catalog", "profiles"], 0, "coding-assistant"), (["catalog", "show", "multi-agent"], 0, "15 of 17 items"),
        (["explain", "baseline"], 0, "68 of 96 items"),
        (["explain", "credentials/short-lived"], 0, "ttl_hours = 24 hours"),
        (["explain", "memory/retention", "--profile", "multi-agent"], 0, "set by profile multi-agent; 90 otherwise"),
        (["explain", "owasp-asi-2026/asi07", "--profile", "baseline"], 65, ""),
        (["gaps", ".", "--profile", "baseline", "--framework", "owasp-nhi-2025"], 65, ""),
        (["gaps", ".", "--profile", "none"], 65, ""),
        (["check", "test", "memory", "--profile", "high-autonomy"], 0, "0 broken"),
    ])
    func commandsKnowProfiles(arguments: [String], code: Int32, expected: String) throws {
        let result = try Program.run(arguments)
        #expect(result.code == code)
        #expect(result.output.contains(expected) || expected.isEmpty)
    }
}
