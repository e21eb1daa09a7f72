internal import Compliance
internal import Documents

/// Codex CLI: configuration of all levels, requirements, hooks, rules, sub-agents, skills, AGENTS.md.
///
/// Interpreted by the documents of May 2026 and the loader's public source
/// (<https://github.com/openai/codex/blob/main/codex-rs/config/src/loader/mod.rs>); the same files serve the IDE
/// extension and the app.
struct Codex: Collector {
    let name = "codex"
    let summary = "Codex CLI: config.toml of all levels, requirements.toml, hooks, rules, sub-agents, skills, AGENTS.md"
    let documentation = [
        "https://developers.openai.com/codex/config-reference",
        "https://developers.openai.com/codex/config-advanced",
        "https://developers.openai.com/codex/agent-approvals-security",
        "https://developers.openai.com/codex/enterprise/managed-configuration",
        "https://developers.openai.com/codex/hooks", "https://developers.openai.com/codex/rules",
        "https://developers.openai.com/codex/subagents", "https://developers.openai.com/codex/skills",
        "https://developers.openai.com/codex/guides/agents-md",
    ]

    func kind(of path: FilePath) -> ArtifactKind? { CodexFile(path)?.artifact }

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {
        for agent in CodexAgents.find(in: files) {
            agent.declare(into: &recorder)
            agent.recordSettings(into: &recorder)
            guard !agent.isTemplate else { continue }
            agent.recordServers(into: &recorder)
            agent.recordHooks(into: &recorder)
            agent.recordRules(into: &recorder)
            agent.recordParts(into: &recorder)
            agent.recordCredentials(into: &recorder)
            // Codex does not start on a file that it cannot read: nobody knows what would hold.
            guard agent.stack.broken.isEmpty else { continue }
            agent.recordApprovals(into: &recorder)
            agent.recordSandbox(into: &recorder)
            agent.recordTools(into: &recorder)
            agent.recordComponents(into: &recorder)
            agent.recordRecords(into: &recorder)
            agent.recordBounds(into: &recorder)
            agent.recordDelegation(into: &recorder)
            agent.recordModels(into: &recorder)
            agent.recordApps(into: &recorder)
        }
    }
}
