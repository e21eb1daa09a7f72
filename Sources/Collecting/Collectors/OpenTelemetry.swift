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
            anyOf: [["receivers:", "exporters:", "pipelines:"]], admits: ContentMark.extensions("yaml", "yml")),
        ContentMark(
            ArtifactKind("compose services", .yaml, isOptional: true),
            anyOf: ["opentelemetry-collector", "otel/", "otelcol", "otel-lgtm", "langfuse/langfuse"].map {
                ["services:", $0]
            },
            admits: ContentMark.extensions("yaml", "yml")),
    ]

    /// Words of configurations that are about agents or models.
    private static let words = [
        "gen_ai", "genai", "claude", "codex", "gemini", "llm", "mcp", "agent", "openai", "anthropic", "langfuse",
        "langsmith", "openinference", "traceloop",
    ]

    /// Words of neighbours that are no agents for models, and stand in files that start one collector of many.
    private static let others: Set<String> = ["mcp", "agent"]

    private static func speaks(_ file: SourceFile, of words: [String]) -> Bool {
        file.lines.contains { line in words.contains { line.lowercased().contains($0) } }
    }

    func collect(_ files: [SourceFile], beside evidence: inout Evidence, into recorder: inout Recorder) {
        let composed = files.filter { $0.kind.name == "compose services" }
        let stacks = composed.compactMap(RecordStack.init)
        let products = Self.words.filter { !Self.others.contains($0) }
        let configurations = files.filter { $0.kind.name != "compose services" }
        for stack in stacks where Self.speaks(stack.file, of: products) {
            guard !configurations.contains(where: stack.hands) else { continue }
            recordAlone(stack, into: &recorder)
        }
        for file in configurations {
            let stack = stacks.first { $0.hands(file) }
            let isMeant = Self.speaks(file, of: Self.words) || stack.map { Self.speaks($0.file, of: products) } == true
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
                if let owner = senders.map(\.agent).min() { stack?.record(for: owner, into: &recorder) }
                guard senders.isEmpty, isMeant else { continue }
                let id = AgentID("opentelemetry@\(file.path.folder.text)")
                var scribe = Scribe(id, file, for: recorder)
                // What a Compose file starts is in force.
                scribe.declare(
                    product: "OpenTelemetry Collector", kind: stack == nil ? "policy-template" : "application",
                    plans: false)
                scribe.cover([.telemetry, .egress], .complete)
                scribe.cover([.credential], .partial, because: "extensions may hold others")
                scribe.settings(node, pointer)
                pipelines.recordAll(&scribe)
                pipelines.recordExporters(&scribe)
                recorder.merge(scribe.recorder)
                stack?.record(for: id, into: &recorder)
                if stack != nil { recorder.cover(id, .component, .complete) }
            }
        }
    }

    /// A stack whose collector is configured elsewhere: what its stores leave open is known all the same.
    private func recordAlone(_ stack: RecordStack, into recorder: inout Recorder) {
        let id = AgentID("opentelemetry@\(stack.file.path.folder.text)")
        recorder.declare(
            id, product: "OpenTelemetry Collector", kind: "application", level: "project", plans: false, in: stack.file)
        recorder.cover(id, .component, .complete)
        for table in [Table.telemetry, .egress, .credential] {
            recorder.cover(id, table, .partial, because: "the configuration of the collector is not among the files")
        }
        stack.record(for: id, into: &recorder)
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
