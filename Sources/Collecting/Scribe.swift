internal import Compliance
internal import Documents
internal import Hashing

/// Takes down what one file says of one agent, so that a collector names agent and file once.
struct Scribe {
    /// The agent that the rows are of.
    let agent: AgentID
    /// The file that they rest on; secrets that only a collector recognises are added to its own.
    private(set) var file: SourceFile
    /// What was taken down so far.
    var recorder: Recorder

    /// Begins with nothing, in the name of a recorder's collector.
    init(_ agent: AgentID, _ file: SourceFile, for recorder: Recorder) {
        self.agent = agent
        self.file = file
        self.recorder = Recorder(collector: recorder.collector)
    }

    /// Says that there is this agent.
    mutating func declare(product: String, kind: String = "application", plans: Bool?, level: String = "project") {
        recorder.declare(agent, product: product, kind: kind, level: level, plans: plans, in: file)
    }

    /// A row that rests on a value of the file.
    mutating func add(_ table: Table, at node: Node?, _ pointer: String, _ columns: [String: Value]) {
        add(table, line: node?.position ?? .start, pointer, columns)
    }

    /// A row that rests on a place of the file.
    mutating func add(_ table: Table, line position: Position, _ pointer: String, _ columns: [String: Value]) {
        recorder.record(table, columns, for: agent, in: file, at: position, pointer: pointer)
    }

    /// Says how much of some tables was seen.
    mutating func cover(_ tables: [Table], _ completeness: Completeness, because reason: String? = nil) {
        for table in tables { recorder.cover(agent, table, completeness, because: reason) }
    }

    /// Says that the file could not be read, its settings included.
    mutating func refuse(_ tables: [Table]) {
        recorder.refuse(file, for: agent, tables: tables.contains(.setting) ? tables : tables + [.setting])
    }

    /// A model that is named in the file.
    mutating func model(
        _ actor: String, provider: String?, name: String?, endpoint: String? = nil, at node: Node?, _ pointer: String
    ) {
        add(
            .model, at: node, pointer,
            [
                "actor": .text(actor), "provider": Value(provider), "name": Value(name.map { Redaction.redact($0) }),
                "pinned": ModelName.pinned(name),
                "parameters_billion": ModelName.size(name),
                "endpoint": Value(endpoint.map { Redaction.redact($0) }),
                "endpoint_tls": Value(endpoint.flatMap { ServerAddress($0).tls }),
            ])
    }

    /// A text that instructs the agent, cited at its first line that stands out.
    mutating func instruction(_ name: String, kind: String = "instructions", _ node: Node, _ pointer: String) {
        guard let text = node.string, !text.isEmpty else { return }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let found = InstructionText(lines)
        let mark = found.hiddenLine ?? found.overrides ?? found.remote
        add(
            .instruction, line: mark.map { _ in place(of: text, from: node.position) } ?? node.position, pointer,
            [
                "kind": .text(kind), "name": .text(Redaction.redact(name)), "sha256": .text(SHA256.hex(text)),
                "bytes": .integer(text.utf8.count), "imports_remote": .boolean(found.remote != nil),
                "hidden_characters": .integer(found.hidden), "overrides": .boolean(found.overrides != nil),
                "runs_shell": false,
            ])
    }

    /// The first line of a text over several lines that stands out, in the file; folded texts have other lines there.
    private func place(of text: String, from start: Position) -> Position {
        let begin = max(start.line - 1, 0)
        let end = min(file.lines.count, begin + text.count { $0 == "\n" } * 4 + 40)
        guard begin < end else { return start }
        let index = (begin..<end).first { index in
            let found = InstructionText([file.lines[index]])
            return found.hidden > 0 || found.overrides != nil || found.remote != nil
        }
        return index.map { index in
            if index + 1 == start.line { return start }
            return Position(line: index + 1, column: InstructionPhrases.column(in: file.lines[index]) ?? 1)
        } ?? start
    }

    /// Every leaf below a value as a setting; `status` says what the product makes of a key, nil when it acts on it.
    mutating func settings(
        _ root: Node, _ pointer: String = "", level: String = "project",
        status: ([String]) -> (status: String, reason: String)? = { _ in nil }
    ) {
        cover([.setting], .complete)
        root.walk { place, node in
            guard !node.isObject && !node.isArray else { return }
            let keys = place.split(separator: "/").filter { Int($0) == nil }
                .map { String($0).replacing("~1", with: "/").replacing("~0", with: "~") }
            let found = status(keys)
            SettingReader.record(
                node, keys, pointer + place, level: level, status: found?.status ?? "in-force", reason: found?.reason,
                for: agent, in: file, into: &recorder)
        }
    }

    /// A secret that a value is, or that it refers to.
    mutating func credential(_ node: Node, name: String, holder: String, _ pointer: String) {
        guard let text = node.string else { return }
        Credentials.record(
            text, name: name, at: node.position, pointer: pointer, holder: holder, in: file, for: agent, into: &recorder
        )
    }

    /// A secret that a part of a value is, or that it refers to.
    mutating func credential(_ text: String, name: String, at node: Node, holder: String, _ pointer: String) {
        if let secret = SecretScanner.detect(key: name, value: text) {
            file.secrets.add(String(text[secret.range]), line: node.position.line)
        }
        Credentials.record(
            text, name: name, at: node.position, pointer: pointer, holder: holder, in: file, for: agent, into: &recorder
        )
    }

    /// Every secret that stands in the texts below a value.
    mutating func secrets(in root: Node, holder: String, _ pointer: String = "") {
        root.walk { place, node in
            guard let text = node.string else { return }
            let key = place.split(separator: "/").last { Int($0) == nil }.map(String.init) ?? "value"
            guard SecretScanner.detect(key: key, value: text) != nil else { return }
            Credentials.record(
                text, name: key, at: node.position, pointer: pointer + place, holder: holder, in: file, for: agent,
                into: &recorder)
        }
    }

    /// An MCP server written as a map in the usual shape.
    mutating func servers(_ map: Node, _ pointer: String, client: String, approval: (String) -> String? = { _ in nil })
    {
        MCPServerReader(client: client, dialect: .common).record(
            servers: map, pointer: pointer, in: file, for: agent, approval: approval, into: &recorder)
    }

    /// A remote MCP server of which the address is known; `isNeighbour`: the name is a container's on the same machine.
    mutating func remoteServer(
        _ name: String, url: String, client: String, transport: String? = nil, auth: String? = nil,
        approved: String? = nil, scope: String = "all", isCluster: Bool = false, isNeighbour: Bool = false,
        verified: Bool? = nil, enabled: Bool = true, timeout: Double? = nil, at node: Node?, _ pointer: String
    ) {
        let address = ServerAddress(url)
        let usual = url.hasPrefix("ws") ? "ws" : url.hasSuffix("/sse") ? "sse" : "http"
        let known = KnownServer.columns(name: name, package: nil, host: address.host, isListed: scope == "listed")
        let kind = isNeighbour ? "loopback" : isCluster && address.isClusterService ? "cluster" : address.kind
        add(
            .mcpServer, at: node, pointer,
            known.merging([
                "name": .text(Redaction.redact(name)), "client": .text(client), "transport": .text(transport ?? usual),
                "url": .text(Redaction.redact(url)), "host": .text(address.host), "host_kind": .text(kind),
                "tls": Value(address.tls), "tls_verified": address.tls == true ? Value(verified ?? true) : .null,
                "auth": Value(auth), "enabled": .boolean(enabled), "auto_approved": Value(approved),
                "tool_scope": .text(scope), "timeout_seconds": timeout.map(Value.real) ?? .null, "injects_code": false,
                "shell_expansion": false, "filesystem_reach": "none", "url_secret": Value(MCPServer.hasSecret(url)),
                "fault": .text(ServerFault.of(url: url)),
            ]) { _, own in own })
    }

    /// A tool of the agent; its effect is told by its name when nothing better is known.
    mutating func tool(
        _ name: String, actor: String = "main", origin: String = "built-in", server: String? = nil,
        effect: String? = nil, approval: String?, at node: Node?, _ pointer: String
    ) {
        add(
            .tool, at: node, pointer,
            [
                "actor": .text(actor), "name": .text(Redaction.redact(name)), "origin": .text(origin),
                "server": Value(server), "effect": Value(effect ?? ToolName.effect(name)), "approval": Value(approval),
                "changes": origin == "mcp" && ToolVerb.changes(name) ? true : .null,
            ])
    }
}
