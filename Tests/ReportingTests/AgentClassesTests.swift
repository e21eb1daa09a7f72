import Compliance
import Testing

@testable import Reporting

@Suite("Agents with the same results")
struct AgentClassesTests {
    /// Agents of which the first half shares what is said, as the assessor keeps it.
    private var fleet: Assessment {
        let plain = Sample.fleet(agents: 6)
        let agents = plain.agents.map(\.id)
        let first = plain.controls.filter { $0.agent == agents[0] }
        let shared = agents.prefix(3).flatMap { agent in first.map { $0.said(of: agent) } }
        let others = plain.controls.filter { agents.dropFirst(3).contains($0.agent) }
        return Assessment(
            at: plain.at, toolVersion: plain.toolVersion, catalog: plain.catalog, evidence: plain.evidence,
            evidenceDigest: plain.evidenceDigest, agents: plain.agents, checks: plain.checks,
            controls: shared + others, gaps: plain.gaps, questions: [], statements: [], waivers: [], autonomy: [])
    }

    @Test func areFoundByWhatTheyShare() {
        let index = AssessmentIndex(fleet)
        #expect(index.classes.map { $0.agents.count } == [3, 1, 1, 1])
        #expect(index.classes.flatMap(\.agents) == fleet.agents.map(\.id))
    }

    @Test func countTheSameAsOneByOne() {
        let shared = AssessmentIndex(fleet)
        let single = AssessmentIndex(Sample.fleet(agents: 6))
        for framework in fleet.catalog.frameworks {
            let agents = fleet.agents.map(\.id)
            let left = shared.tallies(of: framework, for: agents).map { $0.sentence(for: framework) }
            #expect(left == single.tallies(of: framework, for: agents).map { $0.sentence(for: framework) })
        }
        let all = ItemResults.all(in: shared)
        let each = ItemResults.all(in: single)
        #expect(all.count == each.count)
        for (control, results) in all {
            for reading in Reading.allCases { #expect(results.count(reading) == each[control]?.count(reading)) }
        }
    }

    @Test func agentsWithoutResultsAreOpen() throws {
        let sample = Sample().assessment
        let results = try #require(
            ItemResults.all(in: AssessmentIndex(sample))[Sample().control(Sample().rmf, "govern-1.1")])
        #expect(results.count(.shown) == 1 && results.count(.open) == 1)
    }

    @Test func whatDoesNotApplyMissesNothing() throws {
        let result = ControlResult(
            control: Sample().control(Sample().asi, "asi01"), agent: Sample().api, verdict: .notApplicable,
            extent: .none,
            checks: [], statements: [], missing: [.statement("who?")])
        let entry = ItemResults.Entry(result: result, agents: [Sample().api])
        #expect(ItemResults(entries: [entry], absent: 0).missing.isEmpty)
    }
}
