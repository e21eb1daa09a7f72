internal import Compliance
internal import Documents

/// Declarative agents of Microsoft 365 Copilot and their API plug-ins.
///
/// Interpreted by the schemas 1.8 of the manifest and 2.4 of the plug-in (August 2026).
struct M365Agents: Collector {
    let name = "m365-agents"
    let summary = "Microsoft 365 Copilot: declarative agents, API plug-ins"
    let documentation = [
        "https://learn.microsoft.com/en-us/microsoft-365-copilot/extensibility/declarative-agent-manifest-1.6",
        "https://learn.microsoft.com/en-us/microsoft-365-copilot/extensibility/plugin-manifest-2.4",
        "https://learn.microsoft.com/en-us/microsoft-365-copilot/extensibility/api-plugin-confirmation-prompts",
    ]

    func kind(of path: FilePath) -> ArtifactKind? {
        path.name == "declarativeAgent.json" ? ArtifactKind("m365 declarative agent", .json) : nil
    }

    let marks = [
        ContentMark(
            ArtifactKind("m365 declarative agent", .json), anyOf: [["copilot/declarative-agent/v"]],
            admits: ContentMark.extensions("json")),
        ContentMark(
            ArtifactKind("m365 plug-in", .json),
            anyOf: [["copilot/plugin/v"], ["\"name_for_human\"", "\"runtimes\""]],
            admits: ContentMark.extensions("json")),
        ContentMark(
            ArtifactKind("m365 openapi", .json, isOptional: true), anyOf: [["x-openai-isConsequential"]],
            isAuxiliary: true, admits: ContentMark.extensions("json")),
        ContentMark(
            ArtifactKind("m365 openapi", .yaml, isOptional: true), anyOf: [["x-openai-isConsequential"]],
            isAuxiliary: true, admits: ContentMark.extensions("yaml", "yml")),
    ]

    private static let tables: [Table] = [.tool, .dataSource, .instruction, .mcpServer, .delegation]

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {
        let agents = files.filter { $0.kind.name == "m365 declarative agent" }
        for file in agents {
            let id = Self.id(file)
            var scribe = begin(id, file, recorder)
            if let root = file.document?.root { M365Manifest(root: root).record(&scribe) }
            recorder.merge(scribe.recorder)
        }
        for file in files where file.kind.name == "m365 plug-in" {
            let users = agents.filter { agent in
                (agent.document?.root["actions"]?.elements ?? []).contains { action in
                    action["file"]?.string.map {
                        FilePath(agent.path.folder.components + FilePath($0).components) == file.path
                    } ?? false
                }
            }
            for id in users.isEmpty ? [Self.id(file)] : users.map(Self.id) {
                guard let root = file.document?.root else {
                    recorder.merge(begin(id, file, recorder).recorder)
                    continue
                }
                var plugin = M365Plugin(root: root)
                for interface in Self.interfaces(of: root, in: file, among: files) {
                    var operations = M365Operations()
                    interface.document.map { operations.read($0.root) }
                    interface.document.map { plugin.operations.read($0.root) }
                    var scribe = begin(id, interface, recorder)
                    operations.record(&scribe)
                    recorder.merge(scribe.recorder)
                }
                var scribe = begin(id, file, recorder)
                plugin.record(&scribe)
                recorder.merge(scribe.recorder)
            }
        }
    }

    /// The OpenAPI files that the runtimes of a plug-in name.
    private static func interfaces(of root: Node, in file: SourceFile, among files: [SourceFile]) -> [SourceFile] {
        let paths = (root["runtimes"]?.elements ?? []).compactMap { runtime in
            runtime[path: ["spec", "url"]]?.string.map { FilePath($0, from: file.path.folder) }
        }
        return files.filter { $0.kind.name == "m365 openapi" && paths.contains($0.path) }
    }

    private static func id(_ file: SourceFile) -> AgentID {
        let stem = file.path.name.split(separator: ".").first.map(String.init) ?? ""
        return AgentID("m365@\(file.path.folder.text)" + (stem == "declarativeAgent" ? "" : "#\(stem)"))
    }

    private func begin(_ id: AgentID, _ file: SourceFile, _ recorder: Recorder) -> Scribe {
        var scribe = Scribe(id, file, for: recorder)
        scribe.declare(product: "Microsoft 365 Copilot", plans: true)
        scribe.cover(Self.tables, .complete)
        scribe.cover([.credential], .partial, because: "secrets are registered with the tenant")
        scribe.cover([.telemetry, .guardrail, .model], .none, because: "the tenant decides it, not the manifest")
        if file.refusal != nil { scribe.refuse(Self.tables) }
        return scribe
    }
}
