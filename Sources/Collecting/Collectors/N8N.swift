internal import Compliance
internal import Documents

/// n8n: exported workflows with agents in them.
///
/// Interpreted as of August 2026. What a node does by default is recorded where its export says nothing.
struct N8N: Collector {
    let name = "n8n"
    let summary = "n8n: exported workflows: triggers, agents, tools, models, memory, credentials"
    let documentation = [
        "https://docs.n8n.io/workflows/export-import/",
        "https://docs.n8n.io/integrations/builtin/cluster-nodes/root-nodes/n8n-nodes-langchain.agent/",
        "https://docs.n8n.io/integrations/builtin/core-nodes/n8n-nodes-base.webhook/",
        "https://docs.n8n.io/advanced-ai/human-in-the-loop-tools/",
    ]

    func kind(of path: FilePath) -> ArtifactKind? { nil }

    // Workflows without a model are automation, not agents.
    let marks = [
        ContentMark(
            ArtifactKind("n8n workflow", .json), anyOf: [["\"nodes\"", "\"connections\"", "n8n-nodes-langchain."]],
            admits: ContentMark.extensions("json")),
        ContentMark(
            Self.credentials, anyOf: [["\"nodesAccess\"", "\"data\""], ["\"data\": \"U2FsdGVkX1", "\"type\""]],
            isAuxiliary: true, admits: ContentMark.extensions("json")),
    ]

    private static let credentials = ArtifactKind("n8n credentials", .json)

    private static let tables: [Table] = [
        .trigger, .tool, .model, .memory, .credential, .guardrail, .approval, .instruction, .mcpServer, .budget,
    ]

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {
        let workflows = files.filter { $0.kind != Self.credentials }
        for file in workflows {
            var scribe = Scribe(Self.id(file), file, for: recorder)
            guard let root = file.document?.root, root["nodes"]?.isArray == true else {
                scribe.declare(product: "n8n", kind: "workflow", plans: nil)
                scribe.refuse(Self.tables)
                recorder.merge(scribe.recorder)
                continue
            }
            let workflow = N8NWorkflow(root: root)
            scribe.declare(product: "n8n", kind: "workflow", plans: workflow.hasAgent)
            scribe.cover(Self.tables, .complete)
            scribe.cover([.telemetry], .none, because: "executions are recorded by the instance, not by the workflow")
            workflow.record(&scribe)
            recorder.merge(scribe.recorder)
        }
        let agents = AgentFolders(workflows.map(Self.id))
        for file in files where file.kind == Self.credentials {
            guard let owner = agents.closest(to: file.path) else { continue }
            var scribe = Scribe(owner, file, for: recorder)
            if let root = file.document?.root { N8NCredentials(root: root).record(&scribe) }
            if file.refusal != nil { scribe.refuse([.credential]) }
            recorder.merge(scribe.recorder)
        }
    }

    private static func id(_ file: SourceFile) -> AgentID {
        let stem = file.path.name.split(separator: ".").first.map(String.init) ?? ""
        return AgentID("n8n@\(file.path.folder.text)#\(stem)")
    }
}
