internal import Compliance
internal import Documents

/// Gemini CLI: settings of all levels, policies, extensions, trusted folders, sub-agents, commands, skills, GEMINI.md.
///
/// Interpreted as of version 0.56 (August 2026).
struct Gemini: Collector {
    let name = "gemini-cli"
    let summary =
        "Gemini CLI: settings.json of all levels, policies, extensions, trusted folders, sub-agents, GEMINI.md"
    let documentation = [
        "https://geminicli.com/docs/reference/configuration", "https://geminicli.com/docs/reference/policy-engine",
        "https://geminicli.com/docs/cli/trusted-folders", "https://geminicli.com/docs/cli/enterprise",
        "https://geminicli.com/docs/hooks/reference", "https://geminicli.com/docs/extensions/reference",
        "https://geminicli.com/docs/core/subagents", "https://geminicli.com/docs/core/remote-agents",
        "https://github.com/google-gemini/gemini-cli/blob/main/packages/core/src/policy/config.ts",
    ]

    func kind(of path: FilePath) -> ArtifactKind? { GeminiRole.place(of: path)?.role.artifact }

    /// Policies outside the folders of the product, which `--policy` loads.
    let marks = [
        ContentMark(
            GeminiRole.policy.artifact, anyOf: [["[[rule]]", "toolName", "decision"]],
            admits: ContentMark.extensions("toml"))
    ]

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {
        let policies = Set(files.filter { $0.kind == GeminiRole.policy.artifact }.map(\.path))
        let agents = ProductAgent.find(in: files, named: "gemini") { path in
            let place = GeminiRole.place(of: path)
            guard place == nil, policies.contains(path) else { return place }
            return ProductPlace(GeminiRole.policy, "template", folder: path.folder)
        }
        for agent in agents.map(GeminiAgent.init) {
            agent.declare(into: &recorder)
            agent.recordSettings(into: &recorder)
            agent.recordServers(into: &recorder)
            agent.recordHooks(into: &recorder)
            agent.recordParts(into: &recorder)
            agent.recordExtensions(into: &recorder)
            agent.recordRules(into: &recorder)
            // An extension in a repository is none that anybody has installed, and has no settings of its own; on
            // settings that it cannot read the product does not start.
            guard !agent.isTemplate, agent.stack.broken.isEmpty else { continue }
            agent.recordApprovals(into: &recorder)
            agent.recordTools(into: &recorder)
            agent.recordSandbox(into: &recorder)
            agent.recordRecords(into: &recorder)
            agent.recordModel(into: &recorder)
        }
    }
}
