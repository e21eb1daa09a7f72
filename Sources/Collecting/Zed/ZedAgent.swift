internal import Compliance
internal import Documents

/// What a file is to Zed.
enum ZedRole: ProductRole {
    case settings, rules

    var artifact: ArtifactKind {
        self == .settings
            ? ArtifactKind("zed settings", .jsonc, isOptional: true) : ArtifactKind("zed rules", nil, isOptional: true)
    }

    var showsAgent: Bool { self == .settings }

    /// What a path is; nil when it is none of the product's.
    static func place(of path: FilePath) -> ProductPlace<ZedRole>? {
        if path.ends(with: ".zed/settings.json") { return ProductPlace(.settings, "project", folder: path.dropping(2)) }
        if path.ends(with: "zed/settings.json") {
            let home = path.dropping(3)
            let isHome = path.folder.folder.name == ".config" && home.isHome
            return isHome ? ProductPlace(.settings, below: home) : ProductPlace(.settings, "user", folder: path.folder)
        }
        return path.name == ".rules" ? ProductPlace(.rules, "project", folder: path.folder) : nil
    }
}

/// Zed's agent as the settings of one folder and one user let it work.
struct ZedAgent {
    /// Settings of the editor that are about agents.
    static let keys: Set<String> = ["agent", "context_servers", "agent_servers", "disable_ai", "assistant"]

    private let agent: ProductAgent<ZedRole>
    private let scribe: AgentScribe

    private var id: AgentID { agent.id }
    private var stack: SettingStack { scribe.stack }

    init(_ agent: ProductAgent<ZedRole>) {
        self.agent = agent
        scribe = AgentScribe(
            id: agent.id, stack: SettingStack(agent.files(.settings), order: ["project", "user"]),
            home: agent.members[0].file)
    }

    /// Records all that the files say.
    func record(into recorder: inout Recorder) {
        let tables: [Table] = [
            .permission, .approval, .mcpServer, .credential, .setting, .model, .delegation,
        ]
        agent.declare("Zed", complete: tables, into: &recorder)
        recorder.cover(id, .component, .partial, because: "extensions are installed in the program")
        if !agent.members.contains(where: { $0.level == "user" }) {
            for table in tables {
                recorder.cover(
                    id, table, .partial, because: "no settings of a user were among the files, and they hold too")
            }
        }
        for member in agent.files(.rules) where member.file.refusal == nil {
            InstructionText.record(
                member.file, kind: "rules", name: member.file.path.name, runsShell: false, for: id, into: &recorder)
        }
        recorder.cover(
            id, .instruction, .partial, because: "Zed reads rules files of other products too, and a library of its own"
        )
        scribe.settings(into: &recorder, isUnited: { $0.count > 4 }, isPrivate: { !Self.keys.contains($0[0]) }) {
            keys, _, _ in
            keys[0] == "assistant" ? ("misplaced", "belongs at agent") : nil
        }
        recordServers(&recorder)
        guard stack.boolean("disable_ai") != true else { return }
        recordPermissions(&recorder)
        recordModel(&recorder)
    }

    private static let permissions = ["agent", "tool_permissions"]

    /// What happens when no pattern matches, in the words of the column `approval.mode`; nil when the tool is denied.
    private func gate(_ tool: String) -> (mode: String, at: [String])? {
        let own = Self.permissions + ["tools", tool, "default"]
        let all = Self.permissions + ["default"]
        let old = ["agent", "always_allow_tool_actions"]
        let path = stack.value(own) != nil ? own : stack.value(all) != nil || stack.value(old) == nil ? all : old
        let found = stack.value(path)?.node
        switch found?.string ?? (found?.boolean == true ? "allow" : "confirm") {
        case "allow": return ("never", path)
        case "deny": return nil
        default:
            let isPartly =
                stack.value(Self.permissions + ["tools", tool, "always_allow"])?.node.elements.isEmpty == false
            return (isPartly ? "on-risk" : "always", path)
        }
    }

    /// Records patterns and gates: denial comes before confirmation, confirmation before allowance.
    ///
    /// <https://zed.dev/docs/ai/tool-permissions#rule-precedence>
    private func recordPermissions(_ recorder: inout Recorder) {
        for (covers, tool) in [("shell", "terminal"), ("write", "edit_file"), ("network", "fetch"), ("mcp", "mcp")] {
            guard let gate = gate(tool) else { continue }
            scribe.approval(covers, gate.mode, bypassable: true, at: gate.at, into: &recorder)
        }
        let lists = [("always_allow", "allow"), ("always_confirm", "ask"), ("always_deny", "deny")]
        for found in stack.all(Self.permissions + ["tools"]) {
            for tool in found.node.members {
                let pointer = "\(found.pointer)/\(Node.escape(tool.key))"
                let capability = Self.capability(tool.key)
                if let usual = tool.value["default"], let text = usual.string, ["allow", "deny"].contains(text) {
                    scribe.permission(
                        WrittenRule(
                            effect: text, capability: capability,
                            target: ["mcp", "tool"].contains(capability) ? tool.key : "*", text: "\(tool.key): \(text)",
                            level: found.layer.level, file: found.layer.file, position: usual.position,
                            pointer: "\(pointer)/default"), into: &recorder)
                }
                for (list, effect) in lists {
                    for (index, entry) in (tool.value[list]?.elements ?? []).enumerated() {
                        guard let pattern = entry["pattern"], let text = pattern.string else { continue }
                        var rule = WrittenRule(
                            effect: effect, capability: capability, target: text, text: "\(list): \(text)",
                            level: found.layer.level, file: found.layer.file, position: pattern.position,
                            pointer: "\(pointer)/\(list)/\(index)/pattern")
                        rule.commands =
                            capability == "shell" && effect == "allow" ? CommandPattern.commands(text) : ["\(text) *"]
                        scribe.permission(rule, into: &recorder)
                    }
                }
            }
        }
    }

    private static func capability(_ tool: String) -> String {
        switch tool {
        case "terminal": "shell"
        case "edit_file", "delete_path", "move_path", "copy_path", "create_directory", "save_file": "write"
        case "fetch": "network"
        case "web_search": "search"
        default: tool.hasPrefix("mcp:") ? "mcp" : "tool"
        }
    }

    /// Records context servers, and external agents, which run as programs of their own.
    private func recordServers(_ recorder: inout Recorder) {
        for layer in stack.read {
            if let servers = layer.root["context_servers"] {
                let flat = servers.members.map { member in
                    guard let command = member.value["command"], command.isObject else { return member }
                    var inner = member.value.members.filter { $0.key != "command" }
                    inner += command.members.map { part in
                        Member(
                            key: part.key == "path" ? "command" : part.key, keyPosition: part.keyPosition,
                            value: part.value)
                    }
                    return Member(
                        key: member.key, keyPosition: member.keyPosition,
                        value: Node(.object(inner), at: member.value.position))
                }
                let map = Node(.object(flat), at: servers.position)
                MCPServerReader(client: "Zed", dialect: .common).record(
                    servers: MCPServers.adapted(
                        map, without: ["alwaysAllow", "autoApprove", "trust", "disabled", "serverUrl"]
                    ) { _, _ in false },
                    pointer: "/context_servers", in: layer.file, for: id,
                    approval: { _ in gate("mcp")?.mode == "never" ? "all" : nil }, into: &recorder)
            }
            for peer in layer.root["agent_servers"]?.members ?? [] { record(peer, in: layer, &recorder) }
        }
    }

    /// Records an external agent: a program with settings, tools and questions of its own.
    ///
    /// <https://zed.dev/docs/ai/external-agents>, <https://zed.dev/docs/ai/zed-agent>: tool permissions are the native agent's.
    private func record(_ peer: Member, in layer: SettingStack.Layer, _ recorder: inout Recorder) {
        let pointer = "/agent_servers/\(Node.escape(peer.key))"
        let name = Redaction.redact(peer.key)
        let add = { (table: Table, columns: [String: Value], recorder: inout Recorder) in
            recorder.record(table, columns, for: id, in: layer.file, at: peer.keyPosition, pointer: pointer)
        }
        add(.delegation, ["peer": .text(name), "transport": "stdio"], &recorder)
        add(
            .agent,
            [
                "name": .text(name), "product": "Zed", "kind": "sub-agent", "level": .text(layer.level), "plans": true,
                "purpose": "external agent",
            ], &recorder)
        for table in [Table.approval, .permission] {
            recorder.cover(id, table, .partial, because: "external agents decide by their own settings")
        }
        if let columns = Self.program(of: peer) { add(.component, columns, &recorder) }
        guard let variables = peer.value["env"] else { return }
        Credentials.record(
            environment: variables, pointer: "\(pointer)/env", holder: peer.key, in: layer.file, for: id,
            into: &recorder)
    }

    /// The program of an external agent: one of the registry has no version here, one that is fetched may have.
    private static func program(of peer: Member) -> [String: Value]? {
        var columns: [String: Value] = [
            "kind": "external-agent", "name": .text(Redaction.redact(peer.key)), "source": "registry", "enabled": true,
        ]
        if peer.value["type"]?.string == "registry" {
            columns["pin"] = "none"
            return columns
        }
        let launch = LaunchCommand(
            command: peer.value["command"]?.string ?? "",
            arguments: (peer.value["args"]?.elements ?? []).compactMap(\.string))
        guard launch.package != nil, let pin = launch.pin else { return nil }
        columns["pin"] = .text(pin)
        columns["version"] = Value(launch.version)
        return columns
    }

    private func recordModel(_ recorder: inout Recorder) {
        guard let name = stack.text("agent", "default_model", "model") else { return }
        scribe.record(
            .model, at: ["agent", "default_model", "model"],
            [
                "actor": "main", "provider": Value(stack.text("agent", "default_model", "provider")),
                "name": .text(name), "pinned": ModelName.pinned(name),
                "parameters_billion": ModelName.size(name),
            ], into: &recorder)
    }
}
