internal import Compliance

extension OSCALDocument {
    /// Writes the assessment plan: what was held against what, and by which checks.
    ///
    /// Model: https://pages.nist.gov/OSCAL/resources/concepts/layer/assessment/assessment-plan/
    func plan() {
        let held = context.held
        out.document("assessment-plan", uuid: context.identity("packaged-plan")) {
            metadata("Assessment plan for AI agents", planRemarks) {
                if !context.version.hasMappings && !assessment.catalog.mappings.isEmpty {
                    out.prop("left-out", "mapping-collection")
                }
            }
            out.empty("import-ssp", ["href": "#" + securityPlan])
            planDefinitions(held)
            planControls(held)
            subjects("assessment-subject")
            let tool = names.uuid("plan-tool")
            assessmentAssets(tool: tool, platform: names.uuid("plan-platform"))
            task()
            out.element("back-matter") {
                securityPlanResource()
                for framework in assessment.catalog.frameworks { resource(of: framework) }
                profileResource()
            }
        }
    }

    private var planRemarks: [String] {
        let left =
            context.version.hasMappings || assessment.catalog.mappings.isEmpty
            ? []
            : [
                "OSCAL \(context.version.rawValue) has no model of mappings: the mappings between the frameworks are "
                    + "left out. They are written with OSCAL 1.2.1 and later."
            ]
        return [
            "Written together with the results, from what was assessed. What decides is the catalog of checks with "
                + "SHA-256 \(assessment.catalog.digest)."
        ] + left
    }

    private var securityPlan: String { names.uuid("security-plan") }

    /// OSCAL asks for a system security plan, and there is none.
    private func securityPlanResource() {
        out.element("resource", ["uuid": securityPlan]) {
            out.title("There is no system security plan")
            out.blocks(
                "description",
                [
                    "None was given, and Surety invents none: it would state boundaries and impact levels that nobody "
                        + "declared. The agents are described in the component definition beside this document."
                ])
            out.standardProp("type", "plan")
            out.empty("rlink", ["href": href(.components)])
        }
    }

    private func profileResource() {
        out.element("resource", ["uuid": names.uuid("resource", "profile")]) {
            out.title("Profile of the items that were held against the agents")
            out.standardProp("type", "standard")
            out.empty("rlink", ["href": href(.profile)])
        }
    }

    private func planDefinitions(_ held: Set<ControlID>) {
        guard !assessment.agents.isEmpty else { return }
        out.element("local-definitions") {
            for agent in assessment.agents { component(agent) }
            for check in usedChecks { activity(check, held) }
            for method in statedMethods { activity(method) }
        }
    }

    private func planControls(_ held: Set<ControlID>) {
        out.element("reviewed-controls") {
            out.blocks("description", ["The items of the profile."])
            out.empty("link", ["href": "#" + names.uuid("resource", "profile"), "rel": "reference"])
            for framework in assessment.catalog.frameworks {
                let items = context.reviewed(framework, held)
                guard !items.isEmpty else { continue }
                out.element("control-selection") {
                    out.blocks("description", ["\(framework.title), \(framework.edition)."])
                    out.prop("framework-id", framework.id.rawValue)
                    out.empty("link", ["href": "#" + names.resource(framework.id), "rel": "reference"])
                    for id in items { out.empty("include-control", ["control-id": context.token(id)]) }
                }
            }
        }
    }

    /// Writes which agents are assessed.
    private func subjects(_ name: StaticString) {
        guard !assessment.agents.isEmpty else { return }
        out.element(name, ["type": "component"]) {
            for agent in assessment.agents {
                out.empty("include-subject", ["subject-uuid": names.component(agent.id), "type": "component"])
            }
        }
    }
}
