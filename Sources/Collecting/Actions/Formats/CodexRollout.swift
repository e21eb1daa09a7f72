internal import Documents

/// Sessions of Codex: `~/.codex/sessions/<year>/<month>/<day>/rollout-<time>-<id>.jsonl`.
///
/// <https://github.com/openai/codex/blob/main/codex-rs/protocol/src/protocol.rs>,
/// <https://developers.openai.com/codex/agent-approvals-security>
struct CodexRollout: LogFormat {
    static let name = "codex"

    private static let types: Set<String> = [
        "session_meta", "response_item", "turn_context", "event_msg", "compacted",
    ]
    private static let shells: Set<String> = [
        "shell", "shell_command", "exec_command", "local_shell", "container.exec", "unified_exec",
    ]
    private static let calls: Set<String> = [
        "function_call", "custom_tool_call", "local_shell_call", "web_search_call",
    ]
    private static let refusals = ["exec command rejected by user", "patch rejected by user", "rejected by user"]

    private var pending = PendingActions()
    private var folder: String?
    private var session: String?
    private var policy: String?
    private var spoken: Int?
    private var former: Int?
    private var unnamed = 0

    static func recognises(_ record: Node) -> Bool {
        guard let type = record["type"]?.string else { return false }
        return types.contains(type) && record["payload"]?.isObject == true
    }

    mutating func read(_ record: Node, line: Int, into sink: inout LogSink) {
        let at = LogTime.seconds(record["timestamp"])
        sink.record(at: at)
        guard let payload = record["payload"] else { return sink.refuse(line, because: "has no payload") }
        let kind = payload["type"]?.string ?? ""
        if let given = payload["cwd"]?.string { folder = given }
        let isPerson = kind == "user_message"
        if isPerson { spoken = at ?? spoken }
        if let at {
            if let former, !isPerson { sink.silence(max(0, at - former)) }
            former = at
        }
        switch record["type"]?.string {
        case "session_meta":
            session = payload["id"]?.string
            sink.mention(source)
        case "turn_context": policy = payload["approval_policy"]?.string
        case "response_item" where Self.calls.contains(kind): call(payload, kind, at, line, &sink)
        case "response_item" where kind.hasSuffix("_call_output"): finish(payload, &sink)
        default: break
        }
    }

    private var source: LogSource { LogSource(product: "codex", folder: folder) }

    private mutating func call(_ payload: Node, _ kind: String, _ at: Int?, _ line: Int, _ sink: inout LogSink) {
        var action = Self.action(payload, kind, line)
        action.source = source
        action.at = at
        action.trace = session
        if let at, let spoken { action.unprompted = max(0, at - spoken) / 60 }
        if policy == "never" { action.decision = .allowed }
        // A search has no output of its own.
        if kind == "web_search_call" {
            action.outcome = payload["status"]?.string == "failed" ? .failed : .done
            return sink.act(action)
        }
        unnamed += 1
        pending.add(action, id: payload["call_id"]?.string ?? "line \(unnamed)", into: &sink)
    }

    private static func action(_ payload: Node, _ kind: String, _ line: Int) -> SeenAction {
        let name = payload["name"]?.string ?? (kind == "web_search_call" ? "web_search" : "local_shell")
        let text = (payload["arguments"] ?? payload["input"])?.string ?? ""
        if let action = MCPToolName.action(name, line: line) { return action }
        if let split = name.ranges(of: "__").first {
            var action = SeenAction(String(name[split.upperBound...]), capability: "mcp", line: line)
            action.server = String(name[..<split.lowerBound])
            action.origin = "mcp"
            return action
        }
        let capability =
            shells.contains(name)
            ? "shell" : ["apply_patch": "write", "view_image": "read", "web_search": "search"][name]
        var action = SeenAction(name, capability: capability ?? "tool", line: line)
        action.origin = "built-in"
        switch action.capability {
        case "shell": action.subject = command(payload, text)
        case "write": action.subject = patched(text)
        default: break
        }
        return action
    }

    /// The command line: a text, or words of which a shell gets the last.
    private static func command(_ payload: Node, _ text: String) -> String? {
        let given = payload["action"] ?? (try? Document(Array(text.utf8), as: .json, limits: LogFormats.limits).root)
        guard let command = given?["command"] ?? given?["cmd"] else { return nil }
        if let line = command.string { return line }
        let words = command.elements.compactMap(\.string)
        if words.count == 3, ["-lc", "-c"].contains(words[1]) { return words[2] }
        return words.joined(separator: " ")
    }

    /// The first file that a patch names.
    private static func patched(_ text: String) -> String? {
        for mark in ["*** Update File: ", "*** Add File: ", "*** Delete File: "] {
            guard let start = text.ranges(of: mark).first else { continue }
            return String(text[start.upperBound...].prefix { $0 != "\n" && $0 != "\\" && $0 != "\"" })
        }
        return nil
    }

    private mutating func finish(_ payload: Node, _ sink: inout LogSink) {
        guard let id = payload["call_id"]?.string, var action = pending.take(id) else { return }
        let output = payload["output"]
        let text = output?.string ?? output?["content"]?.string ?? ""
        action.outcome = .done
        if Self.refusals.contains(where: { text.prefix(200).contains($0) }) {
            action.outcome = .blocked
            action.decision = .denied
        } else if output?["success"]?.boolean == false || Self.hasFailed(text) {
            action.outcome = .failed
        }
        sink.act(action)
    }

    /// Whether an output ends with an exit code that is not 0.
    private static func hasFailed(_ text: String) -> Bool {
        if text.hasPrefix("{"), text.utf8.count < 1 << 20,
            let root = try? Document(Array(text.utf8), as: .json, limits: LogFormats.limits).root
        {
            return root["metadata"]?["exit_code"]?.integer.map { $0 != 0 } ?? false
        }
        let head = text.prefix(300)
        for mark in ["Exit code: ", "exited with code "] {
            guard let found = head.ranges(of: mark).first else { continue }
            return !head[found.upperBound...].hasPrefix("0")
        }
        return false
    }

    mutating func finish(into sink: inout LogSink) { pending.finish(into: &sink) }
}
