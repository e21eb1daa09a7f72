internal import Compliance
internal import Documents

/// GitHub workflows that run an agent: what starts them, what their token may do, which tools the agent has.
///
/// Interpreted as of August 2026: claude-code-action v1, codex-action v1, run-gemini-cli v0.
struct GitHubAgents: Collector {
    let name = "github-actions"
    let summary = "GitHub workflows that run an agent, by action or command line: triggers, token, cloud roles, tools"
    let documentation = [
        "https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax",
        "https://docs.github.com/en/actions/reference/security/secure-use",
        "https://github.com/anthropics/claude-code-action/blob/main/docs/security.md",
        "https://github.com/openai/codex-action", "https://github.com/google-github-actions/run-gemini-cli",
    ]

    func kind(of path: FilePath) -> ArtifactKind? { nil }

    let marks = [
        ContentMark(
            ArtifactKind("github workflow", .yaml, isOptional: true),
            anyOf: AgentStep.actions.map { [$0.prefix] } + AgentCommand.marks.map { [$0] }
        ) { path in
            path.folder.ends(with: ".github/workflows")
                && (path.name.hasSuffix(".yml") || path.name.hasSuffix(".yaml"))
        },
        // Examples and templates, which are copied to where GitHub runs them.
        ContentMark(
            ArtifactKind("github workflow template", .yaml, isOptional: true),
            anyOf: AgentStep.actions.map { ["\($0.prefix)@", "jobs:", "runs-on:"] },
            admits: ContentMark.extensions("yml", "yaml")),
    ]

    private static let tables: [Table] = [
        .trigger, .permission, .credential, .sandbox, .approval, .component, .budget, .model,
    ]

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {
        for file in files {
            let isTemplate = file.kind.name == "github workflow template"
            let folder = file.path.dropping(isTemplate ? 1 : 3).text
            let kind = isTemplate ? "policy-template" : "workflow"
            let stem = file.path.name.split(separator: ".").first.map(String.init) ?? ""
            guard let root = file.document?.root else {
                if isTemplate { continue }
                var scribe = Scribe(AgentID("github-actions@\(folder)#\(stem)"), file, for: recorder)
                scribe.declare(product: "GitHub Actions", kind: "workflow", plans: true)
                scribe.refuse(Self.tables)
                recorder.merge(scribe.recorder)
                continue
            }
            for job in root["jobs"]?.members ?? [] {
                for index in (job.value["steps"]?.elements ?? []).indices {
                    guard let step = AgentStep(workflow: root, job: job, index: index) else { continue }
                    let id = AgentID("github-actions@\(folder)#\(stem)/\(job.key)/\(index)")
                    var scribe = Scribe(id, file, for: recorder)
                    scribe.declare(product: "\(step.product) on GitHub Actions", kind: kind, plans: true)
                    scribe.cover([.trigger, .sandbox, .approval, .component, .budget, .model], .complete)
                    scribe.cover(
                        [.permission, .credential, .tool, .mcpServer], .partial,
                        because: "the repository's own settings of the agent stand above or beside the step")
                    step.record(&scribe)
                    recorder.merge(scribe.recorder)
                }
            }
        }
    }
}
