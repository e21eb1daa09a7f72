internal import Compliance

extension OSCALDocument {
    /// Writes the plan of action and milestones: an item for each gap that rests on evidence.
    ///
    /// An item points at one observation and one finding at most: ServiceNow's importer refuses a document in which one
    /// points at several. Questions that only people can answer are no findings; they stand in the results.
    /// Model: https://pages.nist.gov/OSCAL/resources/concepts/layer/assessment/poam/
    func actionPlan() {
        out.document("plan-of-action-and-milestones", uuid: context.identity("poam")) {
            metadata(
                "Plan of action for AI agents",
                [
                    "An item for each gap; its identifier is made of the gap's and stays the same from run to run, so that "
                        + "what is planned can be carried on. A gap that is closed has no item any more. A waiver that "
                        + "holds makes its risk a deviation that was approved and changes no finding.",
                    assessment.system == nil
                        ? "No name of the system was given: the system identifier stands for any." : "",
                ])
            out.plain(
                "system-id", names.uuid("system"), ["identifier-type": "http://datatracker.ietf.org/doc/html/rfc4122"])
            let open = context.open
            let tool = names.uuid("poam-tool")
            out.element("local-definitions") {
                for agent in open { component(agent) }
                assessmentAssets(tool: tool, platform: names.uuid("poam-platform"))
            }
            // The model wants each kind of thing together: an agent's are made anew for each, so that no fleet is held.
            for agent in open { OSCALActionItems(agent, in: self, tool: tool).observations() }
            for agent in open { OSCALActionItems(agent, in: self, tool: tool).risks() }
            for agent in open { OSCALActionItems(agent, in: self, tool: tool).findings() }
            for agent in open { OSCALActionItems(agent, in: self, tool: tool).items() }
            out.element("back-matter") {
                for framework in assessment.catalog.frameworks { resource(of: framework) }
                for entry in context.artifacts.entries { resource(of: entry) }
            }
        }
    }
}
