internal import Compliance
internal import Documents

/// Continue: config.yaml, agents, blocks of models and servers, rules, prompts, permissions of its command line.
///
/// Interpreted by the documents of 2026. Which tools run unasked is chosen in the editor, and kept outside of these files.
struct Continue: Collector {
    let name = "continue"
    let summary = "Continue: config.yaml, agents, mcpServers, models, rules, prompts, permissions.yaml"
    let documentation = [
        "https://docs.continue.dev/reference", "https://docs.continue.dev/customize/deep-dives/mcp",
        "https://docs.continue.dev/cli/tool-permissions",
    ]

    func kind(of path: FilePath) -> ArtifactKind? { ContinueFile(path)?.artifact }

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {
        let members = files.compactMap { file in
            ContinueFile(file.path).map { ContinueAgent.Member(role: $0, file: file) }
        }
        for (folder, members) in Dictionary(grouping: members, by: \.role.folder).sorted(by: { $0.key < $1.key }) {
            ContinueAgent(id: AgentID("continue@\(folder.text)"), members: members).record(into: &recorder)
        }
    }
}
