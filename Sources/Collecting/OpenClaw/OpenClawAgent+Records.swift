internal import Compliance
internal import Documents

extension OpenClawAgent {
    /// Records the model, those it falls back to, and where they are reached.
    func recordModels(into recorder: inout Recorder) {
        let model = own("model")
        let found = stack.value(model)?.node
        var names: [(path: [String], name: String?)] = []
        if found?.isObject == true {
            names.append((model + ["primary"], found?["primary"]?.string))
            for (index, node) in (found?["fallbacks"]?.elements ?? []).enumerated() {
                names.append((model + ["fallbacks", String(index)], node.string))
            }
        } else {
            names.append((model, found?.string))
        }
        let beat = own("heartbeat", "model")
        if let name = text(beat), !names.contains(where: { $0.name == name }) { names.append((beat, name)) }
        for (path, name) in names {
            let provider = name.flatMap(ModelName.provider)
            let endpoint = provider.flatMap { text(["models", "providers", $0, "baseUrl"]) }
            stack.record(
                .model, at: path,
                [
                    "actor": "main", "provider": Value(provider), "name": Value(name),
                    "pinned": ModelName.pinned(name),
                    "parameters_billion": ModelName.size(name),
                    "endpoint": Value(endpoint.map { Redaction.redact($0) }),
                    "endpoint_tls": Value(endpoint.flatMap { ServerAddress($0).tls }),
                ], into: &recorder)
        }
    }

    /// Records transcripts, notes, the search in them, logs, exports and bounds.
    func recordRecords(into recorder: inout Recorder) {
        stack.record(
            .memory, at: ["session"],
            ["actor": "main", "kind": "transcript", "enabled": true, "scope": "user", "writable_by": "agent"],
            into: &recorder)
        let isRemembering = text(["plugins", "slots", "memory"]) != "none"
        stack.record(
            .memory, at: ["plugins", "slots", "memory"],
            [
                "actor": "main", "kind": "notes", "enabled": .boolean(isRemembering), "scope": "user",
                "writable_by": "agent",
            ], into: &recorder)
        let search = own("memorySearch", "enabled")
        stack.record(
            .memory, at: search,
            [
                "actor": "main", "kind": "vector", "enabled": .boolean(isRemembering && boolean(search) != false),
                "scope": "user", "writable_by": "agent",
            ], into: &recorder)
        stack.record(
            .telemetry, at: ["session"],
            [
                "kind": "transcript", "enabled": true, "destination": "local", "remote": false,
                "captures_actions": true, "captures_prompts": true,
            ], into: &recorder)
        stack.record(
            .telemetry, at: ["logging"],
            [
                "kind": "log", "enabled": .boolean(text(["logging", "level"]) != "silent"), "destination": "local",
                "remote": false, "captures_actions": true, "captures_prompts": false,
            ], into: &recorder)
        recordExport(into: &recorder)
        recordBounds(into: &recorder)
    }

    /// OpenTelemetry, off by default: <https://docs.openclaw.ai/logging>.
    private func recordExport(into recorder: inout Recorder) {
        let otel = ["diagnostics", "otel"]
        let endpoint = text(otel + ["endpoint"])
        let isOn = boolean(otel + ["enabled"]) == true && boolean(["diagnostics", "enabled"]) != false
        let captures = stack.value(otel + ["captureContent"])?.node
        let address = endpoint.map { ServerAddress($0) }
        for (kind, key, usual) in [("trace", "traces", true), ("log", "logs", false)] {
            let isExported = isOn && boolean(otel + [key]) ?? usual
            guard isExported || kind == "trace" else { continue }
            stack.record(
                .telemetry, at: otel + [isOn ? "endpoint" : "enabled"],
                [
                    "kind": .text(kind), "enabled": .boolean(isExported),
                    "destination": Value(endpoint.map { Redaction.redact($0) }),
                    "remote": isExported ? address.map { .boolean($0.kind != "loopback") } ?? .null : false,
                    "tls": Value(address?.tls), "captures_actions": .boolean(isExported),
                    "captures_prompts": .boolean(
                        captures?.boolean == true || captures?["inputMessages"]?.boolean == true),
                ], into: &recorder)
        }
    }

    /// <https://docs.openclaw.ai/tools/subagents>: one level below the main agent, eight at a time.
    private func recordBounds(into recorder: inout Recorder) {
        stack.record(.budget, at: own("timeoutSeconds"), ["actor": "main", "kind": "turns"], into: &recorder)
        if let seconds = stack.value(own("timeoutSeconds"))?.node.number {
            stack.record(
                .budget, at: own("timeoutSeconds"),
                ["actor": "main", "kind": "time", "value": .real(seconds), "unit": "seconds"], into: &recorder)
        }
        for (key, kind, usual, unit) in [
            ("maxSpawnDepth", "depth", 1.0, "levels"), ("maxConcurrent", "concurrency", 8.0, "agents"),
        ] {
            let path = own("subagents", key)
            stack.record(
                .budget, at: path,
                [
                    "actor": "main", "kind": .text(kind), "value": .real(stack.value(path)?.node.number ?? usual),
                    "unit": .text(unit),
                ], into: &recorder)
        }
    }

    /// Records sub-agents, other agents that it may write to, and a gateway elsewhere.
    func recordDelegation(into recorder: inout Recorder) {
        if isPermitted("sessions_spawn") {
            let path = own("subagents", "maxSpawnDepth")
            stack.record(
                .delegation, at: path,
                [
                    "peer": "sub-agents", "transport": "in-process",
                    "depth_limit": .integer(stack.value(path)?.node.integer ?? 1),
                ], into: &recorder)
        }
        if boolean(["tools", "agentToAgent", "enabled"]) == true {
            let peers = stack.value(["tools", "agentToAgent", "allow"])?.node.texts ?? ["*"]
            for peer in peers {
                stack.record(
                    .delegation, at: ["tools", "agentToAgent"], ["peer": .text(peer), "transport": "in-process"],
                    into: &recorder)
            }
        }
        if let url = text(["gateway", "remote", "url"]), text(["gateway", "mode"]) == "remote" {
            let hasToken = ["token", "password"].contains { stack.value(["gateway", "remote", $0]) != nil }
            stack.record(
                .delegation, at: ["gateway", "remote", "url"],
                [
                    "peer": .text("gateway \(ServerAddress(url).host)"), "transport": "http",
                    "tls": Value(ServerAddress(url).tls), "authentication": hasToken ? "token" : .null,
                ], into: &recorder)
        }
    }
}
