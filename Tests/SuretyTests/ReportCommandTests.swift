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

    private static let example = root.path + "/evidence/examples/code-assistant"

    /// Assesses an example with statements and accepted risks into `run`.
    private func assess(_ more: [String] = []) throws {
        let assess = ["assess", Self.example, "--format", "all", "--output", path("run"), "--at", "2026-11-24"]
        #expect(try Program.run(assess + ["--quiet", "--fail-on", "never"] + more).code == 0)
    }

    private func files(_ name: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: path(name)).sorted()
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

    /// With nothing given but what a plain run wrote.
    @Test func aPlainRunLeavesAllThatIsNeeded() throws {
        #expect(try Program.run(["assess", Self.example, "--output", path("run"), "--quiet"]).code == 1)
        #expect(try report(["--format", "sarif", "--format", "oscal-package"]).code == 0)
        #expect(try files("again").contains("surety.sarif"))
        let collect = ["collect", Self.example, "--output", path("collected.json"), "--quiet"]
        #expect(try Program.run(collect).code == 0)
        #expect(
            FileManager.default.contentsEqual(atPath: path("collected.json"), andPath: path("run/evidence.json")))
        let csv = ["assess", Self.example, "--output", path("csv"), "--format", "csv", "--quiet"]
        #expect(try Program.run(csv).code == 1)
        #expect(try files("csv") == ["gaps.csv"])
    }

    @Test func changedEvidenceIsNamedByItsFirstDifference() throws {
        try assess(["--framework", "nist-ai-rmf-1.0", "--format", "json"])
        let evidence = URL(filePath: path("run/evidence.json"))
        let whole = try String(contentsOf: evidence, encoding: .utf8)
        let milder = whole.replacing("Bash(npx:*)", with: "Bash(npx tool)")
        #expect(milder != whole)
        try Data(milder.utf8).write(to: evidence)
        let arguments = ["report", "--from", path("run/assessment.json"), "--output", path("again")]
        let changed = try Program.errors(arguments, in: folder)
        #expect(changed.code == 65 && changed.text.contains("is not what this version finds in the evidence; line "))
        #expect(!changed.text.contains("another catalog"))
        try Data(whole.utf8.dropLast(200)).write(to: evidence)
        let torn = try Program.errors(arguments, in: folder)
        #expect(torn.code == 65 && torn.text.contains("evidence.json: "), "\(torn.text)")
        try FileManager.default.removeItem(at: evidence)
        #expect(try Program.errors(arguments, in: folder).code == 65)
        #expect(!FileManager.default.fileExists(atPath: path("again")))
    }

    @Test func whatIsWrittenIsNoEvidenceOfTheNextRun() throws {
        try FileManager.default.createDirectory(atPath: path("repo/.claude"), withIntermediateDirectories: true)
        try Data(#"{"permissions": {"allow": ["Bash"]}}"#.utf8).write(
            to: URL(filePath: path("repo/.claude/settings.json")))
        let run = ["assess", ".", "--format", "all", "--at", "2026-11-24", "--quiet"]
        #expect(try Program.run(run, in: URL(filePath: path("repo"))).code == 1)
        let first = try Data(contentsOf: URL(filePath: path("repo/output/evidence.json")))
        #expect(try Program.run(run, in: URL(filePath: path("repo"))).code == 1)
        #expect(try Data(contentsOf: URL(filePath: path("repo/output/evidence.json"))) == first)
    }

    @Test func columnsOfYourOwnAreWrittenLater() throws {
        try assess(["--framework", "nist-ai-rmf-1.0"])
        try Data("columns:\n  Key: id\n  Priority: severity\n".utf8).write(to: URL(filePath: path("tracker.yaml")))
        let result = try report(["--columns", path("tracker.yaml"), "--format", "xlsx:tracker", "--format", "csv:jira"])
        #expect(result.code == 0, "\(result.output)")
        #expect(try files("again") == ["gaps-jira.csv", "gaps-tracker.xlsx"])
        try Data("columns:\n  Key: idd\n".utf8).write(to: URL(filePath: path("tracker.yaml")))
        #expect(try report(["--columns", path("tracker.yaml")]).code == 65)
    }

    @Test func catalogsOfYourOwnAreGivenAgain() throws {
        let own = path("own/profiles")
        try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
        let profile = try String(contentsOfFile: Self.root.path + "/catalogs/profiles/baseline.yaml", encoding: .utf8)
        try Data(profile.replacing("id: baseline", with: "id: mine").utf8).write(to: URL(filePath: own + "/mine.yaml"))
        try assess(["--catalogs", path("own")])
        let arguments = ["report", "--from", path("run/assessment.json"), "--output", path("again")]
        let without = try Program.errors(arguments, in: folder)
        #expect(without.code == 65 && without.text.contains("judged by another catalog: give --catalogs"))
        #expect(try report(["--catalogs", path("own"), "--format", "csv"]).code == 0)
    }

    @Test(.enabled(if: OpenSSLTool.exists)) func aBundleHoldsAllThatIsNeeded() throws {
        let scene = try BundleScene()
        let arguments = [
            "report", "--from", scene.bundle.path, "--format", "all", "--output", path("again"), "--quiet",
        ]
        #expect(try Program.run(arguments).code == 0)
        for name in try files("again") where name.contains(".") {
            let attested = name == "evidence.json" ? "evidence/" + name : "reports/" + name
            #expect(try scene.bytes(attested) == Data(contentsOf: URL(filePath: path("again/" + name))), "\(name)")
        }
        #expect(try Program.run(arguments + ["--evidence", "x.json"]).code == 64)
        try scene.replace("http://h.example", with: "https://h.example", in: "evidence/evidence.json")
        #expect(try Program.run(arguments).code == 65)
    }
}
