internal import Compliance
internal import Documents

/// AutoGen: teams and agents as component JSON.
///
/// Interpreted by autogen-agentchat 0.7. Loading a function tool runs its source.
struct AutoGen: Collector {
    let name = "autogen"
    let summary = "AutoGen: component JSON of teams, agents, tools, executors, models, end conditions"
    let documentation = [
        "https://microsoft.github.io/autogen/stable/user-guide/core-user-guide/framework/component-config.html",
        "https://microsoft.github.io/autogen/stable/user-guide/agentchat-user-guide/serialize-components.html",
        "https://microsoft.github.io/autogen/stable/user-guide/agentchat-user-guide/tutorial/termination.html",
    ]

    func kind(of path: FilePath) -> ArtifactKind? { nil }

    let marks = [
        ContentMark(
            ArtifactKind("autogen component", .json),
            anyOf: [
                ["\"component_type\"", "\"autogen_agentchat."], ["\"component_type\"", "\"autogen_ext.", "\"agent\""],
            ],
            admits: ContentMark.extensions("json"))
    ]

    private static let tables: [Table] = [
        .tool, .model, .budget, .delegation, .sandbox, .hook, .instruction, .mcpServer, .credential, .approval, .memory,
    ]

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {
        for file in files {
            let stem = file.path.name.split(separator: ".").first.map(String.init) ?? ""
            var scribe = Scribe(AgentID("autogen@\(file.path.folder.text)#\(stem)"), file, for: recorder)
            scribe.declare(product: "AutoGen", plans: true)
            if let root = file.document?.root {
                scribe.cover(Self.tables, .complete)
                scribe.cover([.telemetry], .none, because: "the program that loads the component decides it")
                scribe.secrets(in: root, holder: "agent")
                var walk = AutoGenComponents(root: root)
                walk.record(&scribe)
            } else {
                scribe.refuse(Self.tables)
            }
            recorder.merge(scribe.recorder)
        }
    }
}
