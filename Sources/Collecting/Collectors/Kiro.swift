internal import Compliance
internal import Documents

/// Kiro and the Amazon Q Developer CLI: custom agents, MCP servers, steering and rules, hooks, skills.
///
/// Both read agents of one format, interpreted by the documents of Amazon Q 1.19 and Kiro CLI 2 (2026). Each agent of a
/// file is an agent of its own; the one that answers without any is the folder's.
struct Kiro: Collector {
    let name = "kiro"
    let summary = "Kiro and Amazon Q: custom agents, permissions, MCP servers, steering and rules, hooks, skills"
    let documentation = [
        "https://kiro.dev/docs/cli/custom-agents/configuration-reference", "https://kiro.dev/docs/cli/hooks",
        "https://kiro.dev/docs/cli/chat/permissions", "https://kiro.dev/docs/permissions",
        "https://github.com/aws/amazon-q-developer-cli/blob/main/docs/agent-format.md",
        "https://github.com/aws/amazon-q-developer-cli/blob/main/docs/built-in-tools.md",
    ]

    func kind(of path: FilePath) -> ArtifactKind? { KiroFile(path)?.artifact }

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {
        let members = files.compactMap { file in KiroFile(file.path).map { KiroFolder.Member(role: $0, file: file) } }
        let groups = Dictionary(grouping: members) { "\($0.role.product.id)@\($0.role.folder.text)" }
        for (id, members) in groups.sorted(by: { $0.key < $1.key }) {
            let folder = KiroFolder(id: AgentID(id), members: members)
            folder.record(into: &recorder)
            for member in members where member.role.role == .agent {
                KiroAgent(id: id, member: member, folder: folder).record(into: &recorder)
            }
        }
    }
}
