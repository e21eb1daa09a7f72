internal import Compliance

extension TerminalReport {
    /// What to do next, the most useful first; there is always something.
    func next(_ outcome: Outcome, _ index: AssessmentIndex) -> [String] {
        let assessment = index.assessment
        guard !assessment.agents.isEmpty else {
            return [
                "No agent was found, so nothing is shown for any framework item.",
                "Next: give a folder with agent configuration: surety assess PATH",
            ]
        }
        var steps: [String] = []
        let refused = index.artifacts.filter { $0.status == "refused" }
        if let file = refused.first {
            let others = refused.count > 1 ? " and \(refused.count - 1) more" : ""
            steps.append("Repair \(file.path)\(others): what could not be read counts as unknown.")
        }
        if let gap = heaviest(outcome, index) {
            let place = gap.citations.first.map { " at \($0.place)" } ?? ""
            steps.append("Mend \(gap.id)\(place): surety explain \(gap.check?.rawValue ?? gap.id.rawValue)")
        }
        if outcome.asked > 0 {
            let questions = Counted.of(outcome.asked, "question")
            steps.append("Have people state what configuration cannot show (\(questions)) in statements.yaml.")
        }
        if steps.isEmpty { steps.append("Keep statements and waivers current: surety assess again after each change.") }
        return [style.bold("Next")] + steps.flatMap { paragraph($0, indent: 2) }
    }

    private func heaviest(_ outcome: Outcome, _ index: AssessmentIndex) -> Gap? {
        (outcome.written + outcome.unset).map(\.head).first { index.waiver(of: $0)?.holds != true }
    }
}
