import Foundation
import Testing

/// `--format oscal-package` and `--oscal-version`, as users give them.
@Suite struct OSCALCommandTests {
    static let open = "{\"permissions\": {\"allow\": [\"Bash(*)\"]}}"

    /// A folder with one agent, and where its reports go.
    final class Scene {
        let root = FileManager.default.temporaryDirectory.appending(path: "surety-\(UUID().uuidString)")
        var output: String { root.path + "/out" }

        init(_ settings: String) throws { try write(settings) }

        deinit { try? FileManager.default.removeItem(at: root) }

        func write(_ settings: String) throws {
            let folder = root.appending(path: "repo/.claude")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(settings.utf8).write(to: folder.appending(path: "settings.json"))
        }

        func assess(_ more: [String]) throws -> (output: String, code: Int32) {
            try Program.run(
                ["assess", root.path + "/repo", "--output", output, "--at", "2026-11-24", "--quiet"] + more)
        }

        var written: [String] {
            ((try? FileManager.default.contentsOfDirectory(atPath: output + "/oscal")) ?? []).sorted()
        }

        /// The documents that import or are imported, checked by the program itself.
        func problems() throws -> (output: String, code: Int32) {
            let catalogs = written.filter { $0.hasPrefix("catalog-") }
            let others = written.filter { !$0.hasPrefix("catalog-") }.map { output + "/oscal/" + $0 }
            return try Program.run(
                ["catalog", "validate"] + others + catalogs.map { "--catalog=\(output)/oscal/\($0)" })
        }
    }

    @Test(arguments: ["1.1.2", "1.1.3", "1.2.1", "1.2.3"]) func aPackageHoldsTogether(version: String) throws {
        let scene = try Scene(Self.open)
        #expect(try scene.assess(["--format", "oscal-package", "--oscal-version", version]).code == 1)
        #expect(scene.written.contains("poam.json") && scene.written.contains("profile.xml"))
        #expect(scene.written.contains { $0.hasPrefix("mapping-") } == version.hasPrefix("1.2"))
        let found = try scene.problems()
        #expect(found.code == 0, "\(found.output)")
        try FileManager.default.removeItem(atPath: scene.output + "/oscal/assessment-plan.xml")
        let torn = try scene.problems()
        #expect(torn.code == 1 && torn.output.contains("there is no file assessment-plan.xml"))
    }

    @Test func aPlanOfActionOfAnotherRunIsTakenAway() throws {
        let scene = try Scene(Self.open)
        _ = try scene.assess(["--format", "oscal-package"])
        #expect(scene.written.contains("poam.xml") && scene.written.contains("poam.json"))
        let empty = try FileManager.default.contentsOfDirectory(atPath: scene.root.path + "/repo")
        for name in empty { try FileManager.default.removeItem(atPath: scene.root.path + "/repo/" + name) }
        #expect(try scene.assess(["--format", "oscal-package"]).code == 2)
        #expect(!scene.written.contains { $0.hasPrefix("poam.") } && scene.written.contains("assessment-results.xml"))
    }

    @Test(arguments: ["1.1.1", "2.0.0", "", "1.2"]) func aVersionThatIsNotWrittenIsRefused(version: String) throws {
        let scene = try Scene(Self.open)
        #expect(try scene.assess(["--oscal-version=\(version)"]).code == 64)
        #expect(!FileManager.default.fileExists(atPath: scene.output))
    }

    @Test func theVersionIsThatOfTheResultsToo() throws {
        let scene = try Scene(Self.open)
        _ = try scene.assess(["--format", "oscal-ar", "--format", "oscal-json", "--oscal-version", "1.1.3"])
        let xml = try String(contentsOfFile: scene.output + "/assessment-results.xml", encoding: .utf8)
        let json = try String(contentsOfFile: scene.output + "/assessment-results.json", encoding: .utf8)
        #expect(xml.contains("<oscal-version>1.1.3</oscal-version>"))
        #expect(json.contains("\"oscal-version\": \"1.1.3\""))
    }

    @Test(.enabled(if: OpenSSLTool.exists)) func anAttestedPackageOfAnyVersionIsVerified() throws {
        let scene = try AttestedScene("ed25519")
        let attest = ["attest", scene.repository, "--key", scene.privateKey, "--output", scene.output.path]
        #expect(try Program.run(attest + ["--at", "2026-11-24", "--oscal-version", "1.1.3"]).code == 0)
        let result = try scene.verify(["--evidence", scene.repository])
        #expect(result.code == 0, "\(result.output)")
        for file in ["assessment-results.xml", "oscal/assessment-results.json", "oscal/poam.xml"] {
            #expect(result.output.contains("\(file): written again, byte for byte the attested one"), "\(file)")
        }
        let report = scene.output.appending(path: "oscal/profile.json")
        try (Data(contentsOf: report) + Data(" ".utf8)).write(to: report)
        let altered = try scene.verify()
        #expect(altered.code == 1 && altered.output.contains("differs: report/oscal/profile.json: SHA-256 is "))
    }
}
