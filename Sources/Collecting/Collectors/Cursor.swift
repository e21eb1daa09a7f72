internal import Compliance
internal import Documents

/// Cursor: MCP servers, allow lists, CLI permissions, hooks, sandbox, rules, commands, sub-agents, skills.
///
/// Interpreted by the documents of October 2026. What the application keeps for itself (run mode, its own allow lists,
/// user and team rules, the model) is in no file, so the tables that depend on it are never complete.
struct Cursor: Collector {
    let name = "cursor"
    let summary = "Cursor: mcp.json, permissions.json, cli.json, hooks.json, sandbox.json, rules, commands, sub-agents"
    let documentation = [
        "https://cursor.com/docs/reference/permissions", "https://cursor.com/docs/cli/reference/permissions",
        "https://cursor.com/docs/cli/reference/configuration", "https://cursor.com/docs/agent/hooks",
        "https://cursor.com/docs/agent/security/run-modes", "https://cursor.com/docs/context/mcp",
        "https://cursor.com/docs/context/rules", "https://cursor.com/docs/reference/sandbox",
    ]

    func kind(of path: FilePath) -> ArtifactKind? { CursorRole.place(of: path)?.role.artifact }

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {
        for agent in ProductAgent.find(in: files, named: "cursor", CursorRole.place(of:)).map(CursorAgent.init) {
            agent.declare(into: &recorder)
            agent.recordSettings(into: &recorder)
            agent.recordSections(into: &recorder)
            agent.recordServers(into: &recorder)
            agent.recordPermissions(into: &recorder)
            agent.recordHooks(into: &recorder)
            agent.recordSandbox(into: &recorder)
            agent.recordParts(into: &recorder)
        }
    }
}
