internal import Compliance

/// What the plan does: an activity for each check, and one for each way of taking statements.
extension OSCALDocument {
    /// The checks that looked at any agent, sorted.
    var usedChecks: [Check] {
        let used = Set(assessment.checks.lazy.filter { $0.verdict != .notApplicable }.map(\.check))
        return assessment.catalog.checks.filter { used.contains($0.id) }
    }

    /// The ways in which statements were taken.
    var statedMethods: [Check.Method] {
        let used = Set(assessment.statements.map(\.method))
        return Check.Method.allCases.filter(used.contains)
    }

    /// Writes a check as an activity, with the items that it bears on.
    func activity(_ check: Check, _ held: Set<ControlID>) {
        out.element("activity", ["uuid": names.activity(check.id)]) {
            out.title("Check \(check.id)")
            // The title of a check says what is true of a good agent.
            out.blocks("description", ["Holds the evidence to this: \(check.title).", check.rationale])
            out.standardProp("method", check.method.rawValue.uppercased())
            out.prop("check-id", check.id.rawValue)
            out.prop("severity", check.severity.rawValue)
            let items = check.mappings.map(\.control).filter(held.contains)
            guard !items.isEmpty else { return }
            out.element("related-controls") {
                out.element("control-selection") {
                    for id in unique(items) { out.empty("include-control", ["control-id": context.token(id)]) }
                }
            }
        }
    }

    /// Writes the taking of statements as an activity.
    func activity(_ method: Check.Method) {
        out.element("activity", ["uuid": names.uuid("activity", "statement", method.rawValue)]) {
            out.title("Statements by people, method \(method.rawValue)")
            out.blocks(
                "description",
                [
                    "Statements are self-reported, or attested where the person who states them signed. Their dates and the digests of their documents are checked, and "
                        + "whether the evidence contradicts them; what they say is not."
                ])
            out.standardProp("method", method.rawValue.uppercased())
        }
    }

    /// Writes the one task, which carries out every activity on every agent.
    func task() {
        guard !assessment.agents.isEmpty else { return }
        out.element("task", ["uuid": names.uuid("task", context.judged), "type": "action"]) {
            out.title("Assess the agents")
            out.blocks(
                "description", ["Collects evidence from configuration files and joins it with the catalog of checks."])
            for check in usedChecks { associated(names.activity(check.id)) }
            for method in statedMethods { associated(names.uuid("activity", "statement", method.rawValue)) }
        }
    }

    private func associated(_ activity: String) {
        out.element("associated-activity", ["activity-uuid": activity]) {
            out.element("subject", ["type": "component"]) { out.empty("include-all") }
        }
    }

    private func unique(_ items: [ControlID]) -> [ControlID] {
        var seen: Set<ControlID> = []
        return items.filter { seen.insert($0).inserted }
    }
}

extension OSCALNames {
    /// The identifier of the activity that a check is.
    func activity(_ check: CheckID) -> String { uuid("activity", "check", check.rawValue) }
}
