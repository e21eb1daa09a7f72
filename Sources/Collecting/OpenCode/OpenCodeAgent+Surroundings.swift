internal import Compliance
internal import Documents

extension OpenCodeAgent {
    /// Records that nothing isolates it, what it keeps, and what leaves the machine.
    func recordSurroundings(into recorder: inout Recorder) {
        let rules = rules
        let shell = Self.gate(rules, "bash")
        stack.record(
            .sandbox, at: ["permission"],
            [
                "kind": "none", "enabled": false, "required": false, "escapable": true,
                "auto_allow": Value(shell.map { $0 == "never" }), "filesystem": "full", "network": "open",
                "weakened": false, "exclusions": 0, "covers_mcp": false,
            ], into: &recorder)
        if rules.decision("webfetch")?.action == "allow" || rules.decision("bash")?.action == "allow" {
            stack.record(
                .egress, at: rules.decision("webfetch")?.place?.path ?? ["permission"],
                ["destination": "*", "breadth": "any", "effect": "allow", "enforced_by": "permission"],
                into: &recorder)
        }
        for rule in rules.rules where rule.key == "external_directory" && rule.action == "allow" {
            guard let place = rule.place else { continue }
            recorder.record(
                .dataSource,
                [
                    "kind": "folder", "name": .text(rule.pattern == "*" ? "/" : rule.pattern),
                    "write_access": .boolean(rules.decision("edit")?.action != "deny"),
                ], for: id, in: place.layer.file, at: place.position, pointer: Node.pointer(place.path))
        }
        if let all = rules.decision("external_directory"), all.key == "*", all.action == "allow", let place = all.place
        {
            recorder.record(
                .dataSource, ["kind": "folder", "name": "/", "write_access": true], for: id, in: place.layer.file,
                at: place.position, pointer: Node.pointer(place.path))
        }
        recordRecords(into: &recorder)
    }

    /// Sessions are kept, and shared only when somebody asks for it; an update installs itself.
    private func recordRecords(into recorder: inout Recorder) {
        stack.record(
            .memory, at: ["snapshot"],
            ["actor": "main", "kind": "transcript", "enabled": true, "scope": "user", "writable_by": "agent"],
            into: &recorder)
        stack.record(
            .telemetry, at: ["logLevel"],
            [
                "kind": "transcript", "enabled": true, "destination": "local", "remote": false,
                "captures_actions": true, "captures_prompts": true,
            ], into: &recorder)
        if stack.text("share") == "auto" || stack.boolean("autoshare") == true {
            stack.record(
                .telemetry, at: [stack.text("share") == "auto" ? "share" : "autoshare"],
                [
                    "kind": "transcript", "enabled": true, "destination": "opencode.ai", "remote": true, "tls": true,
                    "captures_actions": true, "captures_prompts": true,
                ], into: &recorder)
        }
        stack.record(
            .telemetry, at: ["experimental", "openTelemetry"],
            [
                "kind": "trace", "enabled": .boolean(stack.boolean("experimental", "openTelemetry") == true),
                "captures_actions": true,
            ], into: &recorder)
        let steps = stack.value(["agent", primary, "steps"]) ?? stack.value(["agent", primary, "maxSteps"])
        stack.record(
            .budget, at: steps?.path ?? ["agent", primary],
            [
                "actor": "main", "kind": "turns", "value": steps?.node.number.map(Value.real) ?? .null,
                "unit": "steps",
            ], into: &recorder)
    }

    /// Records the models and where they are reached.
    func recordModels(into recorder: inout Recorder) {
        let chosen = stack.value(["agent", primary, "model"]) == nil ? ["model"] : ["agent", primary, "model"]
        record(model: chosen, actor: "main", into: &recorder)
        if stack.value(["small_model"]) != nil { record(model: ["small_model"], actor: "main", into: &recorder) }
    }

    /// Records the model that a setting names; none when it is chosen in the program.
    func record(model path: [String], actor: String, into recorder: inout Recorder) {
        let name = stack.value(path)?.node.string
        let provider = name.flatMap(ModelName.provider)
        let options = ["provider", provider ?? "", "options"]
        let address = stack.value(options + ["endpoint"]) ?? stack.value(options + ["baseURL"])
        let endpoint = provider == nil ? nil : address?.node.string
        stack.record(
            .model, at: path,
            [
                "actor": .text(actor), "provider": Value(provider), "name": Value(name),
                "pinned": ModelName.pinned(name),
                "parameters_billion": ModelName.size(name),
                "endpoint": Value(endpoint.map { Redaction.redact($0) }),
                "endpoint_tls": Value(endpoint.flatMap { ServerAddress($0).tls }),
            ], into: &recorder)
    }
}
