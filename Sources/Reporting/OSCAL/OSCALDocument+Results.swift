internal import Compliance

extension OSCALDocument {
    /// Writes assessment results: a result for each agent.
    ///
    /// Model: https://pages.nist.gov/OSCAL/resources/concepts/layer/assessment/assessment-results/
    func results() {
        let identity = context.identity(context.isPackaged ? "packaged-results" : "document")
        out.document("assessment-results", uuid: identity) {
            metadata(
                "Surety assessment of AI agents",
                [
                    "Machine-made from configuration files and statements by people. The state of a finding has "
                        + "only two values; read the properties verdict and extent beside it: not-satisfied with reason "
                        + "other means partly shown or not assessed, not failed.",
                    isWithoutActionPlan ? withoutActionPlan : "",
                ]
            ) {
                if isWithoutActionPlan { out.prop("left-out", "plan-of-action-and-milestones") }
            }
            out.empty("import-ap", ["href": context.isPackaged ? href(.plan) : "#" + planUUID])
            for agent in assessment.agents { OSCALResult(agent, in: self).write() }
            if assessment.agents.isEmpty { emptyResult() }
            backMatter()
        }
    }

    /// Whether the package has no plan of action, which a reader would look for beside the results.
    private var isWithoutActionPlan: Bool { context.isPackaged && context.open.isEmpty }

    private var withoutActionPlan: String {
        "There is no plan of action and milestones beside this document, since OSCAL asks one for at least one item: "
            + (assessment.agents.isEmpty
                ? "no agent was found, and nothing was assessed."
                : "no gap is open on any agent. What is not assessed, and what only people can answer, stands in these results.")
    }

    private var planUUID: String { names.uuid("plan", context.judged) }

    /// OSCAL asks for at least one result, also where there was nothing to assess.
    private func emptyResult() {
        out.element("result", ["uuid": names.uuid("result", "none")]) {
            out.title("Nothing was assessed")
            out.blocks("description", ["No agent was found in the evidence. Nothing is shown for any control."])
            out.plain("start", context.at)
            out.plain("end", context.at)
            out.element("reviewed-controls") {
                out.blocks("description", ["All controls of the catalog remain not assessed."])
                out.element("control-selection") { out.empty("include-all") }
            }
        }
    }

    /// Writes what the document refers to: the plan where it stands nowhere else, frameworks, files.
    private func backMatter() {
        out.element("back-matter") {
            if !context.isPackaged { planNotice() }
            for framework in assessment.catalog.frameworks { resource(of: framework) }
            for entry in context.artifacts.entries { resource(of: entry) }
        }
    }

    private func planNotice() {
        out.element("resource", ["uuid": planUUID]) {
            out.title("Assessment plan")
            out.blocks(
                "description",
                [
                    "There is no OSCAL assessment plan. What was assessed, and how, is fixed by the catalog of "
                        + "checks with SHA-256 \(assessment.catalog.digest)."
                ])
        }
    }
}
