internal import Compliance
internal import Documents

/// OpenClaw: its configuration, the approvals of its host, stored keys, scheduled jobs, workspace files, skills.
///
/// Interpreted by the documents and the schema of May 2026
/// (<https://github.com/openclaw/openclaw/blob/main/src/config/zod-schema.ts>). Each entry of `agents.list` is an agent.
struct OpenClaw: Collector {
    let name = "openclaw"
    let summary = "OpenClaw: openclaw.json, exec approvals, auth profiles, cron jobs, workspace files, skills"
    let documentation = [
        "https://docs.openclaw.ai/gateway/configuration-reference", "https://docs.openclaw.ai/gateway/sandboxing",
        "https://docs.openclaw.ai/tools/exec-approvals", "https://docs.openclaw.ai/gateway/security",
        "https://docs.openclaw.ai/gateway/config-tools", "https://docs.openclaw.ai/gateway/config-agents",
    ]

    func kind(of path: FilePath) -> ArtifactKind? { OpenClawFile(path)?.artifact }

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {
        for agent in OpenClawAgents.find(in: files) {
            agent.declare(into: &recorder)
            agent.recordSettings(into: &recorder)
            agent.recordCredentials(into: &recorder)
            agent.recordServers(into: &recorder)
            agent.recordParts(into: &recorder)
            // Without its configuration OpenClaw does not start, and nobody knows what would hold.
            guard agent.isReadable else { continue }
            agent.recordModels(into: &recorder)
            agent.recordSandbox(into: &recorder)
            agent.recordApprovals(into: &recorder)
            agent.recordTools(into: &recorder)
            agent.recordPermissions(into: &recorder)
            agent.recordTriggers(into: &recorder)
            agent.recordDelegation(into: &recorder)
            agent.recordRecords(into: &recorder)
        }
    }
}
