internal import Compliance
internal import Documents

extension ClaudeAgent {
    /// Records what is written down of the agent's actions.
    ///
    /// <https://code.claude.com/docs/en/monitoring-usage>
    func recordTelemetry(into recorder: inout Recorder) {
        let isOn = ["1", "true"].contains(settings.variable("CLAUDE_CODE_ENABLE_TELEMETRY")?.lowercased())
        if hasDefaults || settings.value("env", "CLAUDE_CODE_ENABLE_TELEMETRY") != nil {
            recordExport("log", signal: "LOGS", isOn, into: &recorder)
            for (kind, signal) in [("metric", "METRICS"), ("trace", "TRACES")]
            where settings.variable("OTEL_\(signal)_EXPORTER") != nil {
                recordExport(kind, signal: signal, isOn, into: &recorder)
            }
        }
        recordTranscript(into: &recorder)
    }

    private func recordExport(_ kind: String, signal: String, _ isOn: Bool, into recorder: inout Recorder) {
        let exporters = (settings.variable("OTEL_\(signal)_EXPORTER") ?? "none").split(separator: ",").map {
            String($0.filter { !$0.isWhitespace })
        }
        let sends = isOn && exporters.contains("otlp")
        let names = ["OTEL_EXPORTER_OTLP_\(signal)_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT"]
        let name = names.first { settings.variable($0) != nil }
        // The OpenTelemetry default is a collector on the same machine.
        let address = sends ? name.flatMap { settings.variable($0) } ?? "http://localhost:4317" : nil
        let server = address.map { ServerAddress($0) }
        let isEnabled = isOn && exporters.contains { $0 != "none" }
        let isUnknown = !settings.broken.isEmpty && !isEnabled
        record(
            .telemetry, at: ["env", isEnabled ? name ?? "OTEL_\(signal)_EXPORTER" : "CLAUDE_CODE_ENABLE_TELEMETRY"],
            [
                "kind": .text(kind), "enabled": isUnknown ? nil : .boolean(isEnabled),
                "destination": Value(address.map { Redaction.redact($0) } ?? (isEnabled ? "local" : nil)),
                "remote": isUnknown ? nil : .boolean(server.map { $0.kind != "loopback" } ?? false),
                "tls": Value(server?.tls),
                "captures_actions": isUnknown ? nil : .boolean(isEnabled && kind != "metric"),
                "captures_prompts": isUnknown
                    ? nil : .boolean(isEnabled && ["1", "true"].contains(settings.variable("OTEL_LOG_USER_PROMPTS"))),
            ], into: &recorder)
    }

    /// Transcripts lie on the user's machine for `cleanupPeriodDays`; they are a log and a memory at once.
    private func recordTranscript(into recorder: inout Recorder) {
        let written = settings.value("cleanupPeriodDays")?.node.integer
        guard written != nil || hasDefaults else { return }
        let days = written ?? (settings.broken.isEmpty ? 30 : nil)
        record(
            .telemetry, at: ["cleanupPeriodDays"],
            [
                "kind": "transcript", "enabled": Value(days.map { $0 > 0 }), "destination": "local", "remote": false,
                "captures_actions": true, "captures_prompts": true, "retention_days": Value(days),
            ], into: &recorder)
        record(
            .memory, at: ["cleanupPeriodDays"],
            [
                "actor": "main", "kind": "transcript", "enabled": Value(days.map { $0 > 0 }), "scope": "user",
                "retention_days": Value(days), "writable_by": "agent",
            ], into: &recorder)
    }

    /// Records the notes that the agent keeps between sessions, and the bounds of one run.
    ///
    /// <https://code.claude.com/docs/en/memory>
    func recordMemory(into recorder: inout Recorder) {
        guard hasDefaults else { return }
        let isOff = settings.variable("CLAUDE_CODE_DISABLE_AUTO_MEMORY") == "1"
        let isOn = isOff ? false : settings.boolean("autoMemoryEnabled", default: true)
        record(
            .memory, at: [isOff ? "env" : "autoMemoryEnabled"],
            ["actor": "main", "kind": "notes", "enabled": Value(isOn), "scope": "project", "writable_by": "agent"],
            into: &recorder)
        // Turns are bounded on the command line only.
        record(.budget, at: ["maxTurns"], ["actor": "main", "kind": "turns", "unit": "turns"], into: &recorder)
        let tokens = settings.variable("CLAUDE_CODE_MAX_OUTPUT_TOKENS").flatMap { Int($0) }
        if let tokens {
            record(
                .budget, at: ["env", "CLAUDE_CODE_MAX_OUTPUT_TOKENS"],
                ["actor": "main", "kind": "tokens", "value": .real(Double(tokens)), "unit": "tokens for one answer"],
                into: &recorder)
        }
    }
}
