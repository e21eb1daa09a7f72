import Foundation
import Testing

/// What the history knows, in the reports of a run and in what is attested of it.
@Suite struct TrackedReportTests {
    private let scene: OutsideScene

    init() throws {
        scene = try OutsideScene([
            "repo/.claude/settings.json": "{\"permissions\": {\"allow\": [\"Bash(git push *)\"]}}",
            "other/.cursor/mcp.json": "{\"mcpServers\": {\"a\": {\"url\": \"http://h.example\"}}}",
        ])
    }

    private static let framework = ["--framework", "nist-ai-rmf-1.0"]

    private func assess(_ output: String, on day: String, _ more: [String]) throws -> Int32 {
        try scene.run(
            ["assess", "repo", "--at", day, "--output", output, "--fail-on", "never", "-q"] + Self.framework + more
        ).code
    }

    private func text(_ path: String) throws -> String {
        try String(contentsOf: scene.root.appending(path: path), encoding: .utf8)
    }

    private func isSame(_ one: String, _ other: String) -> Bool {
        FileManager.default.contentsEqual(
            atPath: scene.root.appending(path: one).path, andPath: scene.root.appending(path: other).path)
    }

    /// Two weeks: everything is found; somebody takes the push, a date is set, a note is written.
    private func twoWeeks() throws -> String {
        for day in ["2026-09-01", "2026-09-08"] {
            #expect(try scene.run(["track", "repo", "--at", day, "--fail-on", "never"] + Self.framework).code == 0)
        }
        let listed = try scene.run(["gaps", "tracked", "--format", "json", "--at", "2026-09-08"]).output
        let gaps = try JSONSerialization.jsonObject(with: Data(listed.utf8)) as? [[String: Any]] ?? []
        let id = try #require(gaps.first { $0["check"] as? String == "permissions/publishing-asks" }?["id"] as? String)
        for edit in [
            ["assign", id, "--to", "ben"], ["due", id, "--on", "2026-09-12"], ["ticket", id, "--link", "SEC-7"],
            ["note", id, "--text", "waits for the vendor"],
        ] { #expect(try scene.run(["gaps"] + edit + ["--by", "ana"]).code == 0) }
        return id
    }

    @Test func reportsSaySinceWhenAndUntilWhen() throws {
        let id = try twoWeeks()
        let history = ["--history", "surety-history.sqlite", "--format", "all"]
        #expect(try assess("with", on: "2026-09-15", history) == 0)
        let line = try #require(text("with/gaps.csv").split(separator: "\r\n").first { $0.hasPrefix(id) })
        #expect(line.contains(",2026-09-01,14,2026-09-12,yes,ben,SEC-7,0,"))
        let report = try text("with/gap-analysis.md")
        #expect(report.contains("since 2026-09-01 (14 days), due 2026-09-12, overdue; ben; SEC-7"))
        // Recording the same day, and asking for the reports with it, gives the same bytes.
        let track = ["track", "repo", "--at", "2026-09-15", "--output", "tracked", "--format", "all"] + Self.framework
        #expect(try scene.run(track + ["--fail-on", "never"]).code == 0)
        for name in ["gaps.csv", "gap-analysis.md", "oscal/poam.xml", "gaps-fedramp-poam.xlsx", "report.html"] {
            #expect(isSame("with/" + name, "tracked/" + name), "\(name)")
        }
        // What is saved gives every format again, dates and all.
        #expect(try scene.run(["collect", "repo", "--output", "with/evidence.json", "-q"]).code == 0)
        let again = try scene.run(["report", "--from", "with/assessment.json", "--format", "all", "--output", "again"])
        #expect(again.code == 0, "\(again.output)")
        for name in ["gaps.csv", "assessment.json", "oscal/poam.json"] {
            #expect(isSame("with/" + name, "again/" + name), "\(name)")
        }
    }

    /// The history is only read: without it nothing of it is anywhere.
    @Test func withoutItTheBytesStay() throws {
        #expect(try assess("before", on: "2026-09-15", ["--format", "all"]) == 0)
        _ = try twoWeeks()
        let history = try Data(contentsOf: scene.root.appending(path: "surety-history.sqlite"))
        #expect(try assess("with", on: "2026-09-15", ["--history", "surety-history.sqlite"]) == 0)
        #expect(try Data(contentsOf: scene.root.appending(path: "surety-history.sqlite")) == history)
        #expect(try assess("after", on: "2026-09-15", ["--format", "all"]) == 0)
        let files = try FileManager.default.subpathsOfDirectory(
            atPath: scene.root.appending(path: "before").path)
        for name in files.sorted() { #expect(isSame("before/" + name, "after/" + name), "\(name)") }
        #expect(!isSame("before/gaps.csv", "with/gaps.csv"))
    }

    @Test func aHistoryThatIsNoneIsNamed() throws {
        _ = try twoWeeks()
        try scene.write("not a database", to: "broken.sqlite")
        func refusal(_ arguments: [String]) throws -> String {
            let said = try Program.errors(["assess", "repo", "-q", "--output", "x"] + arguments, in: scene.root)
            #expect(said.code == 65)
            #expect(!FileManager.default.fileExists(atPath: scene.root.appending(path: "x").path))
            return said.text
        }
        let day = ["--at", "2026-09-15"]
        #expect(try refusal(day + ["--history", "none.sqlite"]).contains("there is no history none.sqlite"))
        #expect(!FileManager.default.fileExists(atPath: scene.root.appending(path: "none.sqlite").path))
        #expect(try refusal(day + ["--history", "broken.sqlite"]).contains("broken.sqlite is not a history"))
        let kept = ["--history", "surety-history.sqlite"]
        #expect(try refusal(day + kept + ["--system", "desk"]).contains("has no system 'desk'"))
        #expect(try refusal(kept + ["--at", "2026-09-07"]).contains("already ends at 2026-09-08"))
        #expect(try scene.run(["track", "other", "--at", "2026-09-08", "--history", "other.sqlite"]).code == 1)
        #expect(try refusal(day + ["--history", "other.sqlite"]).contains("other.sqlite is of other agents"))
        #expect(try scene.run(["track", "repo", "--system", "desk", "--history", "desk.sqlite"]).code == 1)
        #expect(try refusal(["--history", "desk.sqlite"]).contains("has the systems 'desk': name the one"))
    }

    /// A note is a text of somebody: it is no way for a secret into a report.
    @Test func aSecretDoesNotGetIn() throws {
        let id = try twoWeeks()
        let secret = "ghp_" + String(repeating: "aB3dE6gH9j", count: 4).prefix(36)
        let note = try scene.run(["gaps", "note", id, "--text", "token \(secret)", "--by", "ana"])
        #expect(note.code == 65)
        #expect(try !scene.run(["history", "--gap", id]).output.contains(secret))
    }

    @Test(arguments: ["folder", "bundle.zip"]) func aBundleHoldsWhatWasUsed(bundle: String) throws {
        let id = try twoWeeks()
        let (key, open) = (scene.root.path + "/key.pem", scene.root.path + "/key.pub.pem")
        try OpenSSLTool.makeKey("p256", key, open)
        let attest = ["attest", "repo", "--at", "2026-09-15", "--key", key, "--history", "surety-history.sqlite"]
        let made = try scene.run(attest + ["--bundle", bundle] + Self.framework)
        #expect(made.code == 0, "\(made.output)")
        let verified = try scene.run(["verify", bundle, "--key", open, "--evidence", "repo"])
        #expect(verified.code == 0, "\(verified.output)")
        #expect(verified.output.contains("reports, written again, are byte for byte the attested ones"))
        guard bundle == "folder" else { return }
        let records = try text("folder/history/gap-records.json")
        #expect(records.contains(id) && records.contains("\"due\": \"2026-09-12\""))
        #expect(try text("folder/reports/gaps.csv").contains("SEC-7"))
        // Who moves a date is seen.
        try scene.write(records.replacing("2026-09-12", with: "2026-12-12"), to: "folder/history/gap-records.json")
        let tampered = try scene.run(["verify", "folder", "--key", open])
        #expect(tampered.code == 1 && tampered.output.contains("history/gap-records.json"))
    }

    @Test func anEnvelopeHasItBesideIt() throws {
        _ = try twoWeeks()
        let (key, open) = (scene.root.path + "/key.pem", scene.root.path + "/key.pub.pem")
        try OpenSSLTool.makeKey("p256", key, open)
        let attest = ["attest", "repo", "--at", "2026-09-15", "--key", key, "--history", "surety-history.sqlite"]
        #expect(try scene.run(attest + ["--output", "out"]).code == 0)
        let verify = ["verify", "out/attestation.dsse.json", "--key", open, "--evidence", "repo"]
        let verified = try scene.run(verify)
        #expect(verified.code == 0, "\(verified.output)")
        #expect(verified.output.contains("report/gaps.csv: written again, byte for byte the attested one"))
        try scene.write("{}", to: "out/gap-records.json")
        #expect(try scene.run(verify).code != 0)
        try FileManager.default.removeItem(at: scene.root.appending(path: "out/gap-records.json"))
        let missing = try scene.run(verify)
        #expect(missing.code == 1 && missing.output.contains("history/gap-records.json: is not there"))
    }
}
