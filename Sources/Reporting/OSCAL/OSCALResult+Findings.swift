internal import Compliance

extension OSCALResult {
    /// Writes an open gap as a risk; a waiver that holds makes it a deviation that was approved.
    func risk(_ gap: Gap) {
        let waiver = document.index.waiver(of: gap)
        xml.element("risk", ["uuid": names.risk(gap)]) {
            xml.title(gap.headline)
            xml.blocks("description", gap.facts)
            xml.blocks("statement", [document.index.checkRationale(gap) ?? gap.headline])
            xml.prop("gap-id", gap.id.rawValue)
            xml.prop("cause", gap.cause.rawValue)
            xml.prop("severity", gap.severity.rawValue)
            xml.prop("value-digest", gap.valueDigest)
            if let waiver {
                xml.prop("waiver-approver", waiver.approver)
                xml.prop("waiver-reason", waiver.reason)
                xml.prop("waiver-expires", waiver.expiresOn)
            }
            xml.text("status", text: waiver?.holds == true ? "deviation-approved" : "open")
            xml.origin("tool", names.tool(agent.id))
            xml.element("characterization") {
                xml.origin("tool", names.tool(agent.id))
                xml.empty(
                    "facet",
                    ["name": "severity", "system": "http://csrc.nist.gov/ns/oscal", "value": gap.severity.rawValue])
            }
            xml.element(
                "response",
                ["uuid": names.uuid("response", gap.agent.rawValue, gap.id.rawValue), "lifecycle": "recommendation"]
            ) {
                xml.title("Remedy")
                xml.element("description") { xml.remedy(gap.remediation) }
            }
            if let check = gap.check, let uuid = observed[check] {
                xml.empty("related-observation", ["observation-uuid": uuid])
            }
        }
    }

    /// Writes the verdict of a framework item.
    ///
    /// OSCAL knows `satisfied` and `not-satisfied` only, and NIST SP 800-53A counts what is not fully shown as other
    /// than satisfied; the reason `other` and our properties keep the unknown apart from the failed.
    func finding(_ result: ControlResult, of control: Control, risks: [String]) {
        let words = Reading(result).words(for: control.kind)
        let cited = Verdict.allCases.flatMap { result.checks($0) }.filter { observed[$0] != nil }
        let token = OSCALNames.token(control.id)
        xml.element("finding", ["uuid": names.uuid("finding", agent.id.rawValue, control.id.rawValue)]) {
            xml.title("\(control.id.item): \(control.title)")
            xml.blocks("description", ["Read as: \(words)."] + result.missing.map { "Missing: \($0)" })
            xml.element("target", ["type": "statement-id", "target-id": token + "_smt"]) {
                xml.prop("control-id", control.id.rawValue)
                xml.prop("verdict", result.verdict.rawValue)
                xml.prop("extent", result.extent.rawValue)
                if let inferred = result.inferred {
                    xml.prop("inferred-verdict", inferred.verdict.rawValue)
                    for step in inferred.path {
                        xml.prop("inferred-by", "\(step.from) \(step.relationship.rawValue) \(step.to)")
                    }
                }
                xml.empty("status", ["state": state(result), "reason": reason(result)])
            }
            for check in cited { xml.empty("related-observation", ["observation-uuid": observed[check]]) }
            for position in result.statements {
                guard let statement = statements.first(where: { $0.position == position })?.statement else { continue }
                xml.empty("related-observation", ["observation-uuid": names.observation(statement, at: position)])
            }
            for risk in risks { xml.empty("associated-risk", ["risk-uuid": risk]) }
        }
    }

    private func state(_ result: ControlResult) -> String {
        result.verdict == .satisfied ? "satisfied" : "not-satisfied"
    }

    private func reason(_ result: ControlResult) -> String {
        switch result.verdict {
        case .satisfied: "pass"
        case .notSatisfied: "fail"
        case .undetermined, .notApplicable: "other"
        }
    }
}
