internal import Compliance

extension OSCALResult {
    /// Writes an open gap as a risk; a waiver that holds makes it a deviation that was approved.
    ///
    /// - Parameters:
    ///   - gap: The gap.
    ///   - observation: What it was seen in.
    ///   - isTracked: Whether the document follows what becomes of it, as a plan of action does.
    func risk(_ gap: Gap, seenIn observation: String?, isTracked: Bool = false) {
        let waiver = document.index.waiver(of: gap)
        out.element("risk", ["uuid": names.risk(gap)]) {
            out.title(gap.headline)
            out.blocks("description", gap.facts)
            out.blocks("statement", [document.index.checkRationale(gap) ?? gap.headline])
            out.prop("gap-id", gap.id.rawValue)
            out.prop("cause", gap.cause.rawValue)
            out.prop("severity", gap.severity.rawValue)
            out.prop("value-digest", gap.valueDigest)
            if let waiver {
                out.prop("waiver-approver", waiver.approver)
                out.prop("waiver-reason", waiver.reason)
                out.prop("waiver-expires", waiver.expiresOn)
            }
            out.plain("status", waiver?.holds == true ? "deviation-approved" : "open")
            out.origin("tool", tool)
            out.element("characterization") {
                out.origin("tool", tool)
                out.empty(
                    "facet",
                    ["name": "severity", "system": "http://csrc.nist.gov/ns/oscal", "value": gap.severity.rawValue])
            }
            if isTracked {
                deadline(gap)
                acceptance(waiver, of: gap)
            }
            out.element(
                "response",
                ["uuid": names.uuid("response", gap.agent.rawValue, gap.id.rawValue), "lifecycle": "recommendation"]
            ) {
                out.title("Remedy")
                out.remedy("description", gap.remediation)
            }
            if isTracked {
                plan(gap)
                log(gap)
            }
            if let observation { out.empty("related-observation", ["observation-uuid": observation]) }
        }
    }

    /// Writes that the risk is accepted, by whom and why, or that its acceptance no longer counts.
    private func acceptance(_ waiver: Waiver?, of gap: Gap) {
        guard let waiver else { return }
        let uuid = names.uuid("acceptance", gap.agent.rawValue, gap.id.rawValue)
        out.element("response", ["uuid": uuid, "lifecycle": waiver.holds ? "completed" : "planned"]) {
            out.title(waiver.holds ? "The risk is accepted" : "The acceptance of the risk lapsed")
            out.blocks(
                "description", ["\(waiver.inOneSentence) (until \(waiver.expiresOn), \(waiver.citation.place))."])
            out.standardProp("type", waiver.holds ? "accept" : "none")
        }
    }

    /// Writes the verdict of a framework item.
    ///
    /// OSCAL knows `satisfied` and `not-satisfied` only, and NIST SP 800-53A counts what is not fully shown as other
    /// than satisfied; the reason `other` and our properties keep the unknown apart from the failed.
    func finding(_ result: ControlResult, of control: Control, risks: [String]) {
        let words = Reading(result).words(for: control.kind)
        let cited = Verdict.allCases.flatMap { result.checks($0) }.filter { observed[$0] != nil }
        let token = document.context.token(control.id)
        out.element("finding", ["uuid": names.uuid("finding", agent.id.rawValue, control.id.rawValue)]) {
            out.title("\(control.id.item): \(control.title)")
            out.blocks("description", ["Read as: \(words)."] + result.missing.map { "Missing: \($0)" })
            out.element("target", ["type": "statement-id", "target-id": token + "_smt"]) {
                out.prop("control-id", control.id.rawValue)
                out.prop("verdict", result.verdict.rawValue)
                out.prop("extent", result.extent.rawValue)
                if let inferred = result.inferred {
                    out.prop("inferred-verdict", inferred.verdict.rawValue)
                    for step in inferred.path {
                        out.prop("inferred-by", "\(step.from) \(step.relationship.rawValue) \(step.to)")
                    }
                }
                out.empty("status", ["state": state(result), "reason": reason(result)])
            }
            for check in cited { out.empty("related-observation", ["observation-uuid": observed[check]]) }
            for position in result.statements {
                guard let statement = statements.first(where: { $0.position == position })?.statement else { continue }
                out.empty("related-observation", ["observation-uuid": names.observation(statement, at: position)])
            }
            for risk in risks { out.empty("associated-risk", ["risk-uuid": risk]) }
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
