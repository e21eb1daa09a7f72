internal import Compliance
internal import Documents

/// Flowise: exported chatflows and agentflows.
///
/// Interpreted by version 3.1. A node describes its fields under `inputParams`; only `inputs` holds what is set.
struct Flowise: Collector {
    let name = "flowise"
    let summary = "Flowise: exported agentflows (V2) and chatflows: agents, tools, models, memory, approvals"
    let documentation = [
        "https://docs.flowiseai.com/using-flowise/agentflowv2", "https://docs.flowiseai.com/using-flowise/chatflows",
        "https://docs.flowiseai.com/tutorials/human-in-the-loop",
        "https://docs.flowiseai.com/configuration/authorization/chatflow-level",
    ]

    func kind(of path: FilePath) -> ArtifactKind? { nil }

    let marks = [
        ContentMark(
            ArtifactKind("flowise flow", .json),
            anyOf: [["\"nodes\"", "\"edges\"", "\"inputParams\"", "\"inputAnchors\""]],
            admits: ContentMark.extensions("json"))
    ]

    private static let tables: [Table] = [
        .tool, .model, .memory, .approval, .budget, .delegation, .mcpServer, .instruction, .guardrail, .credential,
    ]

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {
        for file in files {
            let stem = file.path.name.split(separator: ".").first.map(String.init) ?? ""
            var scribe = Scribe(AgentID("flowise@\(file.path.folder.text)#\(stem)"), file, for: recorder)
            if let root = file.document?.root, root["nodes"]?.isArray == true {
                let flow = FlowiseFlow(root: root)
                scribe.declare(product: "Flowise", kind: "workflow", plans: flow.hasAgent)
                scribe.cover(Self.tables, .complete)
                scribe.cover([.trigger], .none, because: "whether a flow is public is kept by the instance")
                flow.record(&scribe)
            } else {
                scribe.declare(product: "Flowise", kind: "workflow", plans: nil)
                scribe.refuse(Self.tables)
            }
            recorder.merge(scribe.recorder)
        }
    }
}
