import Foundation
import Testing

/// `--columns` and `--format csv:LAYOUT` as their users call them.
@Suite struct ColumnCommandTests {
    private static func inFolder<T>(_ columns: String, _ body: (URL) throws -> T) throws -> T {
        let folder = FileManager.default.temporaryDirectory.appending(path: "surety-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let settings = folder.appending(path: ".claude")
        try FileManager.default.createDirectory(at: settings, withIntermediateDirectories: true)
        try Data(#"{"permissions": {"defaultMode": "bypassPermissions", "allow": ["Bash"]}}"#.utf8).write(
            to: settings.appending(path: "settings.json"))
        try Data(columns.utf8).write(to: folder.appending(path: "tracker.yaml"))
        return try body(folder)
    }

    private static let columns = """
        gaps: weaknesses
        columns:
          Key: id
          Priority: { field: severity, words: { critical: P1, high: P2 } }
          Team: { constant: "=Platform" }
          First item: { field: controls, part: 1 }
        """

    @Test func ownColumnsAreWritten() throws {
        try Self.inFolder(Self.columns) { folder in
            let run = try Program.run(
                [
                    "assess", ".", "--columns", "tracker.yaml", "--format", "json", "--format", "xlsx:jira",
                    "--at", "2026-11-24", "-q",
                ], in: folder)
            #expect(run.code == 1)
            let written = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "output").path)
            #expect(written.sorted() == ["assessment.json", "evidence.json", "gaps-jira.xlsx", "gaps-tracker.csv"])
            let text = try String(contentsOf: folder.appending(path: "output/gaps-tracker.csv"), encoding: .utf8)
            let lines = text.split(separator: "\r\n").map(String.init)
            #expect(lines[0] == "Key,Priority,Team,First item")
            #expect(lines.count > 1)
            #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("G-") && $0.contains(",'=Platform,") })
            #expect(lines.contains { $0.contains(",P1,") })
        }
    }

    @Test func packsAreFolders() throws {
        try Self.inFolder(Self.columns) { folder in
            let run = try Program.run(
                ["assess", ".", "--format", "ciso-assistant", "--format", "gemara", "--at", "2026-11-24"],
                in: folder)
            #expect(run.output.contains("output/ciso-assistant/audits/ (6 files)"))
            for path in [
                "ciso-assistant/audits/csa-maestro-1.xlsx", "gemara/mapping-csa-maestro-1--nist-ai-rmf-1.0.yaml",
            ] {
                #expect(FileManager.default.fileExists(atPath: folder.appending(path: "output/" + path).path))
            }
        }
    }

    @Test(arguments: [
        ("columns:\n  Key: idd\n", "tracker.yaml:2:8: there is no field 'idd'; fields are id, group"),
        ("columns:\n  Key: {}\n", "tracker.yaml:2:8: expected either field or constant"),
        ("columns:\n  Key: { field: id, constant: x }\n", "tracker.yaml:2:8: expected either field or constant"),
        ("columns: []\n", "tracker.yaml:1:10: expected columns: headings with fields"),
        ("colums:\n  Key: id\n", "tracker.yaml:1:1: there is no key colums"),
        ("columns:\n  Key: { field: id, limit: 0 }\n", "tracker.yaml:2:28: expected limit: a number from 1 to 32767"),
        ("columns:\n  - field: id\n", "tracker.yaml:2:5: expected title"),
        ("name: jira\ncolumns:\n  Key: id\n", "tracker.yaml:1:7: 'jira' is a layout of Surety's own"),
        ("name: ../x\ncolumns:\n  Key: id\n", "tracker.yaml:1:7: expected name: lower-case letters"),
        ("gaps: some\ncolumns:\n  Key: id\n", "tracker.yaml:1:7: expected gaps: all, or weaknesses"),
        ("sheet: 'a/b'\ncolumns:\n  Key: id\n", "tracker.yaml:1:8: expected sheet"),
        ("columns:\n  Key: id\n  Key: title\n", "tracker.yaml:3:3: "),
        ("columns: {", "tracker.yaml:"),
    ]) func whatIsWrongHasItsPlace(columns: String, message: String) throws {
        try Self.inFolder(columns) { folder in
            let run = try Program.errors(["assess", ".", "--columns", "tracker.yaml", "-q"], in: folder)
            #expect(run.code == 65)
            #expect(run.text.contains(message), "\(run.text)")
            #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "output").path))
        }
    }

    @Test(arguments: ["csv:nobody", "docx"]) func aLayoutThatIsNotThereIsRefused(format: String) throws {
        try Self.inFolder(Self.columns) { folder in
            let run = try Program.errors(["assess", ".", "--format", format, "-q"], in: folder)
            #expect(run.code == 64)
            #expect(run.text.contains("there is no format '\(format)'"))
            #expect(run.text.contains("fedramp-poam") == format.hasPrefix("csv:"))
        }
    }
}
