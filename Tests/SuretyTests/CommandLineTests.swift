import Foundation
import Testing

/// The program as its users call it: standard output, files and exit codes.
@Suite struct CommandLineTests {
    private func folder(_ files: [String: String]) throws -> URL {
        let root = FileManager.default.temporaryDirectory.appending(path: "surety-\(UUID().uuidString)")
        for (path, text) in files {
            let file = root.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        return root
    }

    private func assess(_ files: [String: String], _ more: [String] = []) throws -> (report: String, code: Int32) {
        let root = try folder(files)
        defer { try? FileManager.default.removeItem(at: root) }
        let output = root.path + "-out"
        defer { try? FileManager.default.removeItem(atPath: output) }
        let result = try Program.run(["assess", root.path, "--output", output, "--at", "2026-11-24", "--quiet"] + more)
        return ((try? String(contentsOfFile: output + "/gap-analysis.md", encoding: .utf8)) ?? "", result.code)
    }

    @Test func anEmptyFolderIsNotAssessable() throws {
        let result = try assess([:])
        #expect(result.code == 2)
        #expect(!result.report.isEmpty)
    }

    @Test func aBrokenFileNeverLooksLikeAPass() throws {
        let whole = try assess([".claude/settings.json": "{\"permissions\": {\"allow\": [\"Bash(*)\"]}}"])
        let broken = try assess([".claude/settings.json": "{\"permissions\": {\"allow\": [\"Bash(*)\""])
        #expect(whole.code == 1)
        #expect(broken.code == 2)
        #expect(broken.report.contains("settings.json"))
    }

    @Test func theSameInputsGiveTheSameBytes() throws {
        let files = [".mcp.json": "{\"mcpServers\": {\"a\": {\"url\": \"http://h.example\", \"type\": \"http\"}}}"]
        let root = try folder(files)
        defer { try? FileManager.default.removeItem(at: root) }
        for name in ["one", "two"] {
            _ = try Program.run([
                "assess", root.path, "--output", root.path + "/../\(root.lastPathComponent)-\(name)", "--at",
                "2026-11-24", "--quiet",
            ])
        }
        for file in ["gap-analysis.md", "assessment.json", "gaps.csv", "assessment-results.xml"] {
            let bytes = try ["one", "two"].map { try Data(contentsOf: URL(filePath: root.path + "-\($0)/" + file)) }
            #expect(bytes[0] == bytes[1] && !bytes[0].isEmpty)
        }
    }

    @Test func aQuestionnaireIsReadBackAndEmptyAnswersStateNothing() throws {
        let root = try folder([".mcp.json": "{\"mcpServers\": {}}"])
        defer { try? FileManager.default.removeItem(at: root) }
        let file = root.path + "/statements.yaml"
        let arguments = ["--framework", "nist-ai-rmf-1.0", "--at", "2026-11-24"]
        #expect(try Program.run(["statement", "template", root.path, "--output", file] + arguments).code == 0)
        #expect(try Program.run(["statement", "template", root.path, "--output", file] + arguments).code == 65)
        let text = try String(contentsOfFile: file, encoding: .utf8)
        let open = { try Program.run(["gaps", root.path, "--severity", "info", "--format", "csv"] + arguments).output }
        let questions = text.split(separator: "\n").filter { $0.hasPrefix("  - claim:") }.count
        #expect(try open().split(separator: "\r\n").filter { $0.contains("missing-statement") }.count == questions)
        #expect(try !open().contains("invalid-statement"))
        let answered = text.replacing(
            "  - claim:\n    control: 'nist-ai-rmf-1.0/govern-1.1'",
            with: "  - claim: Counsel reviews the law twice a year.\n    control: 'nist-ai-rmf-1.0/govern-1.1'",
            maxReplacements: 1
        ).replacing(
            "    method:\n    by:\n    role:\n    stated_on:\n    expires_on:",
            with:
                "    method: interview\n    by: A. Counsel\n    role: Counsel\n    stated_on: 2026-11-01\n    expires_on: 2027-05-01",
            maxReplacements: 1)
        try Data(answered.utf8).write(to: URL(filePath: file))
        let left = try open().split(separator: "\r\n").filter { $0.contains("missing-statement") }
        #expect(left.count == questions - 1)
        #expect(!left.contains { $0.contains("govern-1.1:") })
    }

    @Test(
        arguments: [
            (["--version"], 0), (["--help"], 0), (["assess", "--help"], 0), (["nonsense"], 64),
            (["attest", "/tmp"], 64), (["verify", "/nowhere.json"], 64),
            (["verify", "/nowhere.json", "--pae", "-"], 65),
            (["assess", "--at", "noon"], 64),
            (["assess", "/nowhere/at/all"], 65), (["explain", "nothing/here"], 65),
            (["explain", "owasp-asi-2026/asi01"], 0),
            (["catalog", "list"], 0), (["schema", "mcp_server"], 0), (["schema", "nothing"], 64),
            (["check", "list"], 0), (["map", "list"], 0), (["map", "show", "owasp-asi-2026--csa-maestro-1"], 0),
            (["map", "show", "owasp-asi-2026--csa-maestro-1", "--reverse"], 0), (["map", "show", "nothing"], 65),
            (["query", "DROP TABLE agent", "/etc/hostname"], 65), (["resolve", "ASI-1", "GOVERN 1.1"], 0),
            (["resolve", "ASI-1", "ASI99"], 1), (["resolve"], 64), (["map", "lint", "/nowhere.csv"], 65),
            (["map", "import", "/nowhere.md"], 65), (["catalog", "lint"], 0),
            (["catalog", "diff", "owasp-llm-2025", "owasp-llm-2026"], 0),
            (["catalog", "diff", "owasp-llm-2025", "nothing"], 65), (["catalog", "lint", "/nowhere"], 65),
        ] as [([String], Int32)])
    func exitCodesAreAsDocumented(arguments: [String], code: Int32) throws {
        #expect(try Program.run(arguments).code == code)
    }

    @Test func aMappingReadsFromBothEnds() throws {
        let id = "owasp-asi-2026--csa-maestro-1"
        let forward = try Program.run(["map", "show", id]).output
        let backward = try Program.run(["map", "show", id, "--reverse"]).output
        #expect(forward.contains("  superset-of csa-maestro-1/l7-t04"))
        #expect(backward.contains("  subset-of owasp-asi-2026/asi02"))
        #expect(forward.split(separator: "\n").count > 118 && backward.contains("csa-maestro-1/x-t05  Goal"))
        let explained = try Program.run(["explain", "csa-maestro-1/l7-t04"]).output
        #expect(explained.contains("subset-of  owasp-asi-2026/asi02") && explained.contains("surety map show \(id)"))
    }
}
