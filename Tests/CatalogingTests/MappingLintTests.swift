import Cataloging
import Documents
import Foundation
import Testing

/// Each planted error stands in its line between guillemets: words of the problem that must be found there.
@Suite("Mappings that other people wrote")
struct MappingLintTests {
    private func fixture(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: ReferenceCatalog.fixtures.appending(path: "tables/" + name)))
    }

    private func report(_ bytes: [UInt8], _ path: String) throws -> MappingLint.Report {
        try MappingLint(#require(ReferenceCatalog.resolver)).report(bytes, path: path)
    }

    private func planted(_ bytes: [UInt8]) -> [Int: [String]] {
        var planted: [Int: [String]] = [:]
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() {
            for part in line.split(separator: "«").dropFirst() {
                planted[number + 1, default: []].append(String(part.prefix { $0 != "»" }))
            }
        }
        return planted
    }

    @Test(
        "Every planted error is found, and nothing else",
        arguments: [
            "planted-names.csv", "planted-rmf.md", "planted-headings.md", "planted.json", "planted-oscal.json",
            "planted-oscal.xml",
        ])
    func findsWhatIsPlanted(name: String) throws {
        let bytes = try fixture(name)
        let problems = try report(bytes, name).problems
        let planted = planted(bytes)
        #expect(planted.count > 2)
        for (line, words) in planted {
            let found = problems.filter { $0.position.line == line }
            for word in words {
                #expect(found.contains { $0.message.contains(word) }, "\(name):\(line) lacks \(word): \(found)")
            }
        }
        for problem in problems { #expect(planted[problem.position.line] != nil, "\(problem)") }
    }

    @Test(arguments: [("clean.csv", 9, 1), ("clean.md", 8, 0)])
    func nothingIsFoundInACleanOne(name: String, rows: Int, unchecked: Int) throws {
        let report = try report(fixture(name), name)
        #expect(report.problems.isEmpty, "\(report.problems)")
        #expect(report.rows == rows)
        #expect(report.unchecked == unchecked)
    }

    @Test func aTableWithoutTheColumnsIsToldOnce() throws {
        let problems = try report(Array("source,target\nASI01,T6\nASI02,T2\n".utf8), "a.csv").problems
        #expect(
            problems.map(\.description) == [
                "a.csv:1:1: no column gives the rationale of each pair",
                "a.csv:1:1: no column gives the relationship of each pair",
            ])
    }

    @Test(arguments: [
        ("a.csv", "a,b\n1,2\n"), ("a.csv", "source,target\nASI01\n"), ("a.md", "no table"), ("a.json", "{"),
        ("a.json", "{\"a\": 1}"), ("a.xml", "<a/>"), ("a.xml", "<!DOCTYPE a []><a/>"),
    ])
    func whatHoldsNoMappingCannotBeRead(path: String, text: String) throws {
        #expect(throws: Diagnostic.self) { _ = try report(Array(text.utf8), path) }
    }
}
