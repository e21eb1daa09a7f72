import Compliance
import Testing

@testable import Reporting

@Suite("Counts add up to the framework")
struct TallyTests {
    private func check(_ assessment: Assessment) {
        let index = AssessmentIndex(assessment)
        let groups = [assessment.agents.map(\.id)] + assessment.agents.map { [$0.id] } + [[]]
        for framework in assessment.catalog.frameworks {
            for agents in groups {
                let tallies = index.tallies(of: framework, for: agents)
                #expect(tallies.map(\.items).reduce(0, +) == framework.controls.count { $0.kind != .group })
                for tally in tallies {
                    #expect(Reading.allCases.map { tally[$0] }.reduce(0, +) == tally.total)
                    #expect(tally.needsPerson <= tally[.open])
                    #expect(tally[.open] >= 0)
                }
            }
        }
    }

    @Test func onTheSample() { check(Sample().assessment) }
    @Test func withoutAgents() { check(Sample.empty) }
    @Test func onAFleet() { check(Sample.fleet(agents: 7)) }

    @Test func theSentenceNamesTheUnknownEvenWhenThereIsNone() {
        let index = AssessmentIndex(Sample().assessment)
        let framework = Sample().catalog.frameworks[1]
        let tally = Tally(.risk, of: framework, for: [Sample().api], in: index)
        #expect(tally.sentence(for: framework) == "2 risks — 2 exposed, 0 not assessed")
    }

    @Test func whatHasNoResultIsNotAssessed() {
        let index = AssessmentIndex(Sample().assessment)
        let framework = Sample().catalog.frameworks[0]
        let tally = Tally(.outcome, of: framework, for: [Sample().shop], in: index)
        #expect(tally.sentence(for: framework) == "3 outcomes — 3 not assessed (of which 1 needs a person)")
    }
}
