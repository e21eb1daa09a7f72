internal import Compliance
internal import Documents

/// OpenTelemetry Collector: where the records of agents go after they left them.
///
/// Interpreted by collector 0.13x. A configuration is joined to the agents that send to one of its ports; otherwise it stands
/// for itself when it speaks of agents or models.
struct OpenTelemetry: Companion {
    let name = "opentelemetry"
    let summary = "OpenTelemetry Collector: pipelines, exporters, TLS, retention, of the records that agents send to it"
    let documentation = [
        "https://opentelemetry.io/docs/collector/configuration/",
        "https://github.com/open-telemetry/opentelemetry-collector/blob/main/config/configtls/README.md",
        "https://github.com/open-telemetry/opentelemetry-collector/blob/main/receiver/otlpreceiver/README.md",
        "https://opentelemetry.io/docs/specs/semconv/gen-ai/",
    ]

    func kind(of path: FilePath) -> ArtifactKind? { nil }

    let marks = [
        ContentMark(
            ArtifactKind("opentelemetry collector", .yaml, isOptional: true),
            anyOf: [["receivers:", "exporters:", "pipelines:"]], admits: ContentMark.extensions("yaml", "yml"))
    ]

    /// Words of configurations that are about agents or models.
    private static let words = [
        "gen_ai", "genai", "claude", "codex", "gemini", "llm", "mcp", "agent", "openai", "anthropic", "langfuse",
        "langsmith", "openinference", "traceloop",
    ]

    func collect(_ files: [SourceFile], beside evidence: inout Evidence, into recorder: inout Recorder) {
        for file in files {
            let isMeant = file.lines.contains { line in Self.words.contains { line.lowercased().contains($0) } }
            guard let root = file.document?.root else {
                refuse(file, beside: evidence, into: &recorder)
                continue
            }
            for (node, pointer) in Self.configurations(root) {
                let pipelines = Pipelines(root: node, pointer: pointer)
                let senders = evidence[.telemetry].filter(pipelines.receives)
                for row in senders {
                    var scribe = Scribe(row.agent, file, for: recorder)
                    pipelines.record(forwarding: row, &scribe)
                    recorder.merge(scribe.recorder)
                }
                for agent in Set(senders.map(\.agent)).sorted() {
                    var scribe = Scribe(agent, file, for: recorder)
                    pipelines.recordExporters(&scribe)
                    recorder.merge(scribe.recorder)
                }
                guard senders.isEmpty, isMeant else { continue }
                var scribe = Scribe(AgentID("opentelemetry@\(file.path.folder.text)"), file, for: recorder)
                scribe.declare(product: "OpenTelemetry Collector", kind: "policy-template", plans: false)
                scribe.cover([.telemetry, .egress], .complete)
                scribe.cover([.credential], .partial, because: "extensions may hold others")
                scribe.settings(node, pointer)
                pipelines.recordAll(&scribe)
                pipelines.recordExporters(&scribe)
                recorder.merge(scribe.recorder)
            }
        }
    }

    /// The file itself, or the objects of the operator in it.
    private static func configurations(_ root: Node) -> [(node: Node, pointer: String)] {
        let documents = root.isArray ? root.elements.enumerated().map { ($1, "/\($0)") } : [(root, "")]
        return documents.compactMap { node, pointer in
            if node["kind"]?.string == "OpenTelemetryCollector" {
                return node[path: ["spec", "config"]].map { ($0, pointer + "/spec/config") }
            }
            return node["receivers"]?.isObject == true && node["service"]?.isObject == true ? (node, pointer) : nil
        }
    }

    private func refuse(_ file: SourceFile, beside evidence: Evidence, into recorder: inout Recorder) {
        for agent in AgentFolders(evidence.agents).agents(inside: file.path.folder) {
            recorder.refuse(file, for: agent, tables: [.telemetry])
        }
    }
}
