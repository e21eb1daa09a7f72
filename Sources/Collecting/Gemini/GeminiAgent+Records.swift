internal import Compliance
internal import Documents

extension GeminiAgent {
    /// Records the transcript, what OpenTelemetry sends, what is remembered, and the bound on turns.
    ///
    /// <https://geminicli.com/docs/cli/telemetry>
    func recordRecords(into recorder: inout Recorder) {
        scribe.record(
            .telemetry, at: ["general", "sessionRetention"],
            [
                "kind": "transcript", "enabled": true, "destination": "local", "remote": false,
                "captures_actions": true, "captures_prompts": true, "retention_days": Value(retention),
            ], into: &recorder)
        let isOn = stack.boolean("telemetry", "enabled") == true
        let isCloud = stack.text("telemetry", "target") == "gcp"
        let file = stack.text("telemetry", "outfile")
        let address = stack.text("telemetry", "otlpEndpoint").map { ServerAddress($0) }
        let isRemote = file == nil && (isCloud || address.map { $0.kind != "loopback" } == true)
        scribe.record(
            .telemetry, at: ["telemetry", "enabled"],
            [
                "kind": "log", "enabled": .boolean(isOn),
                "destination": !isOn
                    ? .null
                    : file != nil
                        ? "local"
                        : isCloud
                            ? "Google Cloud"
                            : .text(stack.text("telemetry", "otlpEndpoint").map { Redaction.redact($0) } ?? "local"),
                "remote": .boolean(isOn && isRemote),
                "tls": isOn && isRemote ? isCloud ? true : Value(address?.tls) : .null,
                "captures_actions": .boolean(isOn),
                "captures_prompts": .boolean(isOn && stack.boolean("telemetry", "logPrompts") != false),
            ], into: &recorder)
        scribe.record(
            .memory, at: ["general", "sessionRetention"],
            [
                "actor": "main", "kind": "transcript", "enabled": true, "scope": "user",
                "retention_days": Value(retention), "writable_by": "agent",
            ], into: &recorder)
        // `save_memory` writes the user's GEMINI.md.
        scribe.record(
            .memory, at: ["tools", "exclude"],
            ["actor": "main", "kind": "notes", "enabled": true, "scope": "user", "writable_by": "agent"],
            into: &recorder)
        let turns = stack.number("model", "maxSessionTurns").flatMap { $0 > 0 ? $0 : nil }
        scribe.record(
            .budget, at: ["model", "maxSessionTurns"],
            ["actor": "main", "kind": "turns", "value": turns.map(Value.real) ?? .null, "unit": "turns"],
            into: &recorder)
    }

    /// Days after which sessions are deleted: 30 unless a file says otherwise; nil when they are kept.
    private var retention: Int? {
        guard stack.boolean("general", "sessionRetention", "enabled") != false else { return nil }
        let text = stack.text("general", "sessionRetention", "maxAge") ?? "30d"
        guard let count = Int(text.dropLast()) else { return nil }
        return switch text.last {
        case "h": (count + 23) / 24
        case "d": count
        case "w": count * 7
        case "m": count * 30
        default: nil
        }
    }

    /// Records the model; without a name the product routes between several.
    func recordModel(into recorder: inout Recorder) {
        let name = stack.text("model", "name")
        scribe.record(
            .model, at: ["model", "name"],
            [
                "actor": "main", "provider": "Google", "name": Value(name),
                "pinned": ModelName.pinned(name),
                "parameters_billion": ModelName.size(name),
            ], into: &recorder)
    }
}
