internal import Compliance

/// The `result` of one agent.
final class OSCALResult {
    /// Places that one observation lists; the rest is counted.
    static let keptPlaces = 25

    let agent: AgentSummary
    let document: OSCALDocument
    /// Verdicts of the agent's framework items.
    let controls: ArraySlice<ControlResult>
    /// Verdicts of the checks that apply to the agent.
    let checks: [CheckResult]
    /// Identifiers of what the checks saw: findings name them over and over.
    let observed: [CheckID: String]
    /// Statements about the agent with their positions in the assessment.
    let statements: [(position: Int, statement: Statement)]
    /// Gaps that rest on evidence against the agent; what nobody has looked at is no risk that was found.
    let risks: [Gap]
    /// The identifier of the tool's component in the document.
    let tool: String

    var out: OSCALOutput { document.out }
    var names: OSCALNames { document.names }
    var assessment: Assessment { document.assessment }

    /// - Parameters:
    ///   - agent: The agent.
    ///   - document: The document that the result stands in.
    ///   - tool: The tool's component; each result of assessment results defines its own.
    init(_ agent: AgentSummary, in document: OSCALDocument, tool: String? = nil) {
        self.agent = agent
        self.tool = tool ?? document.names.tool(agent.id)
        self.document = document
        controls = document.index.controlResults(of: agent.id)
        checks = document.index.checkResults(of: agent.id).filter { $0.verdict != .notApplicable }
        observed = Dictionary(
            checks.map { ($0.check, document.names.observation($0.check, agent.id)) },
            uniquingKeysWith: { first, _ in first })
        statements = document.assessment.statements.enumerated()
            .filter { $0.element.agent == agent.id }.map { ($0.offset, $0.element) }
        risks = document.index.gaps(of: agent.id).filter {
            $0.cause == .failingCheck || $0.cause == .contradictedStatement
        }
    }

    func write() {
        out.element("result", ["uuid": names.uuid("result", agent.id.rawValue)]) {
            out.title("Assessment of \(agent.id)")
            out.blocks(
                "description", ["\(agent.product), \(agent.kind). \(agent.purpose ?? "No purpose is declared.")"])
            out.plain("start", document.context.at)
            out.plain("end", document.context.at)
            out.prop("agent-id", agent.id.rawValue)
            out.prop("autonomy-class", profile?.autonomy.rawValue)
            localDefinitions()
            reviewedControls()
            attestation()
            for result in checks { observation(result) }
            for (position, statement) in statements { observation(statement, at: position) }
            for gap in risks { risk(gap, seenIn: gap.check.flatMap { observed[$0] }) }
            let risksByControl = risksByControl()
            for result in controls where result.verdict != .notApplicable {
                guard let control = document.index.control(result.control) else { continue }
                finding(result, of: control, risks: risksByControl[result.control] ?? [])
            }
        }
    }

    var profile: AutonomyProfile? { document.index.profiles[agent.id] }

    private func localDefinitions() {
        out.element("local-definitions") {
            document.component(agent)
            document.assessmentAssets(tool: tool, platform: names.uuid("platform", agent.id.rawValue))
        }
    }

    private func risksByControl() -> [ControlID: [String]] {
        var byControl: [ControlID: [String]] = [:]
        for gap in risks {
            let uuid = names.risk(gap)
            for control in gap.controls { byControl[control, default: []].append(uuid) }
        }
        return byControl
    }
}
