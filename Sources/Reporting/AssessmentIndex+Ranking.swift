internal import Compliance

extension AssessmentIndex {
    /// Agents by the weight of what is open on them: one heavier gap outweighs any number of lighter ones.
    func heaviestFirst(_ agents: [AgentID]) -> [AgentID] {
        let weighed = agents.map { agent in
            let counts = Dictionary(gaps(of: agent).map { ($0.severity, 1) }, uniquingKeysWith: +)
            return (agent: agent, weight: Severity.allCases.sorted(by: >).map { counts[$0] ?? 0 })
        }
        return weighed.sorted { left, right in
            left.weight == right.weight
                ? left.agent < right.agent : right.weight.lexicographicallyPrecedes(left.weight)
        }.map(\.agent)
    }

    /// The waiver beside a gap.
    func waiver(of gap: Gap) -> Waiver? {
        gap.waiver.flatMap { assessment.waivers.indices.contains($0) ? assessment.waivers[$0] : nil }
    }
}
