internal import Compliance
internal import Documents

/// Zed: the agent's permissions and model, context servers, external agents, rules.
///
/// Interpreted as of version 0.224.
struct Zed: Collector {
    let name = "zed"
    let summary = "Zed: agent permissions and model, context servers, external agents, .rules"
    let documentation = [
        "https://zed.dev/docs/ai/tool-permissions", "https://zed.dev/docs/ai/agent-settings",
        "https://zed.dev/docs/ai/mcp",
        "https://zed.dev/docs/ai/external-agents", "https://zed.dev/docs/ai/rules",
    ]

    func kind(of path: FilePath) -> ArtifactKind? { ZedRole.place(of: path)?.role.artifact }

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {
        // Settings that say nothing of an agent are the editor's.
        let own = files.filter { file in
            guard let root = file.document?.root else { return ZedRole.place(of: file.path)?.role == .rules }
            return root.members.contains { ZedAgent.keys.contains($0.key) }
        }
        for agent in ProductAgent.find(in: own, named: "zed", ZedRole.place(of:)).map(ZedAgent.init) {
            agent.record(into: &recorder)
        }
    }
}
