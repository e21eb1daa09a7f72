internal import Compliance
internal import Documents

extension CodexAgent {
    /// Records the transcript, and what leaves the machine by OpenTelemetry.
    func recordRecords(into recorder: inout Recorder) {
        let isKept = stack.text("history", "persistence") != "none"
        record(
            .telemetry, at: ["history", "persistence"],
            [
                "kind": "transcript", "enabled": .boolean(isKept), "destination": "local", "remote": false,
                "captures_actions": true, "captures_prompts": true,
            ], into: &recorder)
        record(
            .memory, at: ["history", "persistence"],
            [
                "actor": "main", "kind": "transcript", "enabled": .boolean(isKept), "scope": "user",
                "writable_by": "agent",
            ], into: &recorder)
        let remembers = (stack.requirements.feature("memories") ?? stack.boolean("features", "memories")) == true
        if remembers || stack.boolean("features", "memories") != nil {
            record(
                .memory, at: ["features", "memories"],
                [
                    "actor": "main", "kind": "notes", "enabled": .boolean(remembers), "scope": "user",
                    "retention_days": Value(stack.value("memories", "max_unused_days")?.node.integer),
                    "writable_by": "agent",
                ], into: &recorder)
        }
        recordExporter("exporter", kind: "log", into: &recorder)
        if stack.value("otel", "trace_exporter") != nil {
            recordExporter("trace_exporter", kind: "trace", into: &recorder)
        }
    }

    private func recordExporter(_ key: String, kind: String, into recorder: inout Recorder) {
        let exporter = stack.value("otel", key)
        let endpoint = exporter?.node.members.lazy.compactMap { $0.value["endpoint"]?.string }.first
        let address = endpoint.map { ServerAddress($0) }
        for member in exporter?.node.members ?? [] {
            guard let headers = member.value["headers"], let exporter else { continue }
            Credentials.record(
                environment: headers, pointer: "\(exporter.pointer)/\(Node.escape(member.key))/headers",
                holder: "agent", in: exporter.layer.file, for: id, into: &recorder)
        }
        record(
            .telemetry, at: ["otel", key],
            [
                "kind": .text(kind), "enabled": .boolean(endpoint != nil),
                "destination": Value(endpoint.map { Redaction.redact($0) }),
                "remote": .boolean(address != nil && address?.kind != "loopback"), "tls": Value(address?.tls),
                "captures_actions": .boolean(endpoint != nil),
                "captures_prompts": .boolean(kind == "log" && stack.boolean("otel", "log_user_prompt") == true),
            ], into: &recorder)
    }

    /// Records the bounds on sub-agents; Codex has none on turns.
    func recordBounds(into recorder: inout Recorder) {
        let bounds = [("max_depth", "depth", 1.0, "levels"), ("max_threads", "concurrency", 6.0, "threads")]
        for (key, kind, usual, unit) in bounds {
            record(
                .budget, at: ["agents", key],
                [
                    "actor": "main", "kind": .text(kind),
                    "value": .real(stack.value("agents", key)?.node.number ?? usual), "unit": .text(unit),
                ], into: &recorder)
        }
        if let seconds = stack.value("agents", "job_max_runtime_seconds")?.node.number {
            record(
                .budget, at: ["agents", "job_max_runtime_seconds"],
                ["actor": "main", "kind": "time", "value": .real(seconds), "unit": "seconds"], into: &recorder)
        }
        record(.budget, at: ["agents"], ["actor": "main", "kind": "turns"], into: &recorder)
    }

    /// Records that it can start sub-agents of its own: built in, and those that settings name.
    ///
    /// <https://developers.openai.com/codex/subagents>
    func recordDelegation(into recorder: inout Recorder) {
        let isOn = (stack.requirements.feature("multi_agent") ?? stack.boolean("features", "multi_agent")) != false
        guard isOn else { return }
        let depth = Value.integer(stack.value("agents", "max_depth")?.node.integer ?? 1)
        record(
            .delegation, at: ["agents", "max_depth"],
            ["peer": "built-in sub-agents", "transport": "in-process", "depth_limit": depth], into: &recorder)
        let files = Set(files(.subAgent).compactMap { $0.file.document?.root["name"]?.string })
        for name in stack.keys("agents")
        where !files.contains(name)
            && stack.value("agents", name)?.node.isObject == true
        {
            record(
                .delegation, at: ["agents", name],
                ["peer": .text(name), "transport": "in-process", "depth_limit": depth], into: &recorder)
        }
    }

    /// Records the model and the address that it is reached at.
    func recordModels(into recorder: inout Recorder) {
        let name = stack.text("model")
        let provider = stack.text("model_provider")
        let path =
            provider.map { ["model_providers", $0, "base_url"] } ?? ["openai_base_url"]
        let endpoint = stack.value(path)?.node.string
        record(
            .model, at: name == nil && endpoint != nil ? path : ["model"],
            [
                "actor": "main", "provider": .text(provider ?? "OpenAI"), "name": Value(name),
                "pinned": ModelName.pinned(name),
                "parameters_billion": ModelName.size(name), "endpoint": Value(endpoint.map { Redaction.redact($0) }),
                "endpoint_tls": Value(endpoint.flatMap { ServerAddress($0).tls }),
            ], into: &recorder)
    }
}
