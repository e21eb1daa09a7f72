import Foundation
import Testing

/// Writing checks, their page and the schemas, as users call it.
@Suite struct CheckWritingTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private func committed(_ path: String) throws -> String {
        try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
    }

    @Test("The page about the checks is fresh: surety check docs")
    func pageIsFresh() throws {
        let result = try Program.run(["check", "docs", "--output", "-"])
        #expect(result.code == 0)
        #expect(result.output == (try committed("catalogs/CHECKS.md")))
    }

    @Test(
        "The schemas are fresh: surety check schema NAME > catalogs/schema/NAME.schema.json",
        arguments: ["check", "waivers", "statements"])
    func schemasAreFresh(name: String) throws {
        let result = try Program.run(["check", "schema", name])
        #expect(result.code == 0)
        #expect(result.output == (try committed("catalogs/schema/\(name).schema.json")))
    }

    @Test("A new check says what is missing until it is filled in")
    func newCheck() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "surety-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let made = try Program.run(["check", "new", "own/hosts", "--subject", "egress", "--into", "my"], in: folder)
        #expect(made.code == 0)
        let file = folder.appending(path: "my/checks/own/hosts.yaml")
        var text = try String(contentsOf: file, encoding: .utf8)
        #expect(text.hasPrefix("# yaml-language-server: $schema=../../schema/check.schema.json\n"))
        let schema = try String(contentsOf: folder.appending(path: "my/schema/check.schema.json"), encoding: .utf8)
        #expect(schema == (try committed("catalogs/schema/check.schema.json")))

        let tried = try Program.run(["check", "test", "own/hosts", "--catalogs", "my"], in: folder)
        #expect(tried.code == 1)
        #expect(tried.output.contains("a text still says TODO"))
        #expect(tried.output.contains("gives not-satisfied, not satisfied"))

        let again = try Program.run(["check", "new", "own/hosts", "--into", "my"], in: folder)
        #expect(again.code == 65)
        #expect(try String(contentsOf: file, encoding: .utf8) == text)

        text = text.replacing("TODO ", with: "").replacing("https://TODO.example", with: "https://a.example")
            .replacing("# TODO", with: "#").replacing("what says TODO", with: "what is missing")
            .replacing("assert: 1 = 0", with: "assert: breadth <> 'any'")
        for (rows, verdict) in [
            ("[{ breadth: exact }]", "satisfied"), ("[{ breadth: any }]", "not-satisfied"),
        ] {
            text = text.replacing(
                "egress: [{}]\n    expect: \(verdict)\n", with: "egress: \(rows)\n    expect: \(verdict)\n")
        }
        // Breadth is always known, so that nothing of it can be undetermined.
        let unknown = try #require(text.range(of: "  - name: a value that is not known"))
        text = String(text[..<unknown.lowerBound])
        try Data(text.utf8).write(to: file)
        let filled = try Program.run(["check", "test", "own/hosts", "--catalogs", "my"], in: folder)
        #expect(filled.output.contains("1 checks, 0 broken"), "\(filled.output)")
    }

    @Test(
        arguments: [
            (["new", "hosts"], 64), (["new", "../x"], 64), (["new", "own/"], 64), (["new", "Own/Hosts"], 64),
            (["new", "own/a/b"], 64), (["new", "-x/a"], 64), (["new", "own/a", "--subject", "nothing"], 64),
            (["schema", "nothing"], 65),
        ] as [([String], Int32)])
    func badNamesAreRefused(arguments: [String], code: Int32) throws {
        #expect(try Program.run(["check"] + arguments).code == code)
    }
}
