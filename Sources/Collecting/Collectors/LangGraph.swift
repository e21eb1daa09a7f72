internal import Compliance
internal import Documents

/// LangGraph: the deployment's `langgraph.json`.
///
/// Interpreted by the schema of August 2026. Graphs, their tools, models and interrupts are Python or JavaScript and are not
/// read.
struct LangGraph: Collector {
    let name = "langgraph"
    let summary = "LangGraph: langgraph.json: ways in, authentication, memory, packages, build lines"
    let documentation = [
        "https://docs.langchain.com/langsmith/cli#configuration-file",
        "https://github.com/langchain-ai/langgraph/blob/main/libs/cli/schemas/schema.v0.json",
        "https://docs.langchain.com/langsmith/auth", "https://docs.langchain.com/langsmith/configure-ttl",
        "https://docs.langchain.com/langsmith/server-mcp", "https://docs.langchain.com/langsmith/server-a2a",
    ]

    func kind(of path: FilePath) -> ArtifactKind? {
        path.name == "langgraph.json" ? ArtifactKind("langgraph deployment", .json) : nil
    }

    private static let tables: [Table] = [.trigger, .memory, .component, .hook]

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {
        for file in files {
            var scribe = Scribe(AgentID("langgraph@\(file.path.folder.text)"), file, for: recorder)
            scribe.declare(product: "LangGraph", plans: nil)
            scribe.cover([.trigger, .memory, .component, .hook], .complete)
            scribe.cover(
                [.delegation, .egress, .credential], .partial, because: "the graphs are code, which is not read")
            if let root = file.document?.root, root.isObject {
                LangGraphFile(root: root).record(&scribe)
            } else {
                scribe.refuse(Self.tables)
            }
            recorder.merge(scribe.recorder)
        }
    }
}
