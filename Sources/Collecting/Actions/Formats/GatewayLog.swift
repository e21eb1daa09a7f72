internal import Documents

/// Logs of MCP gateways: JSON lines around the messages of the protocol, and the lines that Docker's gateway prints.
///
/// <https://modelcontextprotocol.io/specification/2025-06-18/server/tools#calling-tools>,
/// <https://docs.docker.com/ai/mcp-catalog-and-toolkit/mcp-gateway/>,
/// <https://github.com/github/gh-aw-mcpg>
struct GatewayLog: LogFormat {
    static let name = "mcp-gateway"

    private static let begins = "- Calling tool "
    private static let ends = "> Calling tool "
    private static let envelopes = ["payload", "message", "request", "response", "data", "body", "rpc"]
    private static let times = ["timestamp", "time", "ts", "@timestamp", "at", "asctime"]
    private static let refusals: Set<String> = ["denied", "deny", "blocked", "block", "rejected"]

    private var pending = PendingActions()
    private var unnamed = 0

    static func recognises(_ record: Node) -> Bool {
        // Recorded messages of the protocol without times are test data more often than a log.
        guard let message = message(record), times.contains(where: { LogTime.seconds(record[$0]) != nil }) else {
            return false
        }
        return message["method"]?.string != nil || message["jsonrpc"] != nil
    }

    static func recognises(text: String) -> Bool { text.contains(begins) || text.contains(ends) }

    /// The message of the protocol in a record, or what the record says of one.
    private static func message(_ record: Node) -> Node? {
        if record["jsonrpc"] != nil { return record }
        for key in envelopes {
            guard let inner = record[key], inner.isObject else { continue }
            if inner["jsonrpc"] != nil || inner["params"] != nil || inner["result"] != nil { return inner }
        }
        return record["method"]?.string.map { $0.contains("/") } == true ? record : nil
    }

    mutating func read(_ record: Node, line: Int, into sink: inout LogSink) {
        let at = Self.times.lazy.compactMap { LogTime.seconds(record[$0]) }.first
        sink.record(at: at)
        guard let message = Self.message(record) else { return }
        let server = ["server_id", "serverId", "server", "server_name", "serverName", "gateway", "target"].lazy
            .compactMap { record[$0]?.string }.first
        let id = message["id"].flatMap { $0.string ?? $0.integer.map(String.init) }
        let key = id.map { "\(server ?? "") \($0)" }
        if (message["method"] ?? record["method"])?.string == "tools/call" {
            let name = message["params"]?["name"]?.string ?? (record["tool"] ?? record["tool_name"])?.string
            guard let name else { return sink.refuse(line, because: "calls a tool without its name") }
            // A gateway logs a call twice: as it comes in, and as it goes out.
            if let key, pending.holds(key) { return }
            var action = SeenAction(name, capability: "mcp", line: line)
            action.server = server
            action.origin = "mcp"
            action.at = at
            action.source.name = (record["agent"] ?? record["client"] ?? record["client_name"])?.string
            action.trace = (record["session_id"] ?? record["sessionId"] ?? record["trace_id"])?.string
            let word = (record["decision"] ?? record["status"] ?? record["action"])?.string?.lowercased() ?? ""
            if Self.refusals.contains(word) {
                (action.decision, action.outcome) = (.denied, .blocked)
                return sink.act(action)
            }
            unnamed += 1
            pending.add(action, id: key ?? "line \(unnamed)", into: &sink)
        } else if let key, message["result"] != nil || message["error"] != nil, var action = pending.take(key) {
            let isError = message["error"] != nil || message["result"]?["isError"]?.boolean == true
            action.outcome = isError ? .failed : .done
            sink.act(action)
        }
    }

    mutating func read(text: String, line: Int, into sink: inout LogSink) -> Bool {
        let head = text.prefix(400)
        let at = LogTime.seconds(String(head.prefix { $0 != " " }))
        sink.record(at: at)
        if let name = Self.tool(head, after: Self.begins) {
            var action = SeenAction(name, capability: "mcp", line: line)
            action.origin = "mcp"
            action.at = at
            unnamed += 1
            pending.add(action, id: pending.holds(name) ? "line \(unnamed)" : name, into: &sink)
        } else if let name = Self.tool(head, after: Self.ends), var action = pending.take(name) {
            action.outcome = .done
            sink.act(action)
        }
        return true
    }

    private static func tool(_ text: Substring, after mark: String) -> String? {
        guard let start = text.ranges(of: mark).first else { return nil }
        let name = text[start.upperBound...].prefix { !$0.isWhitespace }
        return name.isEmpty ? nil : String(name)
    }

    mutating func finish(into sink: inout LogSink) { pending.finish(into: &sink) }
}
