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

    var xml: XMLText { document.xml }
    var names: OSCALNames { document.names }
    var assessment: Assessment { document.assessment }

    init(_ agent: AgentSummary, in document: OSCALDocument) {
        self.agent = agent
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
        xml.element("result", ["uuid": names.uuid("result", agent.id.rawValue)]) {
            xml.title("Assessment of \(agent.id)")
            xml.blocks(
                "description", ["\(agent.product), \(agent.kind). \(agent.purpose ?? "No purpose is declared.")"])
            xml.text("start", text: document.at)
            xml.text("end", text: document.at)
            xml.prop("agent-id", agent.id.rawValue)
            xml.prop("autonomy-class", profile?.autonomy.rawValue)
            localDefinitions()
            reviewedControls()
            attestation()
            for result in checks { observation(result) }
            for (position, statement) in statements { observation(statement, at: position) }
            for gap in risks { risk(gap) }
            let risksByControl = risksByControl()
            for result in controls where result.verdict != .notApplicable {
                guard let control = document.index.control(result.control) else { continue }
                finding(result, of: control, risks: risksByControl[result.control] ?? [])
            }
        }
    }

    var profile: AutonomyProfile? { document.index.profiles[agent.id] }

    private func localDefinitions() {
        xml.element("local-definitions") {
            xml.element("component", ["uuid": names.component(agent.id), "type": "software"]) {
                xml.title(agent.id.rawValue)
                xml.blocks("description", ["\(agent.product), \(agent.kind)."])
                if let purpose = agent.purpose, !XMLText.line(purpose).isEmpty { xml.text("purpose", text: purpose) }
                xml.prop("product", agent.product)
                xml.prop("kind", agent.kind)
                for name in agent.subAgents { xml.prop("sub-agent", name) }
                xml.element("status", ["state": "other"]) {
                    xml.blocks("remarks", ["Its configuration was found; whether it is in use is not known."])
                }
                if let owner = document.parties.owner(agent.owner) {
                    xml.element("responsible-role", ["role-id": "asset-owner"]) { xml.text("party-uuid", text: owner) }
                }
            }
            let tool = names.tool(agent.id)
            xml.element("assessment-assets") {
                xml.element("component", ["uuid": tool, "type": "software"]) {
                    xml.title("Surety \(assessment.toolVersion)")
                    xml.blocks("description", ["Reads configuration files and holds them against a catalog of checks."])
                    xml.empty("status", ["state": "operational"])
                }
                xml.element("assessment-platform", ["uuid": names.uuid("platform", agent.id.rawValue)]) {
                    xml.title("Where Surety ran")
                    xml.empty("uses-component", ["component-uuid": tool])
                }
            }
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
