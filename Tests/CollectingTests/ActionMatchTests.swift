import Compliance
import Foundation
import Testing

@testable import Collecting

/// Whose actions they are, which rule is for them, and at which times a schedule explains them.
@Suite struct ActionMatchTests {
    private static let log = ActionHostileTests.good + "\n"
    private static let both = [
        "a/.claude/settings.json": "{}", "b/.claude/settings.json": "{}", "b/.codex/config.toml": "model = 'x'",
    ]

    private func agents(_ folder: Workspace, _ log: String) throws -> [String] {
        let outside = try Workspace(["logs/x.jsonl": log])
        let evidence = try Collection.observing(
            [outside.root.appending(path: "logs").path], beside: folder.collect(), in: [folder.root.path])
        return evidence[.action].map(\.agent.rawValue)
    }

    @Test func theFolderOfASessionFindsItsAgent() throws {
        let folder = try Workspace(Self.both)
        let cases = [
            ("/home/me/b", "claude-code@b"), (folder.root.path + "/a/sub", "claude-code@a"),
            ("/x/b/deep/er", "claude-code@b"),
            ("/x/other", "observed@claude-code:other"), ("/a/b", "observed@claude-code:b"),
        ]
        for (place, agent) in cases {
            let log = Transcript(folder: place)
            log.use("Read", ["file_path": "x"], result: "y")
            #expect(try agents(folder, log.text) == [agent], "\(place)")
        }
    }

    @Test(arguments: [
        ("claude-code@a", "claude-code@a"), ("a", "claude-code@a"), ("b", "observed@b"),
        ("stranger", "observed@stranger"),
        ("x@y#z", "observed@x-y-z"),
    ])
    func aNameFindsTheOnlyAgentOfThatName(name: String, agent: String) throws {
        let log = "{\"tool\":\"find\",\"agent\":\"\(name)\"}\n"
        #expect(try agents(Workspace(Self.both), log) == [agent])
    }

    @Test func aLogThatSaysNothingIsKnownByItsPlace() throws {
        #expect(
            try Workspace(Self.both.merging(["a/actions.jsonl": Self.log]) { $1 }).collect()[.action].map(
                \.agent.rawValue) == ["claude-code@a"])
        // Two agents are as near, and outside nothing is.
        #expect(
            try Workspace(Self.both.merging(["b/actions.jsonl": Self.log]) { $1 }).collect()[.action].map(
                \.agent.rawValue)
                == ["observed@log b-actions.jsonl"].map { $0.replacing("b-actions", with: "b/actions") })
        #expect(try agents(Workspace(["a/.claude/settings.json": "{}"]), Self.log) == ["observed@log x.jsonl"])
    }

    @Test func whatMayBeALogOfOthersIsLeftOut() throws {
        let log = Transcript(folder: "/x/other")
        log.use("Read", ["file_path": "x"], result: "y")
        let evidence = try Workspace(Self.both.merging(["tests/s.jsonl": log.text]) { $1 }).collect()
        #expect(evidence[.action] == [] && evidence.agents.allSatisfy { !$0.rawValue.hasPrefix("observed") })
        #expect(evidence.artifact("tests/s.jsonl")?["status"] == "excluded")
    }

    @Test(
        arguments: [
            ("Bash(git push *)", "shell", "git status && git push origin", "deny", true),
            ("Bash(git push *)", "shell", "git push", "deny", true),
            ("Bash(git push *)", "shell", "git status && git push origin", "allow", false),
            ("Bash(git *)", "shell", "git status && git push origin", "allow", true),
            ("Bash(git push *)", "shell", "echo git push x", "deny", false),
            ("Read(~/.ssh/**)", "read", "/home/me/.ssh/id_rsa", "deny", true),
            ("Read(./.env)", "read", "/w/p/.env", "deny", true),
            ("Read(./.env)", "read", "/w/p/.envrc", "deny", false),
            ("WebFetch(domain:*.a.example)", "network", "https://x.a.example/y", "allow", true),
            ("WebFetch(domain:a.example)", "network", "https://a.example.evil/y", "allow", false),
        ])
    func rulesAreForTheirActions(rule: String, capability: String, subject: String, effect: String, isFor: Bool) throws
    {
        let settings = "{\"permissions\": {\"\(effect)\": [\"\(rule)\"]}}"
        let folder = try Workspace([".claude/settings.json": settings])
        let row = try #require(try folder.collect()[.permission].first { $0["rule"].text == rule })
        var action = SeenAction("T", capability: capability, line: 1)
        action.subject = subject
        action.source.folder = "/w/p"
        #expect(PermissionMatch(row).matches(action.parsed) == isFor)
    }

    @Test(
        arguments: [
            ("30 2 * * *", "2026-11-20T02:29:59Z", false), ("30 2 * * *", "2026-11-20T02:30:00Z", true),
            ("30 2 * * *", "2026-11-20T03:30:59Z", true), ("30 2 * * *", "2026-11-20T03:31:00Z", false),
            ("0 9 * * mon-fri", "2026-11-22T09:10:00Z", false), ("0 9 * * 1-5", "2026-11-23T09:10:00Z", true),
            ("*/20 8 1 jan *", "2027-01-01T09:30:00Z", true), ("0 0 13 * 5", "2026-11-20T00:10:00Z", true),
            ("0 0 * * 7", "2026-11-22T00:10:00Z", true),
        ])
    func schedulesExplainTheHourAfterAStart(expression: String, time: String, isExplained: Bool) throws {
        var schedule = try #require(Schedule([expression]))
        #expect(schedule.explains(try #require(LogTime.seconds(time))) == isExplained)
    }

    @Test(arguments: ["", "every 5m", "* * * *", "61 * * * *", "*/0 * * * *", "5-1 * * * *", "a * * * *", "0 0 32 * *"])
    func whatIsNoScheduleExplainsNothing(text: String) {
        #expect(Schedule([text]) == nil)
    }

    @Test(
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("2026-11-20T10:00:00.123456789Z", 1_795_168_800),
            ("2026-11-20t12:30:00+02:30", 1_795_168_800), ("2026-11-20 10:00:00Z", 1_795_168_800),
            ("1795168800000000000", 1_795_168_800), ("1795168800123", 1_795_168_800), ("2026-02-30T00:00:00", nil),
            ("2026-13-01T00:00:00Z", nil), ("tomorrow", nil), ("", nil), ("2026-11-20T10:00:00", nil),
            ("99999999999999999999999", nil),
        ] as [(String, Int?)])
    func timesAreRead(text: String, seconds: Int?) {
        #expect(LogTime.seconds(text) == seconds)
        if let seconds { #expect(LogTime.seconds(LogTime.text(seconds)) == seconds) }
    }
}
