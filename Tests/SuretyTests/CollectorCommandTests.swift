import Foundation
import Testing

/// `--collector` as its users call it, and the example of COLLECTORS.md.
@Suite struct CollectorCommandTests {
    private static let document = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "COLLECTORS.md")

    /// The script in the document, as it stands there.
    private func example() throws -> String {
        let text = try String(contentsOf: Self.document, encoding: .utf8)
        let script = try #require(text.split(separator: "```sh\n").last?.split(separator: "```").first)
        return String(script)
    }

    @Test func theExampleOfTheDocumentWorks() throws {
        let scene = try OutsideScene([
            "repo/agent.ini": "[desk]\ntool=refund:payment:never\ntool=look:read:never\n", "desk.sh": try example(),
        ])
        let query = "SELECT name, effect, line FROM tool ORDER BY line"
        let rows = try scene.run(["query", query, "repo", "--collector", "desk.sh", "--format", "csv"]).output
        #expect(rows.split(whereSeparator: \.isNewline) == ["name,effect,line", "refund,payment,2", "look,read,3"])
        let gaps = try scene.gaps(["--collector", "./desk.sh"])
        #expect(gaps.contains { $0["check"] == "agent/sharp-tools-ask" })
        #expect(try scene.run(["collect", "repo", "--collector", "desk.sh", "-o", "e.json", "-q"]).code == 0)
        try FileManager.default.removeItem(at: scene.root.appending(path: "repo/agent.ini"))
        #expect(try scene.run(["collect", "repo", "--collector", "desk.sh", "-o", "e.json", "-q"]).code == 2)
    }

    @Test func aFailedCollectorIsAGapAndNeverAPass() throws {
        let scene = try OutsideScene([
            "repo/.codex/config.toml": "model = \"gpt-5\"\n", "bad.sh": "#!/bin/sh\necho oops >&2\nexit 4\n",
        ])
        let result = try scene.run(["assess", "repo", "--collector", "bad.sh", "--at", "2026-11-24"])
        #expect(result.code == 2)
        let report = try String(contentsOf: scene.root.appending(path: "output/gap-analysis.md"), encoding: .utf8)
        #expect(report.contains("exit code 4: oops"))
        let failed = try scene.gaps(["--collector", "bad.sh"])
        #expect(failed.contains { $0["cause"] == "unread-evidence" && $0["severity"] == "high" })
    }

    @Test(
        arguments: [
            (["--collector", "nothing.sh"], 65), (["--collector", "/tmp"], 65),
            (["--collector", "desk.sh", "--collector-timeout", "0"], 64), (["--findings", "nothing.sarif"], 65),
            (["--findings-map", "nothing.yaml"], 65),
        ] as [([String], Int32)])
    func wrongOptionsAreSaid(options: [String], code: Int32) throws {
        let scene = try OutsideScene(["repo/a": "x", "desk.sh": "#!/bin/sh\n"])
        #expect(try scene.run(["gaps", "repo"] + options).code == code)
    }

    @Test func theSchemaIsForPrograms() throws {
        let text = try Program.run(["schema", "--json"]).output
        let root = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        let tables = root?["tables"] as? [[String: Any]] ?? []
        #expect(root?["schema"] as? Int == 5 && tables.count == 27)
        let tool = tables.first { $0["table"] as? String == "tool" }?["columns"] as? [[String: Any]]
        #expect(
            tool?.first { $0["name"] as? String == "origin" }?["one_of"] as? [String] == [
                "built-in", "mcp", "inherited", "code",
            ])
        #expect((root?["provenance"] as? [[String: Any]])?.count == 7)
    }
}
