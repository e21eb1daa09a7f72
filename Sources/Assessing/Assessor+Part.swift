internal import Compliance

extension Assessor {
    /// What is said of some of the agents: nothing in it depends on the others.
    struct Part {
        private(set) var controls: [ControlResult] = []
        private(set) var gaps: [Gap] = []
        private(set) var questions: [OpenQuestion] = []
        private(set) var autonomy: [AutonomyProfile] = []

        init(
            _ agents: ArraySlice<AgentID>, checks: [AgentID: [CheckResult]], rollup: ControlRollup,
            inference: MappingInference, finder: GapFinder, index: EvidenceIndex
        ) {
            var rollup = rollup
            controls.reserveCapacity(agents.count * rollup.count)
            for agent in agents {
                let results = checks[agent] ?? []
                let verdicts = Dictionary(uniqueKeysWithValues: results.map { ($0.check, $0.verdict) })
                let own = inference.marking(rollup.results(for: agent, checks: verdicts))
                controls += own
                gaps += finder.gaps(for: agent, checks: results)
                questions += finder.questions(own)
                autonomy.append(AutonomyAssessor(index: index, agent: agent).profile())
            }
        }
    }
}
