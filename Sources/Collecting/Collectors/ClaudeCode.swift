internal import Compliance
internal import Documents
internal import Parallel

/// Claude Code: settings of all levels, MCP servers, sub-agents, skills, commands, instructions, plug-ins.
///
/// Interpreted as of version 2.1.240 (August 2026).
struct ClaudeCode: Collector {
    let name = "claude-code"
    let summary =
        "Claude Code: settings of all levels, .mcp.json, .claude.json, sub-agents, skills, commands, CLAUDE.md, hook scripts, plug-ins"
    let documentation = [
        "https://code.claude.com/docs/en/settings", "https://code.claude.com/docs/en/settings-reference",
        "https://code.claude.com/docs/en/permissions", "https://code.claude.com/docs/en/permission-modes",
        "https://code.claude.com/docs/en/sandboxing", "https://code.claude.com/docs/en/hooks",
        "https://code.claude.com/docs/en/sub-agents", "https://code.claude.com/docs/en/skills",
        "https://code.claude.com/docs/en/mcp", "https://code.claude.com/docs/en/plugins-reference",
        "https://code.claude.com/docs/en/monitoring-usage",
    ]

    func kind(of path: FilePath) -> ArtifactKind? { ClaudeFile(path)?.artifact }

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {
        let collector = recorder.collector
        let parts = ClaudeAgents.find(in: files).concurrentChunks(of: 32) { agents in
            var part = Recorder(collector: collector)
            Self.record(agents, into: &part)
            return part
        }
        for part in parts { recorder.merge(part) }
    }

    private static func record(_ agents: ArraySlice<ClaudeAgent>, into recorder: inout Recorder) {
        for agent in agents {
            agent.declare(into: &recorder)
            agent.recordSettings(into: &recorder)
            agent.recordParts(into: &recorder)
            agent.recordServers(into: &recorder)
            agent.recordState(into: &recorder)
            agent.recordHooks(into: &recorder)
            agent.recordComponents(into: &recorder)
            agent.recordFolders(into: &recorder)
            agent.recordVariables(into: &recorder)
            // A plug-in has no settings of its own.
            guard agent.kind != .plugin else { continue }
            agent.recordPermissions(into: &recorder)
            agent.recordApprovals(into: &recorder)
            agent.recordTools(into: &recorder)
            agent.recordSandbox(into: &recorder)
            agent.recordTelemetry(into: &recorder)
            agent.recordMemory(into: &recorder)
            agent.recordModels(into: &recorder)
        }
    }
}
