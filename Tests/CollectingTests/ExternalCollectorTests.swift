import Compliance
import Foundation
import Testing

@testable import Collecting

@Suite struct ExternalCollectorTests {
    static let header = #"{"surety": 1, "collector": "desk", "version": "1", "tables": ["tool", "model"]}"#
    static let agent =
        #"{"table": "agent", "agent": "desk@.", "artifact": "a.ini", "line": 1, "name": "main", "product": "Desk", "kind": "application"}"#

    private func collect(
        _ collector: Outside, files: [String: String] = ["a.ini": "name=desk\ntool=refund\n"], seconds: Int = 30
    ) throws -> Evidence {
        let folder = try Workspace(files)
        return try withExtendedLifetime((folder, collector)) {
            try Collection.run([folder.root.path], outside: [collector.collector(seconds: seconds)]) { _ in }
        }
    }

    private func collect(_ rows: [String], files: [String: String]? = nil) throws -> Evidence {
        let lines = [Self.header] + rows + ["{\"end\": \(rows.count)}"]
        return try collect(Outside(writing: lines), files: files ?? ["a.ini": "name=desk\ntool=refund\n"])
    }

    @Test func rowsCountWithTheirPlaceAndADigestOfOurs() throws {
        let evidence = try collect([
            Self.agent,
            #"{"table": "tool", "agent": "desk@.", "artifact": "a.ini", "line": 2, "column": 6, "actor": "main", "name": "refund", "origin": "built-in", "effect": "payment", "approval": "never"}"#,
            #"{"table": "coverage", "agent": "desk@.", "table_name": "tool", "completeness": "complete"}"#,
        ])
        #expect(evidence.faults == [])
        #expect(evidence.agents == [AgentID("desk@.")])
        let tool = try #require(evidence[.tool].first)
        #expect(tool["collector"] == "desk" && tool.line == 2 && tool.column == 6)
        #expect(evidence.excerpts["a.ini"]?[2] == "tool=refund")
        #expect(evidence.artifact("a.ini")?["sha256"].text?.count == 64)
        #expect(evidence.artifact("a.ini")?["agent"] == "desk@.")
        #expect(evidence.completeness("tool") == ["complete"])
        // Named in the header, and nothing said of it.
        #expect(evidence.completeness("model") == ["partial"])
    }

    static let broken: [(String, String)] = [
        (#"{"table": "tol", "agent": "desk@."}"#, "there is no table tol"),
        (#"{"table": "budget", "agent": "desk@.", "actor": "main", "kind": "turns"}"#, "does not name table budget"),
        (
            #"{"table": "tool", "agent": "desk@.", "actor": "main", "nam": "x", "origin": "mcp"}"#,
            "table tool has no column nam"
        ),
        (#"{"table": "tool", "agent": "desk@.", "actor": "main", "origin": "mcp"}"#, "table tool requires column name"),
        (
            #"{"table": "tool", "agent": "desk@.", "actor": "main", "name": 3, "origin": "mcp"}"#,
            "column name of table tool is of type text"
        ),
        (
            #"{"table": "tool", "agent": "desk@.", "actor": "main", "name": "x", "origin": "moon"}"#,
            "one of built-in, mcp, inherited, code"
        ),
        (
            #"{"table": "tool", "agent": "desk@.", "actor": ["main"], "name": "x", "origin": "mcp"}"#,
            "column actor of table tool is of type text"
        ),
        (#"{"table": "model", "agent": "other@.", "actor": "main"}"#, "there is no agent other@."),
        (#"{"table": "model", "agent": "../up", "actor": "main"}"#, "is not of the form product@folder"),
        (#"{"table": "model", "agent": "desk@../up", "actor": "main"}"#, "is not of the form product@folder"),
        (#"{"table": "model", "actor": "main"}"#, "it names no agent"),
        (
            #"{"table": "model", "agent": "desk@.", "artifact": "../a.ini", "actor": "main"}"#,
            "is not a path below the assessed folder"
        ),
        (
            #"{"table": "model", "agent": "desk@.", "artifact": "/etc/passwd", "actor": "main"}"#,
            "is not a path below the assessed folder"
        ),
        (#"{"table": "model", "agent": "desk@.", "artifact": "b.ini", "actor": "main"}"#, "there is no file 'b.ini'"),
        (
            #"{"table": "model", "agent": "desk@.", "artifact": "a.ini", "line": 99, "actor": "main"}"#,
            "'a.ini' has 3 lines, not 99"
        ),
        (
            #"{"table": "model", "agent": "desk@.", "artifact": "a.ini", "line": 1, "column": 40, "actor": "main"}"#,
            "line 1 of 'a.ini' has 9 characters"
        ),
        (#"{"table": "model", "agent": "desk@.", "line": 1, "actor": "main"}"#, "it has a line and no artifact"),
        (
            #"{"table": "model", "agent": "desk@.", "artifact": "a.ini", "line": 0, "actor": "main"}"#,
            "line is a number from 1"
        ),
        (#"{"table": "model", "agent": "desk@.", "collector": "codex", "actor": "main"}"#, "written by Surety"),
        (
            #"{"table": "artifact", "path": "a.ini", "kind": "x", "status": "read", "sha256": "00"}"#,
            "computed by Surety, not believed"
        ),
        (#"{"table": "statement", "agent": "desk@.", "claim": "fine"}"#, "does not name table statement"),
        (
            #"{"table": "coverage", "agent": "desk@.", "table_name": "hook", "completeness": "complete"}"#,
            "coverage is of a table that the header names"
        ),
        (#"{"table": "model", "agent": "desk@.", "actor": "main", "actor": "x"}"#, "actor"),
        ("[]", "expected a JSON object"), ("{", "line 3"), ("", "line 3"), ("garbage", "line 3"),
    ]

    @Test(arguments: broken) func oneLineThatDoesNotHoldRefusesAll(line: String, reason: String) throws {
        let evidence = try collect([Self.agent, line])
        #expect(evidence.agents == [] && evidence[.tool] == [] && evidence[.model] == [])
        let refusal = try #require(evidence.artifact("collector desk"))
        #expect(refusal["status"] == "refused")
        #expect(refusal["reason"].text?.contains(reason) == true, "\(refusal["reason"].description)")
        #expect(refusal["reason"].text?.contains("line 3 of its output") == true)
    }

    @Test(
        arguments: [
            ("exit 3", "exit code 3"), ("echo broken >&2; exit 1", "exit code 1: broken"), ("kill -9 $$", "signal 9"),
            ("true", "it wrote nothing"), ("printf garbage", "cut off"), ("echo garbage", "line 1"),
            ("echo '\(header)'", "no end line"), ("echo '\(header)'; echo '{\"end\": 7}'", "expected {\"end\": 0}"),
            ("echo '{\"surety\": 2}'; echo '{\"end\": 0}'", "only version 1"),
            ("echo '{\"surety\": 1, \"collector\": \"A B\"}'; echo '{\"end\": 0}'", "collector is a name"),
            (
                "echo '{\"surety\": 1, \"collector\": \"a\", \"version\": \"1\", \"tables\": [\"statement\"]}'; echo '{\"end\": 0}'",
                "cannot fill a table statement"
            ),
            ("echo '\(header)'; exit 1", "exit code 1"),
        ])
    func aFailedRunGivesNothingAndSaysSo(script: String, reason: String) throws {
        let evidence = try collect(Outside(script))
        let refusals = evidence[.artifact].filter { $0["kind"] == "external collector" }
        #expect(refusals.count == 1)
        #expect(refusals.first?["reason"].text?.contains(reason) == true, "\(refusals)")
        #expect(evidence.isEmpty)
    }

    @Test func aFailureTakesCoverageAwayFromTheAgentsThatAreThere() throws {
        let files = [".codex/config.toml": "model = \"gpt-5\"\n"]
        let before = try Workspace(files).collect()
        let agent = try #require(before.agents.first)
        #expect(before.completeness("model") == ["complete"])
        let after = try collect(Outside("exit 1"), files: files)
        #expect(after.agents == [agent] && after[.model] == before[.model])
        #expect(after.completeness("model").contains("partial"))
        #expect(after.completeness("tool").contains("partial"))
        #expect(after[.artifact].contains { $0.agent == agent && $0["kind"] == "external collector" })
    }

    @Test func timeIsBoundedAndNothingIsLeftBehind() throws {
        let mark = try Workspace()
        let path = mark.root.appending(path: "late").path
        let started = ContinuousClock.now
        let evidence = try collect(Outside("(sleep 3; touch \(path)) & sleep 60"), seconds: 1)
        #expect(ContinuousClock.now - started < .seconds(20))
        #expect(evidence[.artifact].contains { $0["reason"].text?.contains("longer than 1 seconds") == true })
        Thread.sleep(forTimeInterval: 3)
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func outputIsBounded() {
        var bounds = CollectorBounds.standard
        bounds.output = 100_000
        let run = CollectorRun(command: ["/bin/sh", "-c", "yes"], bounds: bounds)
        #expect(CollectorProcess.run(run).ending == .wroteTooMuch)
    }

    @Test func itRunsInTheRootFolderAndReadsWhatItIsGiven() {
        let run = CollectorRun(
            command: ["/bin/sh", "-c", "pwd; cat; echo $A"], environment: ["A=b"],
            input: Array(String(repeating: "x", count: 300_000).utf8), bounds: .standard)
        let outcome = CollectorProcess.run(run)
        #expect(outcome.ending == .exited(0))
        #expect(outcome.output.count == 300_000 + 4)
        #expect(outcome.output.starts(with: "/\nxxx".utf8) && outcome.output.suffix(2) == [0x62, 0x0A])
    }

    @Test func aCollectorInTheAssessedFolderIsNotRun() throws {
        let folder = try Workspace(["a.ini": "x"])
        let mark = folder.root.appending(path: "ran").path
        let collector = try Outside("touch \(mark)", in: folder)
        let other = try Workspace(["b.ini": "x"])
        let evidence = try Collection.run(
            [folder.root.path, other.root.path], outside: [collector.collector()]
        ) { _ in }
        #expect(!FileManager.default.fileExists(atPath: mark))
        let reasons = evidence[.artifact].compactMap { $0["reason"].text }
        #expect(reasons.count { $0.contains("lies in an assessed folder") } == 2)
    }

    @Test(arguments: ["/nowhere/at/all", "/tmp", "/etc/passwd"]) func whatCannotRunIsAnError(path: String) {
        #expect(throws: CollectionError.self) { try ExternalCollector(path: path) }
    }

    @Test func secretsAreReplaced() throws {
        let evidence = try collect(
            [
                Self.agent,
                #"{"table": "model", "agent": "desk@.", "artifact": "a.ini", "line": 2, "actor": "main", "name": "\#(MadeUp.openAI)"}"#,
                #"{"table": "tool", "agent": "desk@.", "artifact": "a.ini", "line": 3, "column": 1, "actor": "main", "name": "x", "origin": "mcp"}"#,
            ], files: ["a.ini": "name=desk\nkey=\(MadeUp.openAI)\nx\n"])
        #expect(evidence[.model].count == 1)
        #expect(!evidence.texts.contains { $0.contains(MadeUp.openAI) })
    }

    @Test func behindAnInlineCredentialNothingIsShown() throws {
        let header = #"{"surety": 1, "collector": "desk", "version": "1", "tables": ["credential", "tool"]}"#
        let lines = [
            header, Self.agent,
            #"{"table": "tool", "agent": "desk@.", "artifact": "a.ini", "line": 2, "actor": "main", "name": "x", "origin": "mcp"}"#,
            #"{"table": "credential", "agent": "desk@.", "artifact": "a.ini", "line": 2, "column": 8, "holder": "agent", "name": "open", "storage": "inline", "detector": "desk"}"#,
            #"{"end": 3}"#,
        ]
        let evidence = try collect(Outside(writing: lines), files: ["a.ini": "name=desk\nopen = sesame please\n"])
        #expect(evidence.excerpts["a.ini"]?[2] == "open = [redacted]")
        #expect(!evidence.texts.contains { $0.contains("sesame") })
    }

    @Test func aFileThatItCouldNotReadIsRefusedWithItsLine() throws {
        let evidence = try collect([
            Self.agent,
            #"{"table": "artifact", "agent": "desk@.", "path": "a.ini", "kind": "desk file", "status": "refused", "reason": "no section", "line": 2, "column": 1}"#,
        ])
        let row = try #require(evidence.artifact("a.ini"))
        #expect(row["status"] == "refused" && row["line"] == 2 && row["agent"] == "desk@.")
        #expect(row["reason"].text?.contains("no section") == true && row["sha256"].text?.count == 64)
    }

    @Test func whatSuretyDescribesIsNotDescribedAgain() throws {
        let evidence = try collect(
            [
                #"{"table": "agent", "agent": "codex@.", "name": "main", "product": "Codex", "kind": "application", "plans": false}"#
            ], files: [".codex/config.toml": "model = \"gpt-5\"\n"])
        #expect(evidence[.agent].count == 1)
        #expect(evidence[.artifact].contains { $0["reason"].text?.contains("described by Surety already") == true })
    }

    @Test(arguments: ["codex", "python", "folder"]) func nobodyTakesANameOfOurs(name: String) throws {
        let header = Self.header.replacing("desk", with: name)
        let evidence = try collect(Outside(writing: [header, Self.agent, #"{"end": 1}"#]))
        #expect(evidence.isEmpty)
        #expect(evidence[.artifact].contains { $0["reason"].text?.contains("one of Surety's own") == true })
    }

    @Test func withSeveralFoldersPathsAndAgentsBeginWithTheirs() throws {
        let folder = try Workspace(["one/a.ini": "x\n", "two/a.ini": "x\n"])
        let rows = [Self.header, Self.agent, #"{"end": 1}"#]
        let paths = ["one", "two"].map { folder.root.path + "/" + $0 }
        let collector = try Outside(writing: rows)
        let evidence = try Collection.run(paths, outside: [collector.collector()]) { _ in }
        #expect(evidence.agents.map(\.rawValue) == paths.map { "desk@" + FilePath($0).text })
        #expect(evidence[.agent].compactMap(\.artifact) == paths.map { FilePath($0 + "/a.ini").text })
    }
}
