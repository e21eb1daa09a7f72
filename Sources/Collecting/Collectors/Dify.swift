internal import Compliance
internal import Documents

/// Dify: exported apps (DSL) with agents, models, tools.
///
/// Interpreted by DSL 0.1.5 to 0.4.
struct Dify: Collector {
    let name = "dify"
    let summary = "Dify: exported apps: models, agents and their tools, code, HTTP requests, moderation"
    let documentation = [
        "https://docs.dify.ai/en/guides/management/app-management",
        "https://docs.dify.ai/en/guides/workflow/node/agent",
        "https://docs.dify.ai/en/guides/workflow/node/http-request",
    ]

    func kind(of path: FilePath) -> ArtifactKind? { nil }

    let marks = [
        ContentMark(
            ArtifactKind("dify app", .yaml),
            anyOf: [["kind: app", "app:", "mode:", "workflow:"], ["kind: app", "model_config:"]],
            admits: ContentMark.extensions("yml", "yaml"))
    ]

    private static let tables: [Table] = [
        .tool, .model, .guardrail, .mcpServer, .component, .instruction, .credential, .approval,
    ]

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {
        for file in files {
            let stem = file.path.name.split(separator: ".").first.map(String.init) ?? ""
            var scribe = Scribe(AgentID("dify@\(file.path.folder.text)#\(stem)"), file, for: recorder)
            if let root = file.document?.root {
                DifyApp(root: root).record(&scribe)
                scribe.cover([.tool, .model, .guardrail, .mcpServer, .component, .instruction, .approval], .complete)
                scribe.cover([.credential], .partial, because: "keys of providers and tools are kept by the instance")
            } else {
                scribe.declare(product: "Dify", plans: nil)
                scribe.refuse(Self.tables)
            }
            recorder.merge(scribe.recorder)
        }
    }
}
