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
                var scribe = begin(id, file, recorder)
                if let root = file.document?.root { M365Plugin(root: root).record(&scribe) }
                recorder.merge(scribe.recorder)
            }
        }
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
