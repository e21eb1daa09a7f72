internal import Compliance

/// The risks that were accepted on an agent as a Gemara EnforcementLog: the assessment stays `Failed`, the disposition is
/// `Tolerated`. https://github.com/gemaraproj/gemara/blob/main/enforcementlog.cue
struct GemaraEnforcement {
    private static let register = "waivers"

    let agent: AgentSummary
    /// The items whose failure is accepted whole.
    let accepted: [ExportItem]
    let assessment: Assessment

    private var head: GemaraHead { GemaraHead(assessment: assessment) }

    init(_ agent: AgentSummary, _ items: [ExportItem], _ assessment: Assessment) {
        self.agent = agent
        self.assessment = assessment
        accepted = items.filter { $0.acceptance != nil }
    }

    var tree: PlainTree {
        let log = GemaraEvaluation.id(agent.id)
        let references =
            GemaraHead.references(assessment.catalog.frameworks) + [
                GemaraHead.reference(Self.register, "Waivers: accepted risks", version: assessment.at),
                GemaraHead.reference(log, "Evaluation of \(agent.id)", version: assessment.at),
            ]
        return .object([
            (
                "metadata",
                head.metadata(
                    "EnforcementLog", id: "surety-waivers-\(FileSlug.of(agent.id.rawValue))",
                    about: "Failures of \(agent.id) that were accepted and stand", references: references)
            ), ("disposition", .text("Tolerated")), ("target", head.target(agent)),
            ("actions", .list(accepted.map { action($0, log: log) })),
        ])
    }

    private func action(_ item: ExportItem, log: String) -> PlainTree {
        let why = item.acceptance ?? ""
        return .object([
            ("disposition", .text("Tolerated")),
            ("method", .object([("reference-id", .text(Self.register)), ("entry-id", .text("accept-risk"))])),
            ("message", .text(SafeText.line("\(item.title): \(why)"))), ("start", .text(head.moment)),
            ("steps", .list([.text("waiver review")])),
            (
                "justification",
                .object([
                    (
                        "assessments",
                        .list([
                            .object([
                                ("result", .text(GemaraResult.failed.rawValue)),
                                ("requirement", GemaraHead.entry(item.control.id)),
                                (
                                    "log",
                                    .object([
                                        ("reference-id", .text(log)),
                                        ("entry-id", .text(SafeText.line(item.control.id.item))),
                                    ])
                                ),
                            ])
                        ])
                    ),
                    (
                        "exceptions",
                        .list([
                            .object([("reference-id", .text(Self.register)), ("remarks", .text(SafeText.line(why)))])
                        ])
                    ),
                ])
            ),
        ])
    }
}
