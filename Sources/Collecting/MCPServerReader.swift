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

    /// What the client does where nothing is configured, as its documentation says; nil when that is kept elsewhere.
    ///
    /// <https://docs.roocode.com/features/mcp/using-mcp-in-roo>, <https://kiro.dev/docs/mcp/configuration>,
    /// <https://docs.cline.bot/mcp/mcp-server-development-protocol>: a tool that is not in the list of a server asks.
    private var usual: String? { ["Roo", "Cline", "Kiro", "Amazon Q"].contains(client) ? "none" : nil }

    /// Records every server of the map.
    ///
    /// `servers` maps names to servers and stands at `pointer`; `approval` says which tools of a server run unasked,
    /// where the client decides that elsewhere.
    func record(
        servers: Node, pointer: String, in file: SourceFile, for agent: AgentID, approval: (String) -> String?,
        into recorder: inout Recorder
    ) {
        guard servers.isObject else {
            return refuse(servers, pointer: pointer, in: file, for: agent, into: &recorder)
        }
        let members = servers.members
        let last = Dictionary(members.indices.map { (members[$0].key, $0) }) { max($0, $1) }
        for (index, member) in members.enumerated() where member.value.isObject {
            guard last[member.key] == index else {
                let place = "\(file.path.text):\(member.keyPosition.line)"
                let reason = "\(place): \"\(Redaction.redact(member.key))\" is written again below, this one is lost"
                recorder.cover(agent, .mcpServer, .partial, because: reason)
                continue
            }
            let place = "\(pointer)/\(Node.escape(member.key))"
            let server = MCPServer(member.key, member.value, dialect)
            var columns = server.columns
            columns["client"] = .text(client)
            columns["auto_approved"] = Value(server.autoApproved ?? approval(member.key) ?? usual)
            let position = server.place?.position ?? member.keyPosition
            recorder.record(.mcpServer, columns, for: agent, in: file, at: position, pointer: place)
            for (key, holder) in [("env", environment), ("headers", "headers"), ("http_headers", "http_headers")] {
                guard let map = member.value[key] else { continue }
                Credentials.record(
                    environment: dialect == .codex ? literal(map) : map, pointer: "\(place)/\(holder)",
                    holder: member.key, in: file, for: agent,
                    into: &recorder)
            }
            recordLoose(member.value, member.key, server, place, file, agent, &recorder)
            recordTools(
                member.value, member.key, place, file, agent, isUnasked: approval(member.key) == "all", &recorder)
        }
    }

    /// Says that what should be a map of servers is none: the client loads nothing of it.
    func refuse(
        _ servers: Node, pointer: String, in file: SourceFile, for agent: AgentID, into recorder: inout Recorder
    ) {
        let key = pointer.split(separator: "/").last.map(String.init) ?? "servers"
        let reason = "\(client) wants an object of servers by name, and this is \(servers.isArray ? "a list" : "none")"
        recorder.cover(agent, .mcpServer, .partial, because: "\(file.path.text): \(reason)")
        SettingReader.section(
            key, level: "project", status: "not-honoured", reason: reason, for: agent, in: file, at: servers.position,
            pointer, into: &recorder)
    }

    /// The values that are none of another product's placeholders: Codex hands those on as they are written.
    ///
    /// <https://github.com/openai/codex/issues/2680>
    private func literal(_ map: Node) -> Node {
        Node(
            .object(map.members.filter { !SecretScanner.isReference($0.value.string ?? "") }), at: map.position)
    }

    /// Secrets on the command line and in the address, and variables that Codex names.
    private func recordLoose(
        _ server: Node, _ name: String, _ launched: MCPServer, _ place: String, _ file: SourceFile,
        _ agent: AgentID, _ recorder: inout Recorder
    ) {
        for key in ["url", "serverUrl", "httpUrl"] {
            guard let url = server[key], let text = url.string else { continue }
            Credentials.record(
                text, name: key, at: url.position, pointer: "\(place)/\(key)", holder: name, in: file, for: agent,
                into: &recorder)
        }
        recordArguments(server, name, launched, place, file, agent, &recorder)
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

    /// Secrets and folders among the arguments.
    private func recordArguments(
        _ server: Node, _ name: String, _ launched: MCPServer, _ place: String, _ file: SourceFile,
        _ agent: AgentID, _ recorder: inout Recorder
    ) {
        let program = server["command"]?.string ?? ""
        let elements = (server["args"]?.elements ?? []).filter { $0.string != nil }
        let words = [program] + elements.compactMap(\.string)
        func pointer(_ index: Int) -> String {
            dialect == .opencode ? "\(place)/command/\(index + 1)" : "\(place)/args/\(index)"
        }
        var previous = ""
        for (index, argument) in elements.enumerated() {
            let text = words[index + 1]
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            let isAssigned = Self.isShellLine(after: previous, of: program) && ShellWords.isAssignment(text)
            let isPair = parts.count == 2 && (isAssigned || !text.contains("://"))
            if CommandPassword.range(at: index + 1, in: words) != nil {
                recorder.record(
                    .credential,
                    [
                        "holder": .text(name), "name": .text(String(text.hasPrefix("-") ? text.prefix(2) : "args")),
                        "kind": "password", "storage": "inline", "detector": "command-password",
                    ], for: agent, in: file, at: argument.position, pointer: pointer(index))
            } else {
                Credentials.record(
                    isPair ? parts[1] : text, name: isPair ? parts[0] : previous.isEmpty ? "args" : previous,
                    at: argument.position, pointer: pointer(index), holder: name, in: file, for: agent,
                    isArgument: !isAssigned, into: &recorder)
            }
            previous = text.hasPrefix("-") ? text : ""
        }
        for folder in launched.folders where folder.reach != "workspace" {
            recorder.record(
                .dataSource,
                [
                    "kind": "folder", "name": .text(Redaction.redact(folder.path)), "server": .text(name),
                    "reach": .text(folder.reach), "write_access": launched.writesFiles ? true : .null,
                ], for: agent, in: file, at: elements[folder.index].position, pointer: pointer(folder.index))
        }
    }

    /// Whether the next argument is a line for a shell: what it assigns before a command goes into the environment.
    private static func isShellLine(after option: String, of program: String) -> Bool {
        let name = program.split(separator: "/").last.map(String.init) ?? program
        return ["sh", "bash", "zsh", "dash", "ksh"].contains(name) && option.hasPrefix("-") && option.hasSuffix("c")
    }

    private func recordTools(
        _ server: Node, _ name: String, _ place: String, _ file: SourceFile, _ agent: AgentID, isUnasked: Bool,
        _ recorder: inout Recorder
    ) {
        let approved = ["alwaysAllow", "autoApprove"].flatMap { key in
            (server[key]?.elements ?? []).enumerated().map { ($1, "\(key)/\($0)") }
        }
        for (tool, entry) in approved {
            guard let text = tool.string else { continue }
            recorder.record(
                .tool,
                [
                    "actor": "main", "name": .text(text), "origin": "mcp", "server": .text(name), "approval": "never",
                    "effect": Value(ToolName.effect(text)), "changes": ToolVerb.changes(text) ? true : .null,
                ],
                for: agent, in: file, at: tool.position, pointer: "\(place)/\(entry)")
        }
        recordModes(server, name, place, file, agent, isUnasked: isUnasked, &recorder)
    }

    /// Tools of Codex: those that are enabled by name, and those with a mode of their own, each where it stands.
    ///
    /// <https://developers.openai.com/codex/config-reference>
    private func recordModes(
        _ server: Node, _ name: String, _ place: String, _ file: SourceFile, _ agent: AgentID, isUnasked: Bool,
        _ recorder: inout Recorder
    ) {
        guard dialect == .codex else { return }
        let listed = (server["enabled_tools"]?.elements ?? []).compactMap { tool in
            tool.string.map { ($0, tool.position, "\(place)/enabled_tools") }
        }
        let enabled = Set(listed.map(\.0))
        // A tool that is not among the enabled ones cannot be called.
        let modes = (server["tools"]?.members ?? []).compactMap { tool -> (String, Position, String)? in
            guard let mode = tool.value["approval_mode"], enabled.isEmpty || enabled.contains(tool.key) else {
                return nil
            }
            return (tool.key, mode.position, "\(place)/tools/\(Node.escape(tool.key))/approval_mode")
        }
        let own = Set(modes.map(\.0))
        for (tool, position, pointer) in listed.filter({ !own.contains($0.0) }) + modes {
            let mode = (server[path: ["tools", tool, "approval_mode"]] ?? server["default_tools_approval_mode"])?.string
            // `auto`, the default, asks by what a tool says of itself.
            let usual = isUnasked ? "never" : "on-risk"
            recorder.record(
                .tool,
                [
                    "actor": "main", "name": .text(tool), "origin": "mcp", "server": .text(name),
                    "effect": Value(ToolName.effect(tool)), "changes": ToolVerb.changes(tool) ? true : .null,
                    "approval": Value(["approve": "never", "prompt": "always", "auto": usual][mode ?? "auto"]),
                ],
                for: agent, in: file, at: position, pointer: pointer)
        }
    }
}
