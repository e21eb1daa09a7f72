internal import Compliance

extension TerminalReport {
    /// What to do next, the most useful first; there is always something.
    func next(_ index: AssessmentIndex) -> [String] {
        let assessment = index.assessment
        guard !assessment.agents.isEmpty else {
            return [
                "No agent was found, so nothing is shown for any framework item.",
                "Next: give a folder with agent configuration: surety assess PATH",
            ]
        }
        var steps: [String] = []
        let refused = ArtifactRecord.all(in: assessment.evidence).filter { $0.status == "refused" }
        if let file = refused.first {
            let others = refused.count > 1 ? " and \(refused.count - 1) more" : ""
            steps.append("Repair \(file.path)\(others): what could not be read counts as unknown.")
        }
        if let gap = heaviest(index) {
            let place = gap.citations.first.map { " at \($0.place)" } ?? ""
            steps.append("Mend \(gap.id)\(place): surety explain \(gap.check?.rawValue ?? gap.id.rawValue)")
        }
        let unstated = assessment.questions.count
        if unstated > 0 {
            steps.append("Have people state what configuration cannot show (\(unstated) open) in statements.yaml.")
        }
        if steps.isEmpty { steps.append("Keep statements and waivers current: surety assess again after each change.") }
        return [style.bold("Next")] + steps.flatMap { paragraph($0, indent: 2) }
    }

    private func heaviest(_ index: AssessmentIndex) -> Gap? {
        let open = index.assessment.gaps.filter { index.waiver(of: $0)?.holds != true }
        return open.max { $0.severity < $1.severity }
    }
}
