import Compliance
import Foundation
import Testing

@testable import Collecting

@Suite struct FindingsTests {
    static let files = [
        ".codex/config.toml": "model = \"gpt-5\"\n", "src/app.py": "one\ntwo\nkey = '\(MadeUp.openAI)'\n",
        "sub/.codex/config.toml": "model = \"gpt-5\"\n", "sub/tool.py": "x\n",
    ]

    private func collect(_ report: String, name: String = "r.sarif") throws -> Evidence {
        let folder = try Workspace(Self.files)
        let text = report.replacing("ROOT", with: folder.root.path)
        return try withExtendedLifetime(folder) {
            try Collection.run([folder.root.path], findings: [FindingsReport(Array(text.utf8), path: "/x/\(name)")]) {
                _ in
            }
        }
    }

    private static func sarif(_ result: String, _ more: String = "") -> String {
        """
        {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "semgrep", "semanticVersion": "1.90.0", "rules": [
          {"id": "py.shell", "defaultConfiguration": {"level": "error"}, "shortDescription": {"text": "A shell"}},
          {"id": "py.sec", "properties": {"security-severity": "9.8"}}]}}, \(more)
         "results": [\(result)]}]}
        """
    }

    private static func at(_ uri: String, _ line: Int = 2, column: Int = 1) -> String {
        "\"locations\": [{\"physicalLocation\": {\"artifactLocation\": {\"uri\": \"\(uri)\"}, \"region\": {\"startLine\": \(line), \"startColumn\": \(column)}}}]"
    }

    @Test func aFailingResultIsARowOfItsAgent() throws {
        let evidence = try collect(
            Self.sarif(
                "{\"ruleIndex\": 0, \"message\": {\"text\": \"shell\\u001b[31m\"}, \(Self.at("src/app.py", 2, column: 3))}"
            ))
        #expect(evidence.faults == [])
        let row = try #require(evidence[.externalFinding].first)
        #expect(evidence[.externalFinding].count == 1)
        #expect(row.agent == AgentID("codex@.") && row.artifact == "src/app.py" && row.line == 2 && row.column == 3)
        #expect(row["scanner"] == "semgrep" && row["scanner_version"] == "1.90.0" && row["rule"] == "py.shell")
        #expect(row["severity"] == "high" && row["suppressed"] == false && row["report"] == "r.sarif")
        #expect(row["message"].text?.contains("\u{1B}") == false)
        #expect(evidence.excerpts["src/app.py"]?[2] == "two")
        #expect(evidence.artifact("src/app.py")?["sha256"].text?.count == 64)
        // A scanner's silence shows nothing.
        #expect(evidence.completeness("external_finding") == ["partial", "partial"])
    }

    @Test(
        arguments: [
            ("sub/tool.py", "codex@sub", 1), ("./src/app.py", "codex@.", 2), ("file://ROOT/src/app.py", "codex@.", 2),
            ("src%2Fapp.py", "codex@.", 2), ("ROOT/src/app.py", "codex@.", 2),
        ])
    func pathsLeadToTheirAgent(uri: String, agent: String, line: Int) throws {
        let evidence = try collect(
            Self.sarif("{\"ruleId\": \"py.sec\", \"message\": {\"text\": \"m\"}, \(Self.at(uri, line))}"))
        #expect(evidence[.externalFinding].map(\.agent) == [AgentID(agent)])
        #expect(evidence[.externalFinding].first?["severity"] == "critical")
    }

    @Test(
        arguments: [
            (at("../etc/passwd"), "outside"), (at("/etc/passwd"), "outside"), (at("file:///etc/passwd"), "outside"),
            (at("https://a.test/x"), "name no file"), (at("src/%2e%2e/%2e%2e/x"), "outside"),
            ("\"locations\": []", "no file"),
            (at("src/none.py"), "not there"), (at("src"), "not there"), (at("src/app.py%00"), "not there"),
        ])
    func whatCannotBePlacedIsCounted(location: String, reason: String) throws {
        let evidence = try collect(Self.sarif("{\"ruleId\": \"r\", \"message\": {\"text\": \"m\"}, \(location)}"))
        #expect(evidence[.externalFinding] == [])
        let coverage = evidence[.coverage].first { $0["table_name"] == "external_finding" }
        #expect(coverage?["reason"].text?.contains("1 results") == true)
        #expect(coverage?["reason"].text?.contains(reason) == true, "\(coverage?["reason"].description ?? "")")
    }

    @Test func aLineBehindTheEndIsNotCited() throws {
        let evidence = try collect(
            Self.sarif("{\"ruleId\": \"r\", \"message\": {\"text\": \"m\"}, \(Self.at("src/app.py", 99))}"))
        #expect(evidence[.externalFinding].first?.line == nil && evidence[.externalFinding].count == 1)
    }

    @Test func suppressedCountsAndPassingDoesNot() throws {
        let place = Self.at("src/app.py")
        let evidence = try collect(
            Self.sarif(
                """
                {"ruleId": "a", "message": {"text": "m"}, \(place), "suppressions": [{"kind": "inSource", "justification": "known"}]},
                {"ruleId": "b", "message": {"text": "m"}, \(place), "suppressions": [{"kind": "external", "status": "rejected"}]},
                {"ruleId": "c", "kind": "pass", "message": {"text": "m"}, \(place)},
                {"ruleId": "d", "baselineState": "absent", "message": {"text": "m"}, \(place)}
                """))
        #expect(evidence[.externalFinding].map { $0["rule"].description } == ["a", "b"])
        #expect(evidence[.externalFinding].map { $0["suppressed"] } == [true, false])
        #expect(evidence[.externalFinding].first?["suppression"] == "known")
    }

    @Test func secretsAreTakenOut() throws {
        let evidence = try collect(
            Self.sarif(
                "{\"ruleId\": \"r\", \"message\": {\"text\": \"found \(MadeUp.openAI)\"}, \(Self.at("src/app.py", 3))}")
        )
        #expect(evidence[.externalFinding].count == 1)
        #expect(!evidence.texts.contains { $0.contains(MadeUp.openAI) })
    }

    @Test(
        arguments: [
            ("scanner,rule,message,path,line,severity\nbandit,B602,shell,src/app.py,2,HIGH\n", "f.csv"),
            (
                "[{\"scanner\": \"bandit\", \"rule\": \"B602\", \"message\": \"shell\", \"path\": \"src/app.py\", \"line\": 2, \"severity\": \"HIGH\"}]",
                "f.json"
            ),
            (
                "{\"scanner\": \"bandit\", \"findings\": [{\"rule\": \"B602\", \"message\": \"shell\", \"path\": \"src/app.py\", \"line\": 2, \"severity\": \"error\"}]}",
                "f.json"
            ),
        ])
    func tablesAreRead(text: String, name: String) throws {
        let row = try #require(try collect(text, name: name)[.externalFinding].first)
        #expect(row["scanner"] == "bandit" && row["rule"] == "B602" && row["severity"] == "high" && row.line == 2)
    }

    @Test(
        arguments: [
            ("", "x.sarif", "line 1"), ("{", "x.sarif", "line 1"), ("{\"runs\": []}", "x.sarif", "version 2.1.0"),
            ("{\"version\": \"2.0.0\", \"runs\": []}", "x.sarif", "version 2.1.0"),
            ("{\"version\": \"2.1.0\", \"runs\": [{}]}", "x.sarif", "tool.driver.name"),
            (
                "{\"version\": \"2.1.0\", \"runs\": [{\"tool\": {\"driver\": {\"name\": \"s\"}}, \"results\": [{}]}]}",
                "x", "without a rule"
            ),
            ("{\"a\": 1}", "x.json", "no key a"), ("{}", "x.json", "expected SARIF"), ("", "x.csv", "empty"),
            ("rule,message,path\na,b,c\n", "x.csv", "without scanner"), ("rule,what\na,b\n", "x.csv", "no column what"),
            ("scanner,rule,message,path,line\na,b,c,d,none\n", "x.csv", "line is a number"),
            ("scanner,rule,message,path,severity\na,b,c,d,awful\n", "x.csv", "severity 'awful'"),
            (String(repeating: "[", count: 100_000), "x.json", "line 1"),
        ])
    func aBrokenReportIsAnError(text: String, name: String, reason: String) {
        let error = #expect(throws: CollectionError.self) { try FindingsReport(Array(text.utf8), path: name) }
        #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
    }
}
