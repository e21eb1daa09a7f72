internal import Compliance

extension OSCALDocument {
    /// Writes the agents as components, with the items that are shown of them.
    ///
    /// Model: https://pages.nist.gov/OSCAL/resources/concepts/layer/implementation/component-definition/
    func componentDefinition() {
        out.document("component-definition", uuid: context.identity("component-definition")) {
            metadata(
                "AI agents as components",
                [
                    "Requirements are listed where evidence or a statement shows the whole item. An item that is not "
                        + "listed is not shown: it fails, is shown in part, or was not assessed. The assessment results say "
                        + "which."
                ])
            for agent in assessment.agents { definedComponent(agent) }
            out.element("back-matter") {
                for framework in assessment.catalog.frameworks { resource(of: framework) }
            }
        }
    }

    private func definedComponent(_ agent: AgentSummary) {
        let shown = index.controlResults(of: agent.id).filter { $0.verdict == .satisfied }
        let byFramework = Dictionary(grouping: shown, by: \.control.framework)
        out.element("component", ["uuid": names.component(agent.id), "type": "software"]) {
            describe(agent)
            responsible(for: agent)
            for framework in assessment.catalog.frameworks {
                guard let results = byFramework[framework.id] else { continue }
                implementation(framework, results, agent)
            }
            out.blocks(
                "remarks",
                [
                    "Shown in full: \(shown.count) of \(index.controlResults(of: agent.id).count) items as of \(context.at)."
                ])
        }
    }

    private func implementation(_ framework: Framework, _ results: [ControlResult], _ agent: AgentSummary) {
        let uuid = names.uuid("implementation", agent.id.rawValue, framework.id.rawValue)
        out.element("control-implementation", ["uuid": uuid, "source": href(.catalog(framework.id))]) {
            out.blocks("description", ["What is shown of \(framework.title), \(framework.edition)."])
            out.prop("framework-id", framework.id.rawValue)
            for result in results {
                let uuid = names.uuid("requirement", agent.id.rawValue, result.control.rawValue)
                let control = ["uuid": uuid, "control-id": context.token(result.control)] as OSCALOutput.Flags
                out.element("implemented-requirement", control) {
                    out.blocks("description", grounds(result))
                    out.prop("control-id", result.control.rawValue)
                    for check in result.checks(.satisfied) { out.prop("check-id", check.rawValue) }
                }
            }
        }
    }

    /// What shows an item, a sentence each.
    private func grounds(_ result: ControlResult) -> [String] {
        let checks = result.checks(.satisfied).map { check -> String in
            let places = index.checkResult(check, of: result.agent)?.findings.flatMap(\.citations) ?? []
            let place = places.first.map { " (\($0.place))" } ?? ""
            return "Holds: \(index.checks[check]?.title ?? check.rawValue)\(place)."
        }
        let statements = assessment.statements(of: result).map { statement in
            "\(statement.by) states, \(statement.origin.words): “\(statement.claim)” (\(statement.citation.place))."
        }
        let grounds = checks + statements
        return grounds.isEmpty ? ["Shown by the items that belong to it."] : grounds
    }
}
