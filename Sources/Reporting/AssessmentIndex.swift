public import Compliance
internal import Parallel

/// Finds what belongs together in an assessment, by position and without copies.
///
/// One serves all reports: what several of them need is worked out when the first asks for it.
public final class AssessmentIndex: Sendable {
    /// The assessment.
    public let assessment: Assessment
    /// Checks by identifier.
    let checks: [CheckID: Check]
    /// Items that other items belong to.
    let parents: Set<ControlID>
    /// Autonomy profiles by agent.
    let profiles: [AgentID: AutonomyProfile]
    /// Frameworks with their kinds of items that have verdicts, in published order.
    let kinds: [FrameworkID: [Control.Kind]]

    /// All agents, those with the same results together.
    let classes: [AgentClasses.Class]

    private let controlRuns: [AgentID: [Range<Int>]]
    private let checkRuns: [AgentID: [Range<Int>]]
    private let gapPositions: [AgentID: [Int]]

    private let allArtifacts: Once<[ArtifactRecord]>
    private let allCauses: Once<Outcome>
    private let allHeads: Once<GroupHeads>

    /// An index of an assessment.
    public init(_ assessment: Assessment) {
        self.assessment = assessment
        allArtifacts = Once { ArtifactRecord.all(in: assessment.evidence) }
        let causes = Once { Outcome(assessment) }
        allCauses = causes
        allHeads = Once { GroupHeads(assessment, causes.value.groups) }
        checks = Dictionary(assessment.catalog.checks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        kinds = Dictionary(
            assessment.catalog.frameworks.map { framework in
                let present = Set(framework.controls.map(\.kind))
                return (framework.id, [.risk, .outcome, .control].filter(present.contains))
            }, uniquingKeysWith: { first, _ in first })
        parents = Set(assessment.catalog.frameworks.flatMap(\.controls).compactMap(\.parent))
        profiles = Dictionary(assessment.autonomy.map { ($0.agent, $0) }, uniquingKeysWith: { first, _ in first })
        let controlRuns = Self.runs(assessment.controls, by: \.agent)
        self.controlRuns = controlRuns
        classes =
            AgentClasses(of: assessment.agents.map(\.id)) {
                Self.slice(assessment.controls, controlRuns[$0])
            }.all
        checkRuns = Self.runs(assessment.checks, by: \.agent)
        var positions: [AgentID: [Int]] = [:]
        for (position, gap) in assessment.gaps.enumerated() { positions[gap.agent, default: []].append(position) }
        gapPositions = positions
    }

    /// The files of the assessment sorted by path.
    var artifacts: [ArtifactRecord] { allArtifacts.value }
    /// What is open, as causes.
    var outcome: Outcome { allCauses.value }
    /// The gaps that stand for the entries of the reports.
    var heads: GroupHeads { allHeads.value }
    /// What the result rests on.
    var coverage: Coverage { Coverage(assessment, artifacts) }

    /// Some agents, those with the same results together.
    func classes(of agents: [AgentID]) -> [AgentClasses.Class] {
        agents.count == assessment.agents.count ? classes : AgentClasses(of: agents, results: controlResults).all
    }

    /// Verdicts of framework items for an agent.
    func controlResults(of agent: AgentID) -> ArraySlice<ControlResult> {
        Self.slice(assessment.controls, controlRuns[agent])
    }

    /// Verdicts of checks on an agent.
    func checkResults(of agent: AgentID) -> ArraySlice<CheckResult> {
        Self.slice(assessment.checks, checkRuns[agent])
    }

    /// The verdict of one check on an agent.
    func checkResult(_ check: CheckID, of agent: AgentID) -> CheckResult? {
        for run in checkRuns[agent] ?? [] {
            if let result = assessment.checks[run].first(where: { $0.check == check }) { return result }
        }
        return nil
    }

    /// The framework item with an identifier.
    func control(_ id: ControlID) -> Control? { assessment.catalog.control(id) }

    /// Why a gap's check matters.
    func checkRationale(_ gap: Gap) -> String? { gap.check.flatMap { checks[$0]?.rationale } }

    /// How what a check shows relates to an item.
    func relationship(of check: CheckID, to control: ControlID) -> Relationship? {
        checks[check]?.mappings.first { $0.control == control }?.relationship
    }

    /// What is open on an agent, heaviest first.
    func gaps(of agent: AgentID) -> [Gap] { (gapPositions[agent] ?? []).map { assessment.gaps[$0] } }

    /// Counts of a framework, a tally for each kind of item it has.
    func tallies(of framework: Framework, for agents: [AgentID]) -> [Tally] {
        (kinds[framework.id] ?? []).map { Tally($0, of: framework, for: agents, in: self) }
    }

    private static func slice<Element>(_ elements: [Element], _ runs: [Range<Int>]?) -> ArraySlice<Element> {
        guard let runs, let first = runs.first else { return [] }
        return runs.count == 1 ? elements[first] : runs.flatMap { elements[$0] }[...]
    }

    /// Results come sorted by agent, so each agent's are one stretch; more than one is allowed for all the same.
    private static func runs<Element>(_ elements: [Element], by agent: (Element) -> AgentID) -> [AgentID: [Range<Int>]]
    {
        var runs: [AgentID: [Range<Int>]] = [:]
        var start = 0
        while start < elements.count {
            let owner = agent(elements[start])
            var end = start + 1
            while end < elements.count, agent(elements[end]) == owner { end += 1 }
            runs[owner, default: []].append(start..<end)
            start = end
        }
        return runs
    }
}
