internal import Compliance
internal import Documents

/// GitHub Copilot in VS Code: settings, MCP servers, custom agents, instructions, prompts, skills, hooks; and the steps
/// that set up Copilot's coding agent on GitHub.
///
/// Interpreted by the settings reference of May 2026 and the scopes in the public source
/// (<https://github.com/microsoft/vscode/blob/main/src/vs/workbench/contrib/chat/browser/chat.contribution.ts>).
struct VSCode: Collector {
    let name = "vscode"
    let summary = "GitHub Copilot in VS Code: chat settings, mcp.json, custom agents, instructions, hooks; setup steps"
    let documentation = [
        "https://code.visualstudio.com/docs/copilot/reference/copilot-settings",
        "https://code.visualstudio.com/docs/agents/run/approvals",
        "https://code.visualstudio.com/docs/copilot/customization/mcp-servers",
        "https://code.visualstudio.com/docs/agent-customization/custom-agents",
        "https://code.visualstudio.com/docs/copilot/customization/hooks",
        "https://docs.github.com/en/copilot/how-tos/use-copilot-agents/coding-agent/customize-the-agent-environment",
    ]

    func kind(of path: FilePath) -> ArtifactKind? {
        VSCodeRole.place(of: path)?.role.artifact
            ?? (SetupSteps.isOne(path) ? ArtifactKind("copilot setup steps", .yaml) : nil)
    }

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {
        for file in files where SetupSteps.isOne(file.path) { SetupSteps(file).record(into: &recorder) }
        // Settings that say nothing of an agent are the editor's.
        let own = files.filter { file in
            guard VSCodeRole.place(of: file.path)?.role == .settings, let root = file.document?.root else {
                return true
            }
            return root.members.contains { VSCodeAgent.isOfAgent($0.key) }
        }
        for agent in ProductAgent.find(in: own, named: "vscode", VSCodeRole.place(of:)).map(VSCodeAgent.init) {
            agent.declare(into: &recorder)
            agent.recordSettings(into: &recorder)
            agent.recordServers(into: &recorder)
            agent.recordParts(into: &recorder)
            agent.recordHooks(into: &recorder)
            guard agent.stack.broken.isEmpty else { continue }
            agent.recordPermissions(into: &recorder)
            agent.recordApprovals(into: &recorder)
            agent.recordSandbox(into: &recorder)
            agent.recordRecords(into: &recorder)
        }
    }
}
