internal import Compliance

extension OSCALResult {
    /// Writes which framework items were held against the agent: all of the selected frameworks but those that do not
    /// apply to it.
    func reviewedControls() {
        let inapplicable = Set(controls.filter { $0.verdict == .notApplicable }.map(\.control))
        let reviewed = controls.filter { document.index.control($0.control) != nil }.map(\.control)
        let byFramework = Dictionary(grouping: reviewed, by: \.framework)
        out.element("reviewed-controls") {
            out.blocks(
                "description", ["Framework items with a verdict; headings have none. Excluded items do not apply."])
            for framework in assessment.catalog.frameworks {
                guard let ids = byFramework[framework.id] else { continue }
                selection(framework, ids, inapplicable)
            }
            if byFramework.isEmpty {
                out.element("control-selection") {
                    out.blocks("description", ["No verdicts were given."])
                    out.empty("include-all")
                }
            }
        }
    }

    private func selection(_ framework: Framework, _ ids: [ControlID], _ inapplicable: Set<ControlID>) {
        out.element("control-selection") {
            let share = assessment.catalog.tailoring?.shares.first { $0.framework == framework.id }
            let chosen = share.map { ["Chosen by the profile: \($0.chosen) of \($0.total) items."] } ?? []
            out.blocks("description", ["\(framework.title), \(framework.edition)."] + chosen)
            out.prop("framework-id", framework.id.rawValue)
            out.empty("link", ["href": "#" + names.resource(framework.id), "rel": "reference"])
            for id in ids { out.empty("include-control", ["control-id": document.context.token(id)]) }
            for id in ids where inapplicable.contains(id) {
                out.empty("exclude-control", ["control-id": document.context.token(id)])
            }
        }
    }
}
