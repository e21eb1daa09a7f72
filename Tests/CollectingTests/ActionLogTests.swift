import Compliance
import Foundation
import Testing

@testable import Collecting

/// What the formats of logs say, action by action.
@Suite struct ActionLogTests {
    static let settings = """
        {"permissions": {"allow": ["mcp__crm__find"], "ask": ["Bash(git push *)"], "deny": ["WebFetch"]}}
        """

    /// Evidence of a project with the log in it; `/w/p` in the log is the project's folder.
    static func collect(_ log: String, as path: String = "actions.jsonl", _ more: [String: String] = [:]) throws
        -> Evidence
    {
        let folder = try Workspace([".claude/settings.json": settings].merging(more) { _, new in new })
        try folder.write(log.replacing("/w/p", with: folder.root.path), to: path)
        let evidence = try folder.collect()
        #expect(evidence.faults == [])
        return evidence
    }

    @Test func aTranscriptTellsWhatWasDoneAndRefused() throws {
        let log = Transcript()
        log.person("go", mode: "default")
        log.use("Bash", ["command": "git push origin main"], result: "done")
        log.use(
            "WebFetch", ["url": "https://a.example/x?k=1"], result: "Permission to use WebFetch has been denied.",
            isError: true)
        log.use("mcp__crm__find", ["q": "x"], result: "boom", isError: true)
        log.use("Read", ["file_path": "/w/p/.env"], result: nil)
        let evidence = try Self.collect(log.text, as: ".claude/projects/-w-p/a.jsonl")
        let rows = evidence[.action]
        #expect(rows.map { $0["tool"] } == ["Bash", "WebFetch", "find", "Read"])
        #expect(rows.map(\.line) == [2, 4, 6, 8])
        #expect(
            rows.allSatisfy { $0.artifact == ".claude/projects/-w-p/a.jsonl" && $0.agent == AgentID("claude-code@.") })
        #expect(rows.map { $0["outcome"] } == ["done", "blocked", "failed", .null])
        #expect(rows.map { $0["decision"] } == [.null, "denied", .null, .null])
        #expect(rows.map { $0["target"] } == ["git push", "a.example", .null, "secrets"])
        #expect(rows.map { $0["hazard"] } == ["publish", "network", "read", "secrets"])
        #expect(rows[1]["gate"] == "deny" && rows[1]["rule"] == "WebFetch")
        #expect(rows[2]["gate"] == "allow" && rows[2]["rule"] == "mcp__crm__find" && rows[2]["server"] == "crm")
        #expect(rows[0]["at"] == "2026-11-20T10:00:01Z" && rows[0]["unprompted_minutes"] == 0)
        // A transcript does not say that there are no others.
        #expect(evidence.completeness("action") == ["partial"] && evidence.completeness("action_log") == ["complete"])
        #expect(evidence[.actionLog].map { $0["missing_records"] } == [0])
    }

    @Test func aModeThatAsksNobodyIsADecision() throws {
        let log = Transcript()
        log.person("go", mode: "bypassPermissions")
        log.use("Bash", ["command": "git push"], result: "done")
        let row = try #require(try Self.collect(log.text, as: "s.jsonl")[.action].first)
        #expect(row["decision"] == "allowed" && row["gate"] == "ask" && row["rule"] == "Bash(git push *)")
    }

    @Test func aRecordThatFollowsNoneIsAGap() throws {
        let log = Transcript()
        log.person("go", mode: "default")
        log.use("Bash", ["command": "ls"], result: "x")
        log.lose()
        log.use("Bash", ["command": "ls"], result: "x")
        let evidence = try Self.collect(log.text, as: "s.jsonl")
        #expect(evidence[.actionLog].first?["missing_records"] == 1)
        #expect(evidence[.action].map { $0["count"] } == [2])
    }

    @Test func aCodexSessionTellsPolicyAndAnswers() throws {
        let lines = [
            #"{"timestamp":"2026-11-20T10:00:00.5Z","type":"session_meta","payload":{"id":"s-1","cwd":"/h/p"}}"#,
            #"{"timestamp":"2026-11-20T10:00:01Z","type":"turn_context","payload":{"approval_policy":"never"}}"#,
            #"{"timestamp":"2026-11-20T10:00:02Z","type":"event_msg","payload":{"type":"user_message","message":"hi"}}"#,
            #"{"timestamp":"2026-11-20T10:05:02Z","type":"response_item","payload":{"type":"function_call","name":"shell","arguments":"{\"command\":[\"bash\",\"-lc\",\"npm publish\"]}","call_id":"c1"}}"#,
            #"{"timestamp":"2026-11-20T10:05:03Z","type":"response_item","payload":{"type":"function_call_output","call_id":"c1","output":"{\"output\":\"x\",\"metadata\":{\"exit_code\":1}}"}}"#,
            #"{"timestamp":"2026-11-20T10:05:04Z","type":"response_item","payload":{"type":"custom_tool_call","name":"apply_patch","input":"*** Begin Patch\n*** Update File: /etc/hosts\n","call_id":"c2"}}"#,
            #"{"timestamp":"2026-11-20T10:05:05Z","type":"response_item","payload":{"type":"custom_tool_call_output","call_id":"c2","output":"patch rejected by user"}}"#,
        ]
        let evidence = try Self.collect(
            lines.joined(separator: "\n") + "\n", as: "home/.codex/sessions/rollout-1.jsonl",
            [".codex/config.toml": "model = \"gpt-5\"\n"])
        let rows = evidence[.action]
        #expect(rows.map { $0["tool"] } == ["shell", "apply_patch"] && rows.map(\.line) == [4, 6])
        #expect(rows.map { $0["outcome"] } == ["failed", "blocked"])
        #expect(rows.map { $0["decision"] } == ["allowed", "denied"])
        #expect(rows.map { $0["target"] } == ["npm publish", "system"])
        #expect(rows[0]["unprompted_minutes"] == 5 && rows[0]["trace_id"] == "s-1")
    }

    @Test func spansAndEventsOfOpenTelemetryAreActions() throws {
        let span = """
            {"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"shop"}}]},"scopeSpans":[{"spans":[\
            {"traceId":"0af7651916cd43dd8448eb211c80319c","name":"execute_tool refund","startTimeUnixNano":"1795255200000000000",\
            "attributes":[{"key":"gen_ai.operation.name","value":{"stringValue":"execute_tool"}},{"key":"gen_ai.tool.name","value":{"stringValue":"refund"}}],"status":{"code":2}},\
            {"traceId":"1","name":"chat gpt","startTimeUnixNano":"1795255200000000000","attributes":[]}]}]}]}
            """
        let event = { (name: String, sequence: Int, attributes: String) in
            """
            {"resourceLogs":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"claude-code"}}]},"scopeLogs":[{"logRecords":[\
            {"timeUnixNano":"1795255260000000000","body":{"stringValue":"claude_code.\(name)"},"attributes":[{"key":"event.name","value":{"stringValue":"\(name)"}},\
            {"key":"session.id","value":{"stringValue":"s"}},{"key":"event.sequence","value":{"intValue":"\(sequence)"}},\(attributes)]}]}]}]}
            """
        }
        let text = { (key: String, value: String) in "{\"key\":\"\(key)\",\"value\":{\"stringValue\":\"\(value)\"}}" }
        let lines = [
            span,
            event(
                "tool_result", 4,
                [
                    text("tool_name", "Bash"), text("success", "true"), text("decision_type", "accept"),
                    text("decision_source", "user_temporary"),
                ].joined(separator: ",")),
            event(
                "tool_result", 5,
                [
                    text("tool_name", "Edit"), text("success", "false"), text("decision_type", "accept"),
                    text("decision_source", "config"),
                ].joined(separator: ",")),
            event(
                "tool_decision", 8,
                [text("tool_name", "WebFetch"), text("decision", "reject"), text("source", "user_reject")].joined(
                    separator: ",")),
        ]
        let evidence = try Self.collect(lines.joined(separator: "\n") + "\n", as: "otel.actions.jsonl")
        let rows = evidence[.action].sorted { ($0.line ?? 0) < ($1.line ?? 0) }
        #expect(rows.map { $0["tool"] } == ["refund", "Bash", "Edit", "WebFetch"])
        #expect(rows.map { $0.agent.rawValue } == ["observed@shop"] + Array(repeating: "claude-code@.", count: 3))
        #expect(rows.map { $0["decision"] } == [.null, "asked", "allowed", "denied"])
        #expect(rows.map { $0["approved_by"] } == [.null, "user", .null, .null])
        #expect(rows.map { $0["outcome"] } == ["failed", "done", "failed", "blocked"])
        #expect(rows[0]["hazard"] == "payment" && rows[0]["trace_id"] == "0af7651916cd43dd8448eb211c80319c")
        // Numbers 6 and 7 did not arrive.
        #expect(evidence[.actionLog].allSatisfy { $0["missing_records"] == 2 })
        #expect(
            evidence[.agent].contains {
                $0.agent == AgentID("observed@shop") && $0["product"] == "known from logs only"
            })
    }

    @Test func gatewaysTellCallsAndAnswers() throws {
        let json = [
            #"{"timestamp":"2026-11-20T10:00:00Z","direction":"OUT","server_id":"github","method":"tools/call","payload":{"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":"delete_repo","arguments":{"name":"x"}}}}"#,
            #"{"timestamp":"2026-11-20T10:00:01Z","direction":"IN","server_id":"github","payload":{"jsonrpc":"2.0","id":7,"result":{"content":[],"isError":true}}}"#,
            #"{"timestamp":"2026-11-20T10:00:02Z","server_id":"github","method":"tools/list","payload":{"jsonrpc":"2.0","id":8,"method":"tools/list"}}"#,
        ]
        let rows = try Self.collect(json.joined(separator: "\n") + "\n", as: "rpc.jsonl")[.action]
        #expect(rows.count == 1 && rows[0]["tool"] == "delete_repo" && rows[0]["server"] == "github")
        #expect(rows[0]["outcome"] == "failed" && rows[0]["hazard"] == "destructive")
        let docker = """
            2026-11-20T10:00:00.123Z - Calling tool search with arguments: {"query":"\(MadeUp.openAI)"}
            2026-11-20T10:00:01.123Z > Calling tool search took: 1.2s
            - Calling tool create_issue with arguments: {}

            """
        let evidence = try Self.collect(docker, as: "mcp-gateway.log")
        #expect(evidence[.action].map { $0["tool"] } == ["search", "create_issue"])
        #expect(evidence[.action].map { $0["outcome"] } == ["done", .null])
        #expect(evidence[.action].map { $0["at"] } == ["2026-11-20T10:00:00Z", .null])
        #expect(!evidence.texts.contains { $0.contains(MadeUp.openAI) })
    }

    @Test func onlyAPlainLogWithBothEndsIsComplete() throws {
        let whole = [
            #"{"sequence":1,"at":"2026-11-20T10:00:00Z","event":"log-start"}"#,
            #"{"sequence":2,"at":"2026-11-20T10:00:00Z","tool":"find","server":"crm","outcome":"done","decision":"asked","approved_by":"A. Lind","credential":"CRM","in_scope":false}"#,
            #"{"sequence":3,"at":"2026-11-20T10:00:30Z","event":"revoked","credential":"CRM"}"#,
            #"{"sequence":4,"at":"2026-11-20T10:10:31Z","tool":"find","server":"crm","outcome":"done","credential":"CRM"}"#,
            #"{"sequence":5,"at":"2026-11-20T10:11:00Z","event":"log-end"}"#,
        ]
        let evidence = try Self.collect(whole.joined(separator: "\n") + "\n")
        #expect(evidence.completeness("action") == ["complete"])
        #expect(evidence[.actionLog].map { $0["closed"] } == [true])
        #expect(evidence[.action].map { $0["minutes_after_revocation"] } == [0, 11])
        #expect(evidence[.action].map { $0["in_scope"] } == [false, .null])
        for lost in [0, 1, 3, 4] {
            var lines = whole
            lines.remove(at: lost)
            let broken = try Self.collect(lines.joined(separator: "\n") + "\n")
            #expect(broken.completeness("action") == ["partial"], "without line \(lost + 1)")
        }
        let cut = try Self.collect(whole.joined(separator: "\n"))
        #expect(cut.completeness("action") == ["partial"] && cut[.actionLog].first?["cut_off"] == true)
    }
}

/// A transcript of Claude Code, made for a test.
final class Transcript {
    private(set) var text = ""
    private var number = 0
    private var parent = "null"
    private let folder: String

    init(folder: String = "/w/p") { self.folder = folder }

    func person(_ words: String, mode: String) {
        line("user", "\"\(words)\"", ",\"permissionMode\":\"\(mode)\"")
    }

    func use(_ tool: String, _ input: [String: String], result: String?, isError: Bool = false) {
        let given =
            (try? JSONSerialization.data(withJSONObject: input)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
        line("assistant", "[{\"type\":\"tool_use\",\"id\":\"t\(number)\",\"name\":\"\(tool)\",\"input\":\(given)}]", "")
        guard let result else { return }
        line(
            "user",
            "[{\"type\":\"tool_result\",\"tool_use_id\":\"t\(number - 1)\",\"content\":\"\(result)\",\"is_error\":\(isError)}]",
            "")
    }

    /// The next record follows one that is not there.
    func lose() { parent = "\"lost\"" }

    private func line(_ type: String, _ content: String, _ more: String) {
        let time =
            "2026-11-20T10:\(number / 60 < 10 ? "0" : "")\(number / 60):\(number % 60 < 10 ? "0" : "")\(number % 60).000Z"
        text +=
            "{\"parentUuid\":\(parent),\"cwd\":\"\(folder)\",\"sessionId\":\"s-1\",\"type\":\"\(type)\",\"uuid\":\"u\(number)\","
            + "\"timestamp\":\"\(time)\",\"message\":{\"role\":\"\(type)\",\"content\":\(content)}\(more)}\n"
        parent = "\"u\(number)\""
        number += 1
    }
}
