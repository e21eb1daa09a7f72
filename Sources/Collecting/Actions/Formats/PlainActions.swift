internal import Documents

/// Surety's own format of JSON lines, for agents whose products write none of the others; `evidence/README.md` has it.
struct PlainActions: LogFormat {
    static let name = "plain"

    private static let keys: Set<String> = [
        "at", "agent", "tool", "server", "capability", "target", "decision", "approved_by", "outcome", "credential",
        "in_scope", "trace_id", "sequence", "event", "note",
    ]
    private static let events: Set<String> = [
        "log-start", "log-end", "session-start", "session-end", "prompt", "heartbeat", "revoked",
    ]
    private static let capabilities: Set<String> = [
        "shell", "read", "write", "network", "search", "browser", "mcp", "agent", "tool",
    ]

    private var sequences = Sequences()
    private var sessions: [String: (last: Int?, spoken: Int?)] = [:]
    private var hasBegun = false
    private var hasEnded = false
    private static let mostSessions = 4096

    static func recognises(_ record: Node) -> Bool {
        // Other lists of tools and events are not taken for logs.
        problem(record) == nil
    }

    mutating func read(_ record: Node, line: Int, into sink: inout LogSink) {
        if let problem = Self.problem(record) { return sink.refuse(line, because: problem) }
        let at = LogTime.seconds(record["at"])
        sink.record(at: at)
        if hasEnded { sink.refuse(line, because: "follows the end of the log") }
        let source = LogSource(name: record["agent"]?.string)
        if let number = record["sequence"]?.integer { sequences.add(number, of: "") }
        sink.log.missing = sequences.missing
        sink.log.isClosed = hasBegun && hasEnded
        let session = LogText.bounded("\(source.name ?? "") \(record["trace_id"]?.string ?? "")")
        if let known = sessions[session], let last = known.last, let at, record["event"]?.string != "prompt" {
            sink.silence(max(0, at - last))
        }
        if let event = record["event"]?.string {
            note(event, record, source, session, at, &sink)
        } else {
            act(record, source, session, at, line, &sink)
        }
        if sessions[session] != nil, at != nil { sessions[session]?.last = at }
    }

    private mutating func note(
        _ event: String, _ record: Node, _ source: LogSource, _ session: String, _ at: Int?, _ sink: inout LogSink
    ) {
        sink.mention(source)
        switch event {
        case "log-start":
            // Without a number nobody could tell that what follows is all.
            hasBegun = sink.log.records == 1 && record["sequence"] != nil
        case "log-end":
            hasEnded = record["sequence"] != nil
            sink.log.isClosed = hasBegun && hasEnded
        case "session-start", "prompt":
            guard sessions.count < Self.mostSessions || sessions[session] != nil else { return }
            let spoken = event == "prompt" ? at : nil
            sessions[session] = (at, spoken ?? sessions[session]?.spoken)
        case "session-end": sessions[session] = nil
        case "revoked":
            if let credential = record["credential"]?.string, let at { sink.revoke(credential, of: source, at: at) }
        default: break
        }
    }

    private mutating func act(
        _ record: Node, _ source: LogSource, _ session: String, _ at: Int?, _ line: Int, _ sink: inout LogSink
    ) {
        let name = record["tool"]?.string ?? ""
        var action = MCPToolName.action(name, line: line) ?? SeenAction(name, capability: "tool", line: line)
        if let server = record["server"]?.string {
            (action.server, action.capability, action.origin) = (server, "mcp", "mcp")
        }
        if let capability = record["capability"]?.string { action.capability = capability }
        action.source = source
        action.at = at
        action.subject = record["target"]?.string
        action.decision = record["decision"]?.string.flatMap(SeenAction.Decision.init(rawValue:))
        action.approvedBy = record["approved_by"]?.string
        action.outcome = record["outcome"]?.string.flatMap(SeenAction.Outcome.init(rawValue:))
        action.credential = record["credential"]?.string
        action.inScope = record["in_scope"]?.boolean
        action.trace = record["trace_id"]?.string
        if let at, let spoken = sessions[session]?.spoken { action.unprompted = max(0, at - spoken) / 60 }
        sink.act(action)
    }

    /// What is wrong with a record; a record that is half understood would be half of the truth.
    private static func problem(_ record: Node) -> String? {
        guard record.isObject else { return "is no object" }
        if record.members.contains(where: { !keys.contains($0.key) }) {
            return "has a key that the format does not have"
        }
        for member in record.members {
            let isFit =
                switch member.key {
                case "at": LogTime.seconds(member.value) != nil
                case "sequence": member.value.integer != nil
                case "in_scope": member.value.boolean != nil
                case "decision": member.value.string.flatMap(SeenAction.Decision.init(rawValue:)) != nil
                case "outcome": member.value.string.flatMap(SeenAction.Outcome.init(rawValue:)) != nil
                case "capability": member.value.string.map(capabilities.contains) == true
                case "event": member.value.string.map(events.contains) == true
                default: member.value.string != nil
                }
            if !isFit { return "has a value that \(member.key) cannot have" }
        }
        if record["event"] == nil, record["tool"] == nil { return "has neither tool nor event" }
        if record["event"]?.string == "revoked", record["at"] == nil || record["credential"] == nil {
            return "tells of a revocation without time or credential"
        }
        return nil
    }

    mutating func finish(into sink: inout LogSink) {
        sink.log.isClosed = hasBegun && hasEnded
    }
}
