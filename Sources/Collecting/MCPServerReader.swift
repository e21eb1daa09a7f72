internal import Compliance
internal import Documents

/// Where clients differ in how they write an MCP server.
enum MCPDialect {
    /// `mcpServers` of Claude, Cursor, Windsurf, Cline, Roo, Kiro, Gemini.
    case common
    /// `servers` of VS Code.
    case vscode
    /// `[mcp_servers.*]` of Codex.
    case codex
    /// `mcp` of opencode, `extensions` of goose: other names for the same things.
    case opencode, goose
}

/// Reads a map of MCP servers into rows.
struct MCPServerReader {
    /// Product whose configuration it is.
    let client: String
    let dialect: MCPDialect

    /// What the client calls the map of variables.
    private var environment: String {
        switch dialect {
        case .opencode: "environment"
        case .goose: "envs"
        default: "env"
        }
    }

    /// Records every server of the map.
    ///
    /// `servers` maps names to servers and stands at `pointer`; `approval` says which tools of a server run unasked,
    /// where the client decides that elsewhere.
    func record(
        servers: Node, pointer: String, in file: SourceFile, for agent: AgentID, approval: (String) -> String?,
        into recorder: inout Recorder
    ) {
        for member in servers.members where member.value.isObject {
            let place = "\(pointer)/\(Node.escape(member.key))"
            let server = MCPServer(member.key, member.value, dialect)
            var columns = server.columns
            columns["client"] = .text(client)
            columns["auto_approved"] = Value(server.autoApproved ?? approval(member.key))
            let position =
                member.value["url"]?.position ?? member.value["serverUrl"]?.position
                ?? member.value["args"]?.position ?? member.value["command"]?.position ?? member.keyPosition
            recorder.record(.mcpServer, columns, for: agent, in: file, at: position, pointer: place)
            for (key, holder) in [("env", environment), ("headers", "headers"), ("http_headers", "http_headers")] {
                guard let map = member.value[key] else { continue }
                Credentials.record(
                    environment: map, pointer: "\(place)/\(holder)", holder: member.key, in: file, for: agent,
                    into: &recorder)
            }
            recordLoose(member.value, member.key, place, file, agent, &recorder)
            recordTools(member.value, member.key, place, file, agent, &recorder)
        }
    }

    /// Secrets on the command line and in the address, and variables that Codex names.
    private func recordLoose(
        _ server: Node, _ name: String, _ place: String, _ file: SourceFile, _ agent: AgentID,
        _ recorder: inout Recorder
    ) {
        for key in ["url", "serverUrl", "httpUrl"] {
            guard let url = server[key], let text = url.string else { continue }
            Credentials.record(
                text, name: key, at: url.position, pointer: "\(place)/\(key)", holder: name, in: file, for: agent,
                into: &recorder)
        }
        var previous = ""
        for (index, argument) in (server["args"]?.elements ?? []).enumerated() {
            guard let text = argument.string else { continue }
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            let isPair = parts.count == 2 && !text.contains("://")
            Credentials.record(
                isPair ? parts[1] : text, name: isPair ? parts[0] : previous.isEmpty ? "args" : previous,
                at: argument.position,
                pointer: dialect == .opencode ? "\(place)/command/\(index + 1)" : "\(place)/args/\(index)",
                holder: name, in: file, for: agent, into: &recorder)
            previous = text.hasPrefix("-") ? text : ""
        }
        if let variable = server["bearer_token_env_var"], let text = variable.string {
            recorder.record(
                .credential,
                [
                    "holder": .text(name), "name": .text(text), "kind": "token", "storage": "environment",
                    "detector": "reference",
                ],
                for: agent, in: file, at: variable.position, pointer: "\(place)/bearer_token_env_var")
        }
    }

    private func recordTools(
        _ server: Node, _ name: String, _ place: String, _ file: SourceFile, _ agent: AgentID,
        _ recorder: inout Recorder
    ) {
        let approved = ["alwaysAllow", "autoApprove"].flatMap { key in
            (server[key]?.elements ?? []).map { ($0, key) }
        }
        for (tool, key) in approved {
            guard let text = tool.string else { continue }
            recorder.record(
                .tool,
                [
                    "actor": "main", "name": .text(text), "origin": "mcp", "server": .text(name), "approval": "never",
                    "effect": Value(ToolName.effect(text)),
                ],
                for: agent, in: file, at: tool.position, pointer: "\(place)/\(key)")
        }
        for tool in server["enabled_tools"]?.elements ?? [] {
            guard let text = tool.string else { continue }
            let mode = server[path: ["tools", text, "approval_mode"]]?.string
            recorder.record(
                .tool,
                [
                    "actor": "main", "name": .text(text), "origin": "mcp", "server": .text(name),
                    "effect": Value(ToolName.effect(text)),
                    "approval": Value(mode == "approve" ? "never" : mode == "prompt" ? "always" : nil),
                ],
                for: agent, in: file, at: tool.position, pointer: "\(place)/enabled_tools")
        }
    }
}
