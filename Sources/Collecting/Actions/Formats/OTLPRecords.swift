internal import Documents

/// OpenTelemetry records in OTLP JSON, one export request a line, as the collector's file exporter writes them.
///
/// Spans of tools by the conventions for generative AI, and the events of Claude Code and Codex, which say who decided.
///
/// <https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding>,
/// <https://opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-agent-spans/#execute-tool-span>,
/// <https://code.claude.com/docs/en/monitoring-usage>, <https://developers.openai.com/codex/config-advanced>
struct OTLPRecords: LogFormat {
    static let name = "otlp"

    private var sequences = Sequences()
    private var decisions = OTLPDecisions()

    static func recognises(_ record: Node) -> Bool {
        ["resourceSpans", "resourceLogs"].contains { record[$0]?.isArray == true }
    }

    mutating func read(_ record: Node, line: Int, into sink: inout LogSink) {
        // Metrics that come along hold no actions.
        guard Self.recognises(record) || record["resourceMetrics"] != nil else {
            return sink.refuse(line, because: "is no export request")
        }
        for resource in record["resourceSpans"]?.elements ?? [] {
            let source = Self.source(OTLPAttributes(resource["resource"]))
            for scope in resource["scopeSpans"]?.elements ?? [] {
                for span in scope["spans"]?.elements ?? [] { read(span: span, source, line, &sink) }
            }
        }
        for resource in record["resourceLogs"]?.elements ?? [] {
            let source = Self.source(OTLPAttributes(resource["resource"]))
            for scope in resource["scopeLogs"]?.elements ?? [] {
                for event in scope["logRecords"]?.elements ?? [] { read(event: event, source, line, &sink) }
            }
        }
        sink.log.missing = sequences.missing
    }

    private static func source(_ attributes: OTLPAttributes) -> LogSource {
        let service = attributes["service.name"]
        let product = [
            "claude-code": "claude-code", "codex_cli_rs": "codex", "codex-cli": "codex", "codex": "codex",
            "gemini-cli": "gemini",
        ][service ?? ""]
        return LogSource(
            name: attributes["gen_ai.agent.name"] ?? (product == nil ? service : nil), product: product,
            folder: attributes["process.working_directory"])
    }

    private mutating func read(span: Node, _ source: LogSource, _ line: Int, _ sink: inout LogSink) {
        let attributes = OTLPAttributes(span)
        let at = LogTime.seconds(span["startTimeUnixNano"])
        sink.record(at: at)
        let title = span["name"]?.string ?? ""
        let isTool =
            attributes["gen_ai.operation.name"] == "execute_tool" || title.hasPrefix("execute_tool ")
            || attributes["mcp.method.name"] == "tools/call"
        guard isTool else { return }
        let named =
            attributes["gen_ai.tool.name"]
            ?? title.split(separator: " ", maxSplits: 1).dropFirst().first.map(String.init)
        guard let tool = named else { return sink.refuse(line, because: "has a span of a tool without its name") }
        var action = MCPToolName.action(tool, line: line) ?? SeenAction(tool, capability: "tool", line: line)
        action.source = source
        if let agent = attributes["gen_ai.agent.name"] { action.source = LogSource(name: agent) }
        action.at = at
        action.trace = span["traceId"]?.string
        let status = span["status"]?["code"]
        let hasFailed =
            status?.integer == 2 || status?.string == "STATUS_CODE_ERROR" || attributes["error.type"] != nil
        action.outcome = hasFailed ? .failed : .done
        sink.act(action)
    }

    private mutating func read(event: Node, _ source: LogSource, _ line: Int, _ sink: inout LogSink) {
        let attributes = OTLPAttributes(event)
        let at = LogTime.seconds(event["timeUnixNano"]) ?? LogTime.seconds(attributes["event.timestamp"] ?? "")
        sink.record(at: at)
        let session = attributes["session.id"] ?? attributes["conversation.id"]
        if let number = attributes["event.sequence"].flatMap({ Int($0) }) {
            sequences.add(number, of: session ?? "")
        }
        let name = attributes["event.name"] ?? event["eventName"]?.string ?? event["body"]?["stringValue"]?.string ?? ""
        guard let kind = name.split(separator: ".").last, kind == "tool_result" || kind == "tool_decision" else {
            return
        }
        guard let tool = attributes["tool_name"] ?? attributes["gen_ai.tool.name"] else {
            return sink.refuse(line, because: "has an event of a tool without its name")
        }
        var action = MCPToolName.action(tool, line: line) ?? OTLPDecisions.action(of: tool, name, line)
        action.source = source
        action.at = at
        action.trace = session
        let call = LogText.bounded("\(session ?? "") \(attributes["call_id"] ?? attributes["tool_use_id"] ?? tool)")
        if kind == "tool_decision" {
            decisions.note(attributes, of: call)
            guard decisions.isRefused(call) else { return }
            (action.decision, action.approvedBy) = (.denied, nil)
            action.outcome = .blocked
            return sink.act(action)
        }
        (action.decision, action.approvedBy) = decisions.decision(attributes, of: call)
        action.outcome = ["false", "0"].contains(attributes["success"] ?? "") ? .failed : .done
        if action.decision == .denied { return }
        sink.act(action)
    }

    mutating func finish(into sink: inout LogSink) {}
}

/// Who decided on tool calls, as the events of the products say.
struct OTLPDecisions {
    private static let most = 4096
    private static let people: Set<String> = ["user", "user_temporary", "user_permanent", "user_reject", "user_abort"]
    private static let capabilities = [
        "Bash": "shell", "Read": "read", "Glob": "read", "Grep": "read", "Edit": "write", "Write": "write",
        "MultiEdit": "write", "NotebookEdit": "write", "WebFetch": "network", "WebSearch": "search", "Task": "agent",
        "Agent": "agent", "shell": "shell", "exec_command": "shell", "local_shell": "shell", "apply_patch": "write",
    ]

    private var known: [String: (decision: SeenAction.Decision, by: String?)] = [:]

    /// An action of a product's own tool.
    static func action(of tool: String, _ event: String, _ line: Int) -> SeenAction {
        var action = SeenAction(tool, capability: capabilities[tool] ?? "tool", line: line)
        action.origin =
            ["claude_code.", "codex."].contains(where: event.hasPrefix) || capabilities[tool] != nil ? "built-in" : nil
        return action
    }

    private static func read(_ attributes: OTLPAttributes) -> (decision: SeenAction.Decision, by: String?)? {
        let word = (attributes["decision_type"] ?? attributes["decision"])?.lowercased()
        let source = (attributes["decision_source"] ?? attributes["source"])?.lowercased() ?? ""
        switch word {
        case "accept", "approved", "approved_for_session", "approved_execpolicy_amendment":
            return people.contains(source) ? (.asked, "user") : (.allowed, nil)
        case "reject", "denied", "abort": return (.denied, nil)
        default: return nil
        }
    }

    mutating func note(_ attributes: OTLPAttributes, of call: String) {
        if known.count >= Self.most { known = [:] }
        known[call] = Self.read(attributes)
    }

    func isRefused(_ call: String) -> Bool { known[call]?.decision == .denied }

    /// What an event of a result says itself, else what the decision before it said.
    mutating func decision(_ attributes: OTLPAttributes, of call: String) -> (SeenAction.Decision?, String?) {
        let noted = known.removeValue(forKey: call)
        let found = Self.read(attributes) ?? noted
        return (found?.decision, found?.by)
    }
}

/// Attributes of OTLP JSON: a list of keys with values by type.
struct OTLPAttributes {
    private let list: [Node]

    init(_ holder: Node?) { list = holder?["attributes"]?.elements ?? [] }

    subscript(_ key: String) -> String? {
        guard let value = list.first(where: { $0["key"]?.string == key })?["value"] else { return nil }
        if let text = value["stringValue"]?.string { return text }
        if let integer = value["intValue"] { return integer.string ?? integer.integer.map(String.init) }
        return value["boolValue"]?.boolean.map { $0 ? "true" : "false" }
    }
}
