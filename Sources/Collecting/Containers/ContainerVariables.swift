internal import Compliance
internal import Documents

/// What the variables of a container say: secrets, MCP servers, models behind other addresses, where records go.
///
/// <https://opentelemetry.io/docs/specs/otel/protocol/exporter/>
enum ContainerVariables {
    typealias Variable = (name: String, value: String?, node: Node, pointer: String)

    /// `neighbours` are the services that the container reaches by name without leaving the machine.
    static func record(
        _ variables: [Variable], client: String, neighbours: Set<String> = [], _ scribe: inout Scribe
    ) {
        let values = Dictionary(variables.map { ($0.name, $0.value ?? "") }) { $1 }
        for variable in variables {
            guard let value = variable.value else { continue }
            scribe.credential(value, name: variable.name, at: variable.node, holder: "agent", variable.pointer)
            guard value.hasPrefix("http://") || value.hasPrefix("https://") else { continue }
            switch variable.name {
            case let name where name.hasPrefix("OTEL_EXPORTER_OTLP") && name.hasSuffix("ENDPOINT"):
                telemetry(variable, value, values, &scribe)
            case "OPENAI_BASE_URL", "ANTHROPIC_BASE_URL", "OPENAI_API_BASE", "AZURE_OPENAI_ENDPOINT":
                scribe.model(
                    "main", provider: variable.name.hasPrefix("ANTHROPIC") ? "Anthropic" : "OpenAI",
                    name: values["OPENAI_MODEL_NAME"] ?? values["ANTHROPIC_MODEL"] ?? values["AI_DEFAULT_MODEL"],
                    endpoint: isUsual(value) ? nil : value, at: variable.node, variable.pointer)
            case let name where name.hasPrefix("MCP") || name.contains("_MCP_"):
                scribe.remoteServer(
                    name, url: value, client: client, isCluster: true,
                    isNeighbour: neighbours.contains(ServerAddress(value).host), at: variable.node, variable.pointer)
            default: break
            }
        }
    }

    private static func isUsual(_ url: String) -> Bool {
        ["api.openai.com", "api.anthropic.com"].contains(ServerAddress(url).host)
    }

    private static func telemetry(
        _ variable: Variable, _ url: String, _ values: [String: String], _ scribe: inout Scribe
    ) {
        let server = ServerAddress(url)
        let kind = variable.name.contains("LOGS") ? "log" : variable.name.contains("METRICS") ? "metric" : "trace"
        let content = values["OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT"]
        scribe.add(
            .telemetry, at: variable.node, variable.pointer,
            [
                "kind": .text(kind), "enabled": .boolean(values["OTEL_SDK_DISABLED"] != "true"),
                "destination": .text(Redaction.redact(url)), "remote": .boolean(server.kind != "loopback"),
                "tls": Value(server.tls), "captures_prompts": content.map { .boolean($0 != "false") } ?? .null,
            ])
    }
}
