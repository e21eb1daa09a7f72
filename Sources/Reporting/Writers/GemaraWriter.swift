internal import Compliance

/// `gemara/`: an EvaluationLog for each agent, an EnforcementLog of its accepted risks, a MappingDocument for each mapping.
///
/// YAML by the OpenSSF model Gemara, which complyctl and its converters read: https://gemara.openssf.org
public struct GemaraWriter: ReportFormat {
    /// `gemara`.
    public let format = "gemara"
    /// What it is.
    public let summary = "Folder gemara/: evaluation logs, accepted risks and mapping documents of the OpenSSF model."

    /// A writer.
    public init() {}

    /// The documents.
    public func files(of index: AssessmentIndex) -> [ReportFile] {
        let assessment = index.assessment
        let agents = assessment.agents.flatMap { agent -> [ReportFile] in
            let slug = FileSlug.of(agent.id.rawValue)
            let items = Self.items(of: agent, in: index)
            let waived = GemaraEnforcement(agent, in: index)
            return [
                Self.file("evaluation-log-\(slug)") {
                    let items = items()
                    return items.isEmpty ? nil : GemaraEvaluation(agent: agent, items: items, index: index).tree
                },
                waived.accepted.isEmpty
                    ? ReportFile("gemara/enforcement-log-\(slug).yaml", write: nil)
                    : Self.file("enforcement-log-\(slug)") { waived.tree },
            ]
        }
        let mappings = assessment.catalog.mappings.filter { !$0.rows.isEmpty }.map { mapping in
            Self.file("mapping-\(FileSlug.of(mapping.id.rawValue))") {
                GemaraMapping(mapping: mapping, assessment: assessment).tree
            }
        }
        return agents + mappings
    }

    /// The items of an agent, read when they are asked for: a fleet's do not lie in memory together.
    private static func items(of agent: AgentSummary, in index: AssessmentIndex) -> @Sendable () -> [ExportItem] {
        {
            let open = OpenItems(of: agent.id, in: index)
            return index.assessment.catalog.frameworks.flatMap { index.items(of: $0, for: agent, open: open) }
        }
    }

    private static func file(_ name: String, _ tree: @escaping @Sendable () -> PlainTree?) -> ReportFile {
        ReportFile("gemara/\(name).yaml") { sink in
            if let tree = tree() { YAMLText(sink).write(tree) }
        }
    }
}
