import Foundation
import Testing

/// Twelve weeks of an imaginary team's repository, as the history tells them.
@Suite struct TrackStoryTests {
    private let scene: OutsideScene

    init() throws { scene = try OutsideScene([:]) }

    private static let start = 1_788_220_800.0

    private func date(_ week: Int) -> String {
        let day = Date(timeIntervalSince1970: Self.start + Double(week) * 7 * 86_400)
        return String(day.ISO8601Format().prefix(10))
    }

    @discardableResult
    private func track(_ week: Int, _ more: [String] = []) throws -> (output: String, code: Int32) {
        try scene.run(["track", "repo", "--system", "desk", "--at", date(week), "--by", "ana"] + more)
    }

    private func settings(_ allow: [String], deny: [String] = []) throws {
        let rules = [allow, deny].map { $0.map { "\"\($0)\"" }.joined(separator: ", ") }
        try scene.write(
            "{\"permissions\": {\"allow\": [\(rules[0])], \"deny\": [\(rules[1])]}}", to: "repo/.claude/settings.json")
    }

    private func tracked(_ check: String, on week: Int) throws -> [String: Any] {
        let text = try scene.run(["gaps", "tracked", "--all", "--format", "json", "--at", date(week)]).output
        let all = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]] ?? []
        return try #require(all.first { $0["check"] as? String == check })
    }

    private func events(_ check: String) throws -> [String] {
        let id = try #require(tracked(check, on: 12)["id"] as? String)
        let lines = try scene.run(["history", "--gap", id]).output.split(separator: "\n").dropFirst()
        return lines.compactMap { $0.split(separator: " ").dropFirst().first.map(String.init) }
    }

    /// The value that a waiver for a check has to name.
    private func digest(_ check: String, _ week: Int) throws -> (gap: String, value: String) {
        let text = try scene.run([
            "gaps", "repo", "--system", "desk", "--format", "json", "--severity", "info", "--at", date(week), "-q",
        ]).output
        let all = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: String]] ?? []
        let gap = try #require(all.first { $0["check"] == check })
        return (gap["id"] ?? "", gap["value_digest"] ?? "")
    }

    @Test func twelveWeeks() throws {
        let publishing = "permissions/publishing-asks"
        // Weeks 0 and 1: pushing is allowed; the team takes that as its baseline and gives the gap to somebody.
        try settings(["Bash(git push *)"])
        #expect(try track(0, ["--baseline"]).code == 1)
        #expect(try track(1, ["--ratchet"]).code == 0)
        let id = try #require(tracked(publishing, on: 1)["id"] as? String)
        #expect(try scene.run(["gaps", "assign", id, "--to", "ben", "--by", "ana"]).code == 0)
        #expect(try scene.run(["gaps", "ticket", id, "--link", "SEC-7", "--by", "ana"]).code == 0)
        // Week 2: somebody allows installing too; the ratchet stops it, and it is taken back in week 3.
        try settings(["Bash(git push *)", "Bash(npm install *)"])
        let worse = try track(2, ["--ratchet"])
        #expect(worse.code == 1)
        #expect(worse.output.contains("Worse than the baseline") && worse.output.contains("permissions/installs-ask"))
        try settings(["Bash(git push *)"])
        #expect(try track(3, ["--ratchet"]).code == 0)
        // Week 4: the file breaks. Nothing closes, and the ratchet does not let it pass.
        try scene.write("{\"permissions\": {\"allow\": [\"Bash(git pu", to: "repo/.claude/settings.json")
        #expect(try track(4, ["--ratchet"]).code == 2)
        #expect(try tracked(publishing, on: 4)["state"] as? String == "unconfirmed")
        // Week 5: mended. Week 6: the risk is accepted until week 8.
        try settings(["Bash(git push *)"])
        try track(5)
        let accepted = try digest(publishing, 5)
        try scene.write(
            """
            waivers:
              - gap: \(accepted.gap)
                accepts: sha256:\(accepted.value)
                approver: Ana
                reason: the branch is protected on the server
                accepted_on: \(date(5))
                expires_on: \(date(8))
            """, to: "repo/waivers.yaml")
        try track(6)
        #expect(try tracked(publishing, on: 6)["state"] as? String == "waived")
        #expect(try tracked(publishing, on: 8)["overdue"] as? Bool == false)
        // Week 9: the waiver has run out.
        try track(9)
        #expect(try tracked(publishing, on: 9)["state"] as? String == "open")
        // Week 10: Ben says that it is done, and it is not. Week 11: it is.
        #expect(try scene.run(["gaps", "close", id, "--note", "asks now", "--by", "ben"]).code == 0)
        try track(10)
        try settings([], deny: ["Bash(git push *)"])
        try track(11)
        let closed = try tracked(publishing, on: 11)
        #expect(closed["state"] as? String == "closed")
        #expect(closed["owner"] as? String == "ben" && closed["ticket"] as? String == "SEC-7")
        // Week 12: the agent is taken out of the repository.
        try FileManager.default.removeItem(at: scene.root.appending(path: "repo/.claude"))
        try track(12)
        #expect(
            try events(publishing) == [
                "opened", "assigned", "ticket", "unconfirmed", "still-open", "waived", "waiver-expired", "done",
                "still-open", "closed",
            ])
        try whatIsToldAfterwards()
    }

    private func whatIsToldAfterwards() throws {
        let history = try scene.run(["history"]).output.split(separator: "\n")
        #expect(history.count == 12)
        let difference = try scene.run(["diff", "4", "5", "--format", "json"])
        #expect(difference.code == 1)
        #expect(difference.output.contains(".claude/settings.json could not be read"))
        let page = try scene.run(["history", "--format", "html"]).output
        #expect(page.contains("<svg") && page.contains("Gaps of desk over time") && !page.contains("<script"))
        #expect(try scene.run(["history", "--format", "markdown"]).output.hasPrefix("# Gaps of desk over time"))
        #expect(try scene.run(["diff", "baseline", "last", "--format", "markdown"]).code == 1)
        #expect(try scene.run(["diff", "last", "last"]).code == 0)
        #expect(try scene.run(["diff", "1", "99"]).code == 65)
    }

    /// A check of the team's own, by the edition of its mapping.
    private func policy(bearsOn item: String) throws {
        try scene.write(
            """
            title: The agent runs no command unasked
            method: test
            severity: medium
            subject: permission
            when: effect = 'allow'
            assert: capability <> 'shell'
            message: '`{rule}` lets a command run unasked'
            controls:
              - control: \(item)
                relationship: subset-of
                because: the team's policy counts it there
            rationale: The team wants to see every command.
            remediation: Ask.
            references: [https://policy.example/agents]
            examples:
              - name: a shell rule
                given: { permission: [{ effect: allow, capability: shell, rule: Bash }] }
                expect: not-satisfied
              - name: a rule to read
                given: { permission: [{ effect: allow, capability: read, rule: Read }] }
                expect: satisfied
            """, to: "policy/checks/desk/no-unasked-command.yaml")
    }

    /// The week in which nobody touches the agent, and the mapping has another edition.
    @Test func theMappingChanges() throws {
        let own = ["--catalogs", "policy"]
        let (first, then) = ("nist-ai-rmf-1.0/govern-6.2", "nist-ai-rmf-1.0/manage-4.1")
        try settings(["Bash(git push *)"])
        try policy(bearsOn: first)
        #expect(try track(0, own + ["--baseline"]).code == 1)
        try policy(bearsOn: then)
        // Nothing is worse than it was: the same gap counts against another item.
        let moved = try track(1, own + ["--ratchet"])
        #expect(moved.code == 0 && moved.output.contains("Nothing changed."), "\(moved.output)")
        let text = try scene.run(["diff", "previous", "last", "--format", "json"]).output
        let rows = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]] ?? []
        let why = { (name: String) in rows.first { $0["name"] as? String == name }?["why"] as? String }
        let check = "desk/no-unasked-command"
        #expect(why(first)?.contains("the mapping changed: \(check) bears on it no longer, as subset-of") == true)
        #expect(why(then)?.contains("the mapping changed: \(check) bears on it now, as subset-of") == true)
        #expect(!rows.contains { $0["kind"] as? String == "gap" || $0["kind"] as? String == "check" })
        // The ratchet still holds against the baseline: what comes after is seen.
        try settings(["Bash(git push *)", "Bash(npm install *)"])
        let worse = try track(2, own + ["--ratchet"])
        #expect(worse.code == 1 && worse.output.contains("permissions/installs-ask"))
        let comment = try scene.run(["diff", "baseline", "last", "--format", "markdown"]).output
        #expect(comment.contains("the mapping changed") && comment.contains("opened"))
    }

    @Test func whatIsMissingIsSaid() throws {
        try settings([])
        #expect(try scene.run(["history"]).code == 65)
        #expect(try track(0, ["--ratchet"]).code == 65)
        #expect(try scene.run(["gaps", "due", "G-1", "--on", "2026-02-30"]).code == 64)
        #expect(try scene.run(["track", "repo", "--due", "high=soon"]).code == 64)
        try track(1)
        #expect(try track(0).code == 65)
        #expect(try scene.run(["gaps", "note", "G-1", "--text", "x", "--by", "ana"]).code == 65)
        #expect(try scene.run(["history", "--system", "other"]).code == 65)
    }
}
