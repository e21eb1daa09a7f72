import Foundation
import Testing

/// `surety report --from`: the same bytes as the run wrote, or nothing.
@Suite final class ReportCommandTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "surety-report-\(UUID().uuidString)")
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func path(_ name: String) -> String { folder.path + "/" + name }

    private func report(_ more: [String] = []) throws -> (output: String, code: Int32) {
        try Program.run(["report", "--from", path("run/assessment.json"), "--output", path("again")] + more)
    }

    /// Assesses an example with statements and accepted risks into `run`, its evidence beside it.
    private func assess(_ more: [String] = []) throws {
        let examples = Self.root.path + "/evidence/examples/code-assistant"
        let evidence = path("run/evidence.json")
        #expect(try Program.run(["collect", examples, "--output", evidence, "--quiet"]).code == 0)
        let assess = ["assess", examples, "--format", "all", "--output", path("run"), "--at", "2026-11-24", "--quiet"]
        #expect(try Program.run(assess + ["--fail-on", "never"] + more).code == 0)
    }

    private func files(_ name: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: path(name)).filter { $0 != "evidence.json" }.sorted()
    }

    @Test(arguments: [[], ["--profile", "baseline"], ["--framework", "all", "--system", "billing"]])
    func everyFormatIsTheSame(options: [String]) throws {
        try assess(options)
        let result = try report(["--format", "all"])
        #expect(result.code == 0, "\(result.output)")
        #expect(try files("again") == files("run"))
        for name in try files("run") where !name.hasPrefix("oscal") || name.contains(".") {
            #expect(
                FileManager.default.contentsEqual(atPath: path("run/" + name), andPath: path("again/" + name)),
                "\(name)")
        }
    }

    @Test func aChangedAssessmentOrEvidenceWritesNothing() throws {
        try assess(["--framework", "nist-ai-rmf-1.0"])
        let saved = try String(contentsOfFile: path("run/assessment.json"), encoding: .utf8)
        let changes = [
            saved.replacing("\"verdict\": \"not-satisfied\"", with: "\"verdict\": \"satisfied\"", maxReplacements: 1),
            saved.replacing("2026-11-24", with: "2031-11-24"), "{}", "",
        ]
        for changed in changes {
            #expect(changed != saved)
            try Data(changed.utf8).write(to: URL(filePath: path("run/assessment.json")))
            #expect(try report(["--format", "all"]).code == 65)
        }
        try Data(saved.utf8).write(to: URL(filePath: path("run/assessment.json")))
        #expect(try report(["--evidence", path("none.json")]).code == 65)
        #expect(try report(["--format", "docx"]).code == 64)
        #expect(!FileManager.default.fileExists(atPath: path("again")))
        #expect(try report(["--format", "csv"]).code == 0)
        #expect(try files("again") == ["gaps.csv"])
    }

    @Test(.enabled(if: OpenSSLTool.exists)) func aBundleHoldsAllThatIsNeeded() throws {
        let scene = try BundleScene()
        let arguments = [
            "report", "--from", scene.bundle.path, "--format", "all", "--output", path("again"), "--quiet",
        ]
        #expect(try Program.run(arguments).code == 0)
        for name in try files("again") where name.contains(".") {
            #expect(
                try scene.bytes("reports/" + name) == Data(contentsOf: URL(filePath: path("again/" + name))), "\(name)")
        }
        #expect(try Program.run(arguments + ["--evidence", "x.json"]).code == 64)
        try scene.replace("http://h.example", with: "https://h.example", in: "evidence/evidence.json")
        #expect(try Program.run(arguments).code == 65)
    }
}
