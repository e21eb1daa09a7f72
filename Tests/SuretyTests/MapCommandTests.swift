import Foundation
import Testing

/// `surety resolve` and `surety map` as their users call them.
@Suite struct MapCommandTests {
    private func file(_ name: String, _ text: String) throws -> String {
        let path = FileManager.default.temporaryDirectory.appending(path: "surety-\(UUID().uuidString)-\(name)")
        try Data(text.utf8).write(to: path)
        return path.path
    }

    @Test func referencesComeFromStandardInput() throws {
        let result = try Program.run(["resolve", "-"], input: "ASI-1\n\nMAESTRO L3\r\n")
        #expect(result.code == 0)
        #expect(
            result.output == """
                ASI-1: owasp-asi-2026/asi01  Agent Goal Hijack
                MAESTRO L3: csa-maestro-1/l3  Layer 3: Agent Frameworks

                """)
    }

    @Test func everyAnswerIsAJSONObjectOnALine() throws {
        let result = try Program.run([
            "resolve", "--json", "ASI02 Agent Goal Hijack", "AAI003", "ASI99", "Backdoor Attacks",
        ])
        #expect(result.code == 1)
        let objects = try result.output.split(separator: "\n").map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
        #expect(objects.map { $0["outcome"] as? String } == ["resolved", "retired", "unknown", "ambiguous"])
        #expect((objects[0]["item"] as? [String: String])?["id"] == "owasp-asi-2026/asi02")
        #expect((objects[0]["warnings"] as? [String])?.count == 1)
        #expect((objects[3]["candidates"] as? [[String: String]])?.count == 2)
    }

    @Test func anImportWritesLinks() throws {
        let table = try file(
            "a.md", "| Framework | Control / Reference | Relevance |\n|---|---|---|\n| OWASP ASI | ASI01 | \"why\" |\n")
        defer { try? FileManager.default.removeItem(atPath: table) }
        let output = table + ".yaml"
        defer { try? FileManager.default.removeItem(atPath: output) }
        #expect(try Program.run(["map", "import", table, "--output", output]).code == 0)
        let yaml = try String(contentsOfFile: output, encoding: .utf8)
        #expect(yaml.hasPrefix("links:\n  - line: 3\n    framework: \"owasp-asi-2026\"\n"))
        #expect(yaml.contains("relevance: \"\\\"why\\\"\"\n"))
        let csv = try Program.run(["map", "import", table, "--format", "csv"])
        #expect(
            csv.output.hasPrefix(
                "line,source,framework,item,title,reference,label,relationship,relevance,warnings\r\n3,"))
        let json = try Program.run(["map", "import", table, "--format", "json"]).output
        #expect(try JSONSerialization.jsonObject(with: Data(json.utf8)) is [[String: Any]])
    }

    @Test func aLintNamesFileAndLine() throws {
        let good = try file("a.csv", "source,target,relationship,rationale\nASI01,L3,intersects-with,r\n")
        let bad = try file("b.csv", "source,target,relationship,rationale\nASI01,L9,intersects-with,r\n")
        let unreadable = try file("c.csv", "source,target\nASI01\n")
        defer { [good, bad, unreadable].forEach { try? FileManager.default.removeItem(atPath: $0) } }
        #expect(try Program.run(["map", "lint", good]).code == 0)
        let result = try Program.run(["map", "lint", good, bad])
        #expect(result.code == 1)
        #expect(result.output.hasPrefix("\(bad):2:7: L9: "))
        #expect(try Program.run(["map", "lint", unreadable]).code == 65)
    }
}
