internal import Compliance

extension OSCALDocument {
    /// Writes an agent as a component of the system.
    func component(_ agent: AgentSummary) {
        out.element("component", ["uuid": names.component(agent.id), "type": "software"]) {
            describe(agent)
            out.element("status", ["state": "other"]) {
                out.blocks("remarks", ["Its configuration was found; whether it is in use is not known."])
            }
            responsible(for: agent)
        }
    }

    /// Writes how an agent is introduced.
    func describe(_ agent: AgentSummary) {
        out.title(agent.id.rawValue)
        out.blocks("description", ["\(agent.product), \(agent.kind)."])
        if let purpose = agent.purpose, !OSCALText.isBlank(purpose) { out.markup("purpose", purpose) }
        out.prop("product", agent.product)
        out.prop("kind", agent.kind)
        for name in agent.subAgents { out.prop("sub-agent", name) }
    }

    /// Writes who answers for an agent.
    func responsible(for agent: AgentSummary) {
        guard let owner = parties.owner(agent.owner) else { return }
        out.element("responsible-role", ["role-id": "asset-owner"]) { out.plain("party-uuid", owner) }
    }

    /// Writes what assessed, and where it ran.
    func assessmentAssets(tool: String, platform: String) {
        out.element("assessment-assets") {
            out.element("component", ["uuid": tool, "type": "software"]) {
                out.title("Surety \(assessment.toolVersion)")
                out.blocks("description", ["Reads configuration files and holds them against a catalog of checks."])
                out.empty("status", ["state": "operational"])
            }
            out.element("assessment-platform", ["uuid": platform]) {
                out.title("Where Surety ran")
                out.empty("uses-component", ["component-uuid": tool])
            }
        }
    }
}
