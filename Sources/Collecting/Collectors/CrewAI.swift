internal import Compliance
internal import Documents

/// CrewAI: agents and tasks in YAML, and the literals of `crew.py`.
///
/// Interpreted as of version 1.15 (August 2026). What Python computes is not seen, so no table is seen in full.
struct CrewAI: Collector {
    let name = "crewai"
    let summary = "CrewAI: config/agents.yaml, config/tasks.yaml, literal arguments in crew.py"
    let documentation = [
        "https://docs.crewai.com/en/concepts/agents", "https://docs.crewai.com/en/concepts/tasks",
        "https://docs.crewai.com/en/concepts/crews", "https://docs.crewai.com/en/learn/human-input-on-execution",
        "https://docs.crewai.com/en/mcp/dsl-integration",
    ]

    func kind(of path: FilePath) -> ArtifactKind? { nil }

    // Other products have files of these names: the words of the format decide.
    let marks = [
        ContentMark(ArtifactKind("crewai agents", .yaml), anyOf: [["goal:"], ["backstory:"]]) {
            $0.ends(with: "config/agents.yaml") || $0.ends(with: "config/agents.yml")
        },
        ContentMark(
            ArtifactKind("crewai tasks", .yaml), anyOf: [["expected_output:"], ["description:", "agent:"]]
        ) {
            $0.ends(with: "config/tasks.yaml") || $0.ends(with: "config/tasks.yml")
        },
        ContentMark(ArtifactKind("crewai crew", nil), anyOf: [["crewai", "Crew("]], isAuxiliary: true) {
            $0.name == "crew.py"
        },
    ]

    private static let tables: [Table] = [
        .tool, .approval, .delegation, .budget, .model, .memory, .guardrail, .instruction, .mcpServer, .credential,
        .telemetry, .setting,
    ]

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {
        let folders = Dictionary(grouping: files) { $0.path.dropping($0.path.name == "crew.py" ? 1 : 2) }
        for (folder, files) in folders.sorted(by: { $0.key < $1.key }) {
            let member = { (kind: String) in files.first { $0.kind.name == "crewai \(kind)" } }
            let crew = Crew(agents: member("agents"), tasks: member("tasks"), code: member("crew"))
            guard let first = crew.agents ?? crew.tasks else { continue }
            let agent = AgentID("crewai@\(folder.text)")
            var main = Scribe(agent, first, for: recorder)
            main.declare(product: "CrewAI", plans: true)
            main.cover(
                Self.tables, .partial,
                because: crew.code == nil
                    ? "the crew is put together in Python, which was not found"
                    : "in crew.py only literal arguments are read")
            for file in files where file.refusal != nil { main.recorder.refuse(file, for: agent, tables: Self.tables) }
            var python = crew.code.map { Scribe(agent, $0, for: recorder) }
            crew.recordAgents(&main, &python)
            if let file = crew.tasks {
                var tasks = Scribe(agent, file, for: recorder)
                crew.recordTasks(&tasks, &python)
                main.recorder.merge(tasks.recorder)
            }
            if var python {
                crew.recordCode(&python)
                main.recorder.merge(python.recorder)
            }
            UnaskedTool.record(of: main.recorder.evidence[.tool], in: &main)
            recorder.merge(main.recorder)
        }
    }
}
