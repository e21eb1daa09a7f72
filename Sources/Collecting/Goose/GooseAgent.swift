internal import Compliance
internal import Documents

/// One Goose: its settings, the permissions of single tools, its recipes.
struct GooseAgent {
    /// A file and what it is to the agent.
    struct Member {
        let role: GooseFile
        let file: SourceFile
    }

    let id: AgentID
    let members: [Member]

    var config: SourceFile? { members.first { $0.role.role == .config }?.file }
    var permissions: SourceFile? { members.first { $0.role.role == .permissions }?.file }
    var isReadable: Bool { config?.document?.root.isObject == true }

    var stack: SettingsStack {
        let layers = config.flatMap { file in
            file.document.map { [SettingsLayer(file: file, root: $0.root, level: "user")] }
        }
        return SettingsStack(agent: id, layers: layers ?? [], fallback: config ?? members[0].file)
    }

    static let tables: [Table] = [
        .permission, .tool, .mcpServer, .credential, .approval, .delegation, .memory, .sandbox, .egress, .telemetry,
        .budget, .guardrail, .model, .instruction, .hook, .setting,
    ]

    static let modes = ["auto", "approve", "smart_approve", "chat"]

    /// The mode that comes out: `auto` is the default, and what an unknown word is taken for.
    ///
    /// <https://block.github.io/goose/docs/guides/goose-permissions/>
    var mode: String {
        let written = stack.text("GOOSE_MODE") ?? "auto"
        return Self.modes.contains(written) ? written : "auto"
    }

    /// Says what the agent is, and how much of it could be seen.
    func declare(into recorder: inout Recorder) {
        recorder.declare(
            id, product: "Goose", kind: "coding-assistant",
            level: members.contains { $0.role.isUser } ? "user" : "project",
            plans: true, in: config ?? members[0].file)
        let doubt = config == nil ? "config.yaml was not seen" : nil
        for table in Self.tables { recorder.cover(id, table, doubt == nil ? .complete : .partial, because: doubt) }
        recorder.cover(
            id, .credential, .partial, because: "keys lie in the system's key store unless secrets.yaml holds them")
        if let config, !isReadable {
            let problem = Diagnostic(.syntax, "settings are a map", at: config.document?.root.position)
            recorder.refuse(
                config.refusal == nil ? config.refused(problem) : config, for: id, tables: Self.tables)
        }
        if let permissions, permissions.document == nil {
            recorder.refuse(permissions, for: id, tables: [.permission, .tool, .approval])
        }
    }

    /// Records every leaf of the settings and of the permissions.
    func recordSettings(into recorder: inout Recorder) {
        for file in [config, permissions].compactMap(\.self) {
            file.document?.root.walk { pointer, node in
                guard !node.isObject && !node.isArray, !pointer.isEmpty else { return }
                let keys = pointer.split(separator: "/").map(String.init)
                var (status, reason): (String, String?) = ("in-force", nil)
                let key = keys[0]
                if key.uppercased().hasPrefix("GOOSE_"), key != key.uppercased() {
                    (status, reason) = ("unknown", "names of settings are upper-case")
                } else if key == "GOOSE_MODE", !Self.modes.contains(node.string ?? "") {
                    (status, reason) = ("not-honoured", "goose has no such mode, and takes auto")
                } else if file.path == permissions?.path, mode == "auto" || mode == "chat" {
                    (status, reason) = ("not-honoured", "in the mode \(mode) goose does not look at permissions")
                }
                SettingReader.record(
                    node, keys.filter { Int($0) == nil }, pointer, level: "user", status: status, reason: reason,
                    for: id, in: file, into: &recorder)
            }
        }
    }

    /// An extension of the settings, with the name that its tools bear before two underscores.
    struct Extension {
        let name: String
        let node: Node
        let path: [String]
        var isOn: Bool { node["enabled"]?.boolean != false }
        var type: String { node["type"]?.string ?? "" }
    }

    /// The extensions; without any written, the developer's tools are there.
    var extensions: [Extension] {
        (stack.value(["extensions"])?.node.members ?? []).map {
            Extension(name: $0.key, node: $0.value, path: ["extensions", $0.key])
        }
    }

    private static let tools: [String: [(name: String, effect: String)]] = [
        "developer": [("shell", "execute"), ("text_editor", "write")],
        "computercontroller": [
            ("automation_script", "execute"), ("computer_control", "execute"), ("web_scrape", "network"),
        ],
        "code_execution": [("execute_code", "execute")], "extensionmanager": [("manage_extensions", "execute")],
        "scheduler": [("manage_schedule", "execute")], "summon": [("delegate", "execute")],
    ]

    /// The built-in tools, with the setting that brings them.
    var builtin: [(name: String, effect: String, path: [String])] {
        let on = extensions.filter { $0.isOn && ["builtin", "platform"].contains($0.type) }
        let names = stack.value(["extensions"]) == nil ? [("developer", ["extensions"])] : on.map { ($0.name, $0.path) }
        return names.flatMap { name, path in
            (Self.tools[name] ?? []).map { ("\(name)__\($0.name)", $0.effect, path) }
        }
    }

    /// What `permission.yaml` says of a tool.
    func decision(_ tool: String) -> String? {
        for list in ["never_allow", "ask_before", "always_allow"] {
            if permissions?.document?.root.at(["user", list])?.texts.contains(tool) == true { return list }
        }
        return nil
    }

    /// Whether a person is asked before a tool runs; nil when it never runs.
    func gate(_ tool: String) -> String? {
        switch mode {
        case "auto": return "never"
        case "chat": return nil
        default: break
        }
        switch decision(tool) {
        case "never_allow": return nil
        case "ask_before": return "always"
        case "always_allow": return "never"
        default: return mode == "approve" ? "always" : "on-risk"
        }
    }

    /// Records gates and tools.
    func recordGates(into recorder: inout Recorder) {
        // No tool runs in this mode, so nobody can be asked either.
        guard mode != "chat" else { return }
        let shells = builtin.filter { $0.effect == "execute" }.compactMap { gate($0.name) }
        let usual = ["auto": "never", "smart_approve": "on-risk"][mode] ?? "always"
        let shell = shells.contains("never") ? "never" : shells.contains("on-risk") ? "on-risk" : usual
        let write = gate("developer__text_editor") ?? "always"
        for (covers, gate) in [("shell", shell), ("write", write), ("mcp", usual), ("network", usual)] {
            // The mode is changed at any time, in the middle of a session too.
            stack.record(
                .approval, at: ["GOOSE_MODE"],
                ["covers": .text(covers), "mode": .text(gate), "bypassable": true], into: &recorder)
        }
        for tool in builtin {
            guard let gate = gate(tool.name) else { continue }
            stack.record(
                .tool, at: tool.path,
                [
                    "actor": "main", "name": .text(tool.name), "origin": "built-in", "effect": .text(tool.effect),
                    "approval": .text(gate),
                ], into: &recorder)
        }
    }

    /// Records what runs unasked, asks, or is closed.
    func recordPermissions(into recorder: inout Recorder) {
        if mode == "auto" {
            for tool in builtin where tool.effect != "network" {
                stack.record(
                    .permission, at: ["GOOSE_MODE"],
                    Self.permission(
                        tool.name, tool.effect, "allow",
                        rule: isModeWritten
                            ? "GOOSE_MODE: auto (\(tool.name))" : "\(tool.name) (default, GOOSE_MODE is not set)",
                        level: isModeWritten ? "user" : "default", isOn: true),
                    into: &recorder)
            }
        }
        if mode == "chat" {
            // <https://block.github.io/goose/docs/guides/goose-permissions/>: it answers, and uses no tool.
            stack.record(
                .permission, at: ["GOOSE_MODE"],
                [
                    "actor": "main", "effect": "deny", "capability": "any", "target": "*", "breadth": "any",
                    "hazard": "none", "rule": "GOOSE_MODE: chat", "level": "user", "effective": true,
                ], into: &recorder)
        }
        guard let file = permissions, let root = file.document?.root else { return }
        for (list, effect) in [("always_allow", "allow"), ("ask_before", "ask"), ("never_allow", "deny")] {
            for (index, node) in (root.at(["user", list])?.elements ?? []).enumerated() {
                guard let tool = node.string else { continue }
                let kind = builtin.first { $0.name == tool }?.effect
                var columns = Self.permission(
                    tool, kind, effect, rule: "\(list): \(tool)", isOn: mode == "approve" || mode == "smart_approve")
                if columns["effective"] == false {
                    columns["reason"] = .text("in the mode \(mode) goose does not look at permissions")
                }
                recorder.record(
                    .permission, columns, for: id, in: file, at: node.position, pointer: "/user/\(list)/\(index)")
            }
        }
    }

    private var isModeWritten: Bool { stack.value(["GOOSE_MODE"]) != nil }

    private static func permission(
        _ tool: String, _ kind: String?, _ effect: String, rule: String, level: String = "user", isOn: Bool
    ) -> [String: Value] {
        let (capability, hazard): (String, String) =
            kind == "execute" ? ("shell", "arbitrary-code") : kind == "write" ? ("write", "write") : ("mcp", "none")
        return [
            "actor": "main", "effect": .text(effect), "capability": .text(capability),
            "target": .text(kind == nil || kind == "network" ? tool : "*"),
            "breadth": kind == nil || kind == "network" ? "exact" : "any", "hazard": .text(hazard),
            "rule": .text(rule), "level": .text(level), "effective": .boolean(isOn),
        ]
    }
}
