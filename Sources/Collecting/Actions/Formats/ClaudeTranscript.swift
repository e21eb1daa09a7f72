internal import Documents

/// Transcripts of Claude Code: `~/.claude/projects/<folder>/<session>.jsonl`.
///
/// A transcript tells what was done and what was refused, not who was asked. That nobody was asked it tells in the modes
/// that ask nobody.
///
/// <https://code.claude.com/docs/en/claude-directory>, <https://code.claude.com/docs/en/permission-modes>
struct ClaudeTranscript: LogFormat {
    static let name = "claude-code"

    private static let types: Set<String> = [
        "user", "assistant", "system", "summary", "attachment", "progress", "file-history-snapshot", "queue-operation",
    ]
    /// Tools of the product itself by what they do; others of its own are `tool`.
    private static let capabilities = [
        "Bash": "shell", "PowerShell": "shell", "Read": "read", "Glob": "read", "Grep": "read", "LS": "read",
        "NotebookRead": "read", "Edit": "write", "Write": "write", "MultiEdit": "write", "NotebookEdit": "write",
        "WebFetch": "network", "WebSearch": "search", "Task": "agent", "Agent": "agent",
    ]
    /// How results begin where a person or a rule stood in the way.
    private static let refusals = [
        "The user doesn't want to proceed", "The user doesn't want to take this action",
        "Permission to use", "Claude requested permissions", "Permission for this action has been denied",
    ]

    private var pending = PendingActions()
    private var records = RecentRecords()
    private var mode: String?
    private var spoken: Int?
    private var former: Int?

    static func recognises(_ record: Node) -> Bool {
        guard let type = record["type"]?.string, types.contains(type) else { return false }
        return ["uuid", "sessionId", "leafUuid", "parentUuid", "messageId"].contains { record[$0] != nil }
    }

    mutating func read(_ record: Node, line: Int, into sink: inout LogSink) {
        let at = LogTime.seconds(record["timestamp"])
        sink.record(at: at)
        var source = LogSource(product: "claude-code")
        source.folder = record["cwd"]?.string
        if source.folder != nil, sink.log.records < 100 { sink.mention(source) }
        if let mode = record["permissionMode"]?.string { self.mode = mode }
        sink.log.missing = (sink.log.missing ?? 0) + records.missing(record)
        let content = record["message"]?["content"]
        let results = (content?.elements ?? []).filter { $0["type"]?.string == "tool_result" }
        let isPerson =
            record["type"]?.string == "user" && results.isEmpty && record["isMeta"]?.boolean != true
            && record["isSidechain"]?.boolean != true
        if isPerson { spoken = at ?? spoken }
        if let at {
            if let former, !isPerson { sink.silence(max(0, at - former)) }
            former = at
        }
        switch record["type"]?.string {
        case "assistant":
            for part in content?.elements ?? [] where part["type"]?.string == "tool_use" {
                use(part, record, source, at, line, &sink)
            }
        case "user": for result in results { finish(result, &sink) }
        default: break
        }
    }

    private mutating func use(
        _ part: Node, _ record: Node, _ source: LogSource, _ at: Int?, _ line: Int, _ sink: inout LogSink
    ) {
        guard let name = part["name"]?.string, let id = part["id"]?.string else {
            return sink.refuse(line, because: "has a tool_use without name or id")
        }
        var action =
            MCPToolName.action(name, line: line)
            ?? SeenAction(
                name, capability: Self.capabilities[name] ?? "tool", line: line)
        if action.origin == nil { action.origin = "built-in" }
        action.source = source
        action.at = at
        let input = part["input"]
        for key in ["command", "file_path", "notebook_path", "path", "url"] where action.subject == nil {
            action.subject = input?[key]?.string
        }
        action.trace = record["sessionId"]?.string
        if let at, let spoken { action.unprompted = max(0, at - spoken) / 60 }
        if mode == "bypassPermissions" || mode == "dontAsk" || mode == "acceptEdits" && action.capability == "write" {
            action.decision = .allowed
        }
        pending.add(action, id: id, into: &sink)
    }

    private mutating func finish(_ result: Node, _ sink: inout LogSink) {
        guard let id = result["tool_use_id"]?.string, var action = pending.take(id) else { return }
        action.outcome = .done
        if result["is_error"]?.boolean == true {
            let text = result["content"]?.string ?? result["content"]?.elements.first?["text"]?.string ?? ""
            let isRefused = Self.refusals.contains { text.hasPrefix($0) }
            action.outcome = isRefused ? .blocked : .failed
            if isRefused { action.decision = .denied }
        }
        sink.act(action)
    }

    mutating func finish(into sink: inout LogSink) { pending.finish(into: &sink) }
}

/// Names of tools that say their server: `mcp__<server>__<tool>`.
enum MCPToolName {
    /// An action of such a tool; nil for any other name.
    static func action(_ name: String, line: Int) -> SeenAction? {
        guard name.hasPrefix("mcp__") else { return nil }
        let rest = name.dropFirst(5)
        guard let end = rest.ranges(of: "__").first else { return nil }
        var action = SeenAction(String(rest[end.upperBound...]), capability: "mcp", line: line)
        action.server = String(rest[..<end.lowerBound])
        action.origin = "mcp"
        return action
    }
}

/// The identifiers of the last records of a transcript, so that one that names a record which is not there is noticed.
private struct RecentRecords {
    private static let most = 65_536
    private var known: Set<Int> = []
    private var order: [Int] = []
    private var oldest = 0

    /// 1 when the record follows one that is not in the log, else 0.
    mutating func missing(_ record: Node) -> Int {
        let parent = record["parentUuid"]?.string
        var missing = 0
        // The first record of a log may follow one of another: a session that was resumed.
        if let parent, !order.isEmpty, !known.contains(parent.hashValue) { missing = 1 }
        if let own = record["uuid"]?.string { add(own.hashValue) }
        return missing
    }

    private mutating func add(_ hash: Int) {
        known.insert(hash)
        guard order.count >= Self.most else { return order.append(hash) }
        known.remove(order[oldest])
        order[oldest] = hash
        oldest = (oldest + 1) % Self.most
    }
}
