internal import Compliance
internal import Documents

/// One aider with the settings of a folder.
struct AiderAgent {
    let file: SourceFile
    let level: String

    private var id: AgentID { AgentID("aider@\(file.path.folder.text)") }
    private var stack: SettingsStack {
        let layers = file.document.map { [SettingsLayer(file: file, root: $0.root, level: level)] }
        return SettingsStack(agent: id, layers: layers ?? [], fallback: file)
    }

    private static let tables: [Table] = [
        .permission, .tool, .mcpServer, .credential, .approval, .delegation, .sandbox, .egress, .memory, .telemetry,
        .hook, .model, .setting,
    ]

    func record(into recorder: inout Recorder) {
        recorder.declare(
            id, product: "aider", kind: "coding-assistant", level: level, plans: true, in: file)
        let isFlat = file.document?.root.isObject == true
        let unknown = file.document?.root.members.first { !Self.keys.contains($0.key) }
        for table in Self.tables {
            // aider ends with an error on an option that it does not have.
            recorder.cover(
                id, table, unknown == nil ? .complete : .partial,
                because: unknown.map { "aider does not start: it has no option \($0.key)" })
        }
        recorder.cover(id, .trigger, .partial, because: "scripts that call aider are not seen")
        recorder.cover(id, .credential, .partial, because: "keys in .env and in the environment are not read")
        guard isFlat else {
            let problem = Diagnostic(.syntax, "the settings are a map", at: file.document?.root.position)
            return recorder.refuse(
                file.refusal == nil ? file.refused(problem) : file, for: id, tables: Self.tables)
        }
        recordSettings(into: &recorder)
        recordCredentials(into: &recorder)
        recordGates(into: &recorder)
        recordCommands(into: &recorder)
        recordModels(into: &recorder)
        recordSurroundings(into: &recorder)
    }

    private func recordSettings(into recorder: inout Recorder) {
        SettingReader.record(file, stack.layers[0].root, level: level, for: id, into: &recorder) { keys in
            Self.keys.contains(keys.first ?? "") ? nil : "aider has no such option"
        }
    }

    /// Keys by provider stand as `provider=key`, variables as `NAME=value`.
    private func recordCredentials(into recorder: inout Recorder) {
        for member in stack.layers[0].root.members {
            for (index, node) in (member.value.isArray ? member.value.elements : [member.value]).enumerated() {
                guard let text = node.string else { continue }
                let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
                let isPair = ["api-key", "set-env"].contains(member.key) && parts.count == 2
                let name = !isPair ? member.key : member.key == "api-key" ? "\(parts[0])-api-key" : parts[0]
                let pointer = member.value.isArray ? "/\(member.key)/\(index)" : "/\(member.key)"
                Credentials.record(
                    isPair ? parts[1] : text, name: name, at: node.position, pointer: pointer, holder: "agent",
                    in: file, for: id, into: &recorder)
            }
        }
    }

    /// Changes of files in the chat are made unasked.
    ///
    /// A command that the model proposes is asked about each time, and refused, not run, when every other question is
    /// answered with yes.
    private func recordGates(into recorder: inout Recorder) {
        let agrees = stack.boolean("yes-always") == true
        let proposes = stack.boolean("suggest-shell-commands") != false
        let gates = [
            ("shell", "always", "suggest-shell-commands"), ("write", "never", "yes-always"),
            ("network", agrees ? "never" : "always", "yes-always"),
        ]
        for (covers, mode, key) in gates {
            stack.record(
                .approval, at: [key],
                ["covers": .text(covers), "mode": .text(mode), "bypassable": .boolean(covers != "shell")],
                into: &recorder)
        }
        var tools = [("edit", "write", "never"), ("web", "network", agrees ? "never" : "always")]
        if proposes { tools.append(("shell", "execute", "always")) }
        for (name, effect, approval) in tools {
            stack.record(
                .tool, at: [name == "shell" ? "suggest-shell-commands" : "yes-always"],
                [
                    "actor": "main", "name": .text(name), "origin": "built-in", "effect": .text(effect),
                    "approval": .text(approval),
                ], into: &recorder)
        }
        stack.record(
            .permission, at: ["yes-always"],
            [
                "actor": "main", "effect": "allow", "capability": "write",
                "target": .text(agrees ? "*" : "files in the chat"), "breadth": agrees ? "any" : "pattern",
                "hazard": "write", "rule": .text(agrees ? "yes-always: true" : "files in the chat"),
                "level": .text(level), "effective": true,
            ], into: &recorder)
    }

    /// Programs that run by themselves after a change.
    private func recordCommands(into recorder: inout Recorder) {
        let switches = [
            ("lint-cmd", stack.boolean("auto-lint") != false), ("test-cmd", stack.boolean("auto-test") == true),
            ("notifications-command", stack.boolean("notifications") == true),
        ]
        for (key, isOn) in switches {
            guard let found = stack.value([key])?.node else { continue }
            for (index, node) in (found.isArray ? found.elements : [found]).enumerated() {
                guard let written = node.string else { continue }
                // `python: flake8` is a language and its program.
                let parts = written.split(separator: ":", maxSplits: 1).map(String.init)
                let isNamed = key == "lint-cmd" && parts.count == 2 && !parts[0].contains(" ")
                let command = isNamed ? parts[1].split(separator: " ").joined(separator: " ") : written
                recorder.record(
                    .hook,
                    KiroAgent.hook(
                        event: key, matcher: isNamed ? parts[0] : nil, command, seconds: nil, level: level, isOn: isOn),
                    for: id, in: file, at: node.position, pointer: found.isArray ? "/\(key)/\(index)" : "/\(key)")
            }
        }
    }

    private func recordModels(into recorder: inout Recorder) {
        let address = stack.text("openai-api-base")
        for key in ["model", "weak-model", "editor-model"] where key == "model" || stack.value([key]) != nil {
            let name = stack.text(key)
            let provider = name.flatMap(ModelName.provider)
            let endpoint = provider == nil || provider == "openai" ? address : nil
            stack.record(
                .model, at: [key],
                [
                    "actor": "main", "provider": Value(provider), "name": Value(name),
                    "pinned": ModelName.pinned(name),
                    "parameters_billion": ModelName.size(name),
                    "endpoint": Value(endpoint.map { Redaction.redact($0) }),
                    "endpoint_tls": Value(endpoint.flatMap { ServerAddress($0).tls }),
                ], into: &recorder)
        }
    }

    private func recordSurroundings(into recorder: inout Recorder) {
        stack.record(
            .sandbox, at: ["suggest-shell-commands"],
            [
                "kind": "none", "enabled": false, "required": false, "escapable": true, "auto_allow": false,
                "filesystem": "full", "network": "open", "weakened": false, "exclusions": 0,
            ], into: &recorder)
        stack.record(
            .egress, at: ["detect-urls"],
            ["destination": "*", "breadth": "any", "effect": "allow", "enforced_by": "permission"], into: &recorder)
        stack.record(
            .memory, at: ["chat-history-file"],
            ["actor": "main", "kind": "transcript", "enabled": true, "scope": "project", "writable_by": "agent"],
            into: &recorder)
        stack.record(
            .telemetry, at: ["chat-history-file"],
            [
                "kind": "transcript", "enabled": true, "destination": "local", "remote": false,
                "captures_actions": true, "captures_prompts": true,
            ], into: &recorder)
        stack.record(.trigger, at: ["watch-files"], ["kind": "human", "untrusted": false], into: &recorder)
        if stack.boolean("watch-files") == true {
            // A comment that ends in AI! starts it, whoever wrote the comment.
            stack.record(.trigger, at: ["watch-files"], ["kind": "event", "expression": "AI comment"], into: &recorder)
        }
    }
}
