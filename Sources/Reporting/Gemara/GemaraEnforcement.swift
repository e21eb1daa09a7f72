internal import Compliance

/// The risks that were accepted on an agent as a Gemara EnforcementLog: the assessments stay `Failed`, the disposition is
/// `Tolerated`. https://github.com/gemaraproj/gemara/blob/main/enforcementlog.cue
struct GemaraEnforcement {
    private static let register = "waivers"

    let agent: AgentSummary
    /// What was accepted, each with the waiver that holds for it.
    let accepted: [(gap: Gap, waiver: Waiver)]
    let assessment: Assessment

    private var head: GemaraHead { GemaraHead(assessment: assessment) }

    init(_ agent: AgentSummary, in index: AssessmentIndex) {
        self.agent = agent
        assessment = index.assessment
        accepted = index.gaps(of: agent.id).compactMap { gap in
            guard let waiver = index.waiver(of: gap), waiver.holds, !gap.controls.isEmpty else { return nil }
            return (gap, waiver)
        }
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
            ("actions", .list(accepted.map { action($0.gap, $0.waiver, log: log) })),
        ])
    }

    private func action(_ gap: Gap, _ waiver: Waiver, log: String) -> PlainTree {
        let why = SafeText.line("\(waiver.inOneSentence) (until \(waiver.expiresOn))")
        let assessments = gap.controls.map { finding($0, log: log) }
        let exception = PlainTree.object([("reference-id", .text(Self.register)), ("remarks", .text(why))])
        return .object([
            ("disposition", .text("Tolerated")), ("method", entry(Self.register, "accept-risk")),
            ("message", .text(SafeText.line("\(gap.id): \(gap.headline). Risk \(why)"))), ("start", .text(head.moment)),
            ("steps", .list([.text("waiver review")])),
            (
                "justification",
                .object([("assessments", .list(assessments)), ("exceptions", .list([exception]))])
            ),
        ])
    }

    private func finding(_ control: ControlID, log: String) -> PlainTree {
        .object([
            ("result", .text(GemaraResult.failed.rawValue)), ("requirement", GemaraHead.entry(control)),
            ("log", entry(log, SafeText.line(control.item))),
        ])
    }

    private func entry(_ reference: String, _ id: String) -> PlainTree {
        .object([("reference-id", .text(reference)), ("entry-id", .text(id))])
    }
}
