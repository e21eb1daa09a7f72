internal import Compliance
internal import Documents

/// opencode: configuration of all levels, agents, commands, skills, plug-ins, tools.
///
/// Interpreted by the documents of version 1 (2026), where permissions replaced the older `tools` switches.
struct OpenCode: Collector {
    let name = "opencode"
    let summary = "opencode: opencode.json of all levels, agents, commands, skills, plug-ins, custom tools"
    let documentation = [
        "https://opencode.ai/docs/config", "https://opencode.ai/docs/permissions", "https://opencode.ai/docs/agents",
        "https://opencode.ai/docs/mcp-servers", "https://opencode.ai/docs/plugins", "https://opencode.ai/docs/tools",
        "https://opencode.ai/docs/share",
    ]

    func kind(of path: FilePath) -> ArtifactKind? { OpenCodeFile(path)?.artifact }

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {
        for agent in OpenCodeAgents.find(in: files) {
            agent.declare(into: &recorder)
            agent.recordSettings(into: &recorder)
            agent.recordServers(into: &recorder)
            agent.recordCredentials(into: &recorder)
            agent.recordParts(into: &recorder)
            agent.recordCommands(into: &recorder)
            // opencode does not start on a file that it cannot read.
            guard agent.broken.isEmpty else { continue }
            agent.recordGates(into: &recorder)
            agent.recordPermissions(into: &recorder)
            agent.recordSurroundings(into: &recorder)
            agent.recordModels(into: &recorder)
            agent.recordSubAgents(into: &recorder)
        }
    }
}
