import Foundation
import Testing

/// `surety diff` between files: assessments, bundles, and entries of the history.
@Suite struct DiffFileTests {
    private let scene: OutsideScene

    init() throws {
        scene = try OutsideScene([
            "repo/.claude/settings.json": "{\"permissions\": {\"allow\": [\"Bash(git push *)\"]}}"
        ])
    }

    private func assess(_ output: String, _ more: [String] = []) throws {
        let result = try scene.run(
            ["assess", "repo", "--at", "2026-09-01", "--output", output, "--format", "json", "-q"] + more)
        #expect([0, 1].contains(result.code), "\(result.output)")
    }

    private func diff(_ before: String, _ after: String, _ more: [String] = []) throws -> (
        rows: [[String: String]], code: Int32
    ) {
        let result = try scene.run(["diff", before, after, "--format", "json"] + more)
        let rows = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]] ?? []
        return (rows.map { $0.compactMapValues { $0 as? String } }, result.code)
    }

    @Test func filesFoldersAndTheHistoryAreOneThing() throws {
        try assess("a")
        #expect(try scene.run(["track", "repo", "--at", "2026-09-01"]).code == 1)
        // What the history remembers of an assessment is what its file says.
        #expect(try diff("last", "a/assessment.json").code == 0)
        #expect(try diff("a", "1").code == 0)
        try scene.write("{\"permissions\": {\"allow\": []}}", to: "repo/.claude/settings.json")
        try assess("b")
        let found = try diff("a/assessment.json", "b")
        #expect(found.code == 1)
        let check = try #require(found.rows.first { $0["name"] == "permissions/publishing-asks" })
        #expect(check["why"]?.contains("the evidence changed: .claude/settings.json") == true)
        #expect(try diff("last", "b").rows == found.rows)
        let text = try scene.run(["diff", "a", "b"]).output
        #expect(text.contains("not seen") && text.contains("permissions/publishing-asks"))
        #expect(try scene.run(["diff", "a", "b", "--format", "markdown"]).output.hasPrefix("### Surety: what changed"))
    }

    @Test func bundlesAreToo() throws {
        let (key, open) = (scene.root.path + "/key.pem", scene.root.path + "/key.pub.pem")
        try OpenSSLTool.makeKey("p256", key, open)
        let attest = ["attest", "repo", "--at", "2026-09-01", "--key", key, "-q", "--bundle"]
        #expect(try scene.run(attest + ["before"]).code == 0)
        try scene.write("{\"permissions\": {\"allow\": []}}", to: "repo/.claude/settings.json")
        #expect(try scene.run(attest + ["after.zip"]).code == 0)
        let found = try diff("before", "after.zip")
        #expect(found.code == 1 && found.rows.contains { $0["name"] == "permissions/publishing-asks" })
        #expect(try diff("before", "before").code == 0)
    }

    private func reasons(_ change: () throws -> Void, _ before: [String] = [], _ after: [String] = []) throws -> String
    {
        try assess("a", before)
        try change()
        try assess("b", after)
        let found = try diff("a", "b")
        #expect(found.code == 1)
        return found.rows.compactMap { $0["why"] }.joined(separator: "\n")
            + found.rows.compactMap { $0["kind"] }.joined(separator: "\n")
    }

    @Test func itSaysThatAStatementDidIt() throws {
        let why = try reasons {
            try scene.write(
                """
                statements:
                  - control: nist-ai-rmf-1.0/govern-1.1
                    claim: The law that applies is known.
                    method: interview
                    by: B. Person
                    role: counsel
                    stated_on: 2026-08-01
                    expires_on: 2027-01-01
                """, to: "repo/statements.yaml")
        }
        #expect(why.contains("the statement by B. Person, 2026-08-01 counts"))
    }

    @Test func itSaysThatAWaiverDidIt() throws {
        try assess("first")
        let gaps = try scene.run(["gaps", "repo", "--format", "json", "--at", "2026-09-01", "-q"]).output
        let all = try JSONSerialization.jsonObject(with: Data(gaps.utf8)) as? [[String: String]] ?? []
        let gap = try #require(all.first { $0["check"] == "permissions/publishing-asks" })
        try scene.write(
            """
            waivers:
              - gap: \(gap["id"] ?? "")
                accepts: sha256:\(gap["value_digest"] ?? "")
                approver: Ana
                reason: it is protected on the server
                expires_on: 2026-12-01
            """, to: "accepted.yaml")
        let why = try reasons({}, [], ["--waivers", "accepted.yaml"])
        #expect(why.contains("waived until 2026-12-01") && why.contains("waiver"))
    }

    @Test func itSaysThatTheFrameworksAreOthers() throws {
        let why = try reasons({}, ["--framework", "nist-ai-rmf-1.0"], ["--framework", "owasp-asi-2026"])
        #expect(why.contains("nist-ai-rmf-1.0 is not assessed any more"))
        #expect(why.contains("owasp-asi-2026 was not assessed before"))
    }

    @Test(arguments: [
        "", "{}", "[]", "{\"schema\": \"surety-assessment\"}", "no json", "{\"surety-evidence\": 1}",
        "{\"schema\": \"surety-assessment\", \"schema_version\": 99}",
        "{\"schema\": \"surety-assessment\", \"schema_version\": 1, \"autonomy\": [], \"agents\": [{\"id\": 7}]}",
    ])
    func whatIsNoAssessmentIsRefused(text: String) throws {
        try assess("a")
        try scene.write(text, to: "bad.json")
        let said = try Program.errors(["diff", "a", "bad.json"], in: scene.root)
        #expect(said.code == 65 && said.text.contains("bad.json"), "\(said.text)")
    }

    @Test func whatIsNotThereIsSaid() throws {
        try assess("a")
        try assess("named", ["--system", "desk"])
        for other in ["none.json", "none.zip", "repo", "last", "7"] {
            #expect(try scene.run(["diff", "a", other]).code == 65, "\(other)")
        }
        let said = try Program.errors(["diff", "a", "named"], in: scene.root)
        #expect(said.code == 65 && said.text.contains("'desk'"))
        // Half a file is none.
        let file = scene.root.appending(path: "a/assessment.json")
        let whole = try Data(contentsOf: file)
        try whole.prefix(whole.count / 2).write(to: file)
        #expect(try scene.run(["diff", "named", "a"]).code == 65)
    }
}
