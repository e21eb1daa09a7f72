internal import Compliance
internal import Documents

/// Agents that Microsoft's frameworks declare in files: Agent Framework and Foundry, Semantic Kernel, Prompty.
///
/// Interpreted by AgentSchema 1.0 and the samples of August 2026, Semantic Kernel 1.3x, Prompty of 2025. Functions are code and
/// are not read.
struct AgentFramework: Collector {
    let name = "agent-framework"
    let summary = "Microsoft Agent Framework, Foundry and Semantic Kernel agents in YAML, workflows, Prompty"
    let documentation = [
        "https://learn.microsoft.com/en-us/agent-framework/agents/declarative",
        "https://github.com/microsoft/AgentSchema",
        "https://learn.microsoft.com/en-us/semantic-kernel/frameworks/agent/agent-templates",
        "https://learn.microsoft.com/en-us/azure/ai-foundry/agents/how-to/tools/model-context-protocol",
        "https://prompty.ai/docs/prompty-file-format",
    ]

    func kind(of path: FilePath) -> ArtifactKind? {
        path.name.hasSuffix(".prompty") ? ArtifactKind("prompty", .markdown) : nil
    }

    let marks = [
        ContentMark(
            ArtifactKind("microsoft agent", .yaml, isOptional: true),
            anyOf: [
                ["kind: Prompt", "model:"], ["kind: prompt", "model:"], ["kind: hosted", "protocols:"],
                ["kind: Workflow", "actions:"], ["kind: workflow", "actions:"], ["type: foundry_agent"],
                ["type: chat_completion_agent"], ["type: openai_assistant"], ["type: azure_assistant"],
                ["type: openai_responses"], ["type: azure_openai_responses"],
            ],
            admits: ContentMark.extensions("yaml", "yml"))
    ]

    private static let tables: [Table] = [
        .tool, .approval, .model, .instruction, .mcpServer, .credential, .delegation, .egress, .dataSource,
    ]

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {
        for file in files {
            let stem = file.path.name.split(separator: ".").first.map(String.init) ?? "agent"
            let id = AgentID("agent-framework@\(file.path.folder.text)#\(stem)")
            var scribe = Scribe(id, file, for: recorder)
            guard let document = file.document else {
                scribe.declare(product: "Microsoft Agent Framework", plans: nil)
                scribe.refuse(Self.tables)
                recorder.merge(scribe.recorder)
                continue
            }
            if file.kind.name == "prompty" {
                scribe.declare(product: "Prompty", plans: true)
                Prompty(document: document).record(&scribe)
            } else {
                guard let kind = DeclaredAgent.kind(of: document.root) else { continue }
                scribe.declare(product: kind.product, kind: kind.agent, plans: kind.plans)
                DeclaredAgent(root: document.root, form: kind.form).record(&scribe)
            }
            recorder.merge(scribe.recorder)
        }
    }
}
