import Compliance
import Testing

@testable import Reporting

@Suite("Causes")
struct CauseGroupTests {
    private static func place(_ line: Int?, _ column: Int? = 5, _ pointer: String? = "/a") -> Citation {
        Citation(artifact: "a.json", sha256: nil, line: line, column: line == nil ? nil : column, pointer: pointer)
    }

    private static func gap(
        _ check: String, _ severity: Severity, _ places: [Citation], agent: String = "x@.", seen: String? = nil,
        cause: Gap.Cause = .failingCheck, waiver: Int? = nil
    ) -> Gap {
        Gap(
            id: GapID(of: AgentID(agent), cause, key: check), agent: AgentID(agent), cause: cause,
            check: CheckID(check), severity: severity, title: "T \(check)", detail: [seen ?? "seen \(check)"],
            remediation: "do \(check)", controls: [], citations: places, valueDigest: "d", waiver: waiver, owner: nil)
    }

    private static func assessment(
        _ gaps: [Gap], subject: Table = .permission, excerpts: [Int: String] = [:], waivers: [Waiver] = []
    ) -> Assessment {
        var evidence = Evidence()
        for (line, text) in excerpts { evidence.keep(line: line, of: "a.json", text: text) }
        let checks = Set(gaps.compactMap(\.check)).sorted().map { id in
            Check(
                id: id, title: "T \(id)", method: .test, severity: .medium, subject: subject, when: nil, assert: "a",
                message: "m", mappings: [], rationale: "r", remediation: "r", references: [], examples: [])
        }
        return Assessment(
            at: "2026-11-23T00:00:00Z", toolVersion: "t",
            catalog: Catalog(frameworks: [], checks: checks, digest: Sample.digest), evidence: evidence,
            evidenceDigest: "e",
            agents: Set(gaps.map(\.agent)).sorted().map {
                AgentSummary(id: $0, product: "p", kind: "k", owner: nil, purpose: nil, subAgents: [], unseen: [:])
            }, checks: [], controls: [], gaps: gaps, questions: [], statements: [], waivers: waivers, autonomy: [])
    }

    private func heads(_ groups: [CauseGroup]) -> [[String]] {
        groups.map { group in group.gaps.compactMap(\.check?.rawValue) }
    }

    @Test func gapsOfTheSamePlacesAreOneAndTheHeaviestLeads() {
        let groups = CauseGroup.all(
            in: Self.assessment([
                Self.gap("c/low", .low, [Self.place(3)]), Self.gap("c/critical", .critical, [Self.place(3)]),
                Self.gap("c/other", .high, [Self.place(4)]),
            ]))
        #expect(heads(groups) == [["c/critical", "c/low"], ["c/other"]])
        #expect(groups[0].moreWords == "; 1 more check fails with it")
        #expect(groups[1].moreWords == "")
    }

    @Test func whatRestsOnSomeOfAGapsPlacesGoesWithIt() {
        let groups = CauseGroup.all(
            in: Self.assessment([
                Self.gap("c/part", .high, [Self.place(4)]),
                Self.gap("c/all", .high, [Self.place(3), Self.place(4), Self.place(5)]),
                Self.gap("c/wider", .low, [Self.place(4), Self.place(9)]),
            ]))
        #expect(heads(groups) == [["c/all", "c/part"], ["c/wider"]])
    }

    @Test func anotherColumnOfALineIsAnotherPlace() {
        let groups = CauseGroup.all(
            in: Self.assessment([
                Self.gap("c/a", .high, [Self.place(1, 5)]), Self.gap("c/b", .high, [Self.place(1, 50)]),
            ]))
        #expect(groups.count == 2)
    }

    @Test func theSameSentenceOfSeveralAgentsIsOneEntry() {
        let groups = CauseGroup.all(
            in: Self.assessment([
                Self.gap("c/a", .high, [Self.place(3)], agent: "b@.", seen: "s"),
                Self.gap("c/a", .high, [Self.place(7)], agent: "a@.", seen: "s"),
                Self.gap("c/a", .high, [Self.place(7)], agent: "c@.", seen: "another"),
            ]))
        #expect(groups.map { $0.agents.map(\.rawValue) } == [["a@.", "b@."], ["c@."]])
    }

    @Test func theNameOfTheProductMakesNoDifference() {
        // Both agents of this assessment run on product "p".
        let groups = CauseGroup.all(
            in: Self.assessment([
                Self.gap("c/a", .high, [Self.place(3)], agent: "a@.", seen: "\"s\" of p starts"),
                Self.gap("c/a", .high, [Self.place(4)], agent: "b@.", seen: "\"s\" of p starts"),
                Self.gap("c/a", .high, [Self.place(5)], agent: "c@.", seen: "\"t\" of p starts"),
            ]))
        #expect(groups.map(\.agents.count) == [2, 1])
    }

    @Test func whatNoFileSetsStandsApartWhateverItsWords() {
        let unset = Self.place(1, 1, "/sandbox/enabled")
        let gaps = [
            Self.gap("c/set", .low, [Self.place(2)]), Self.gap("c/unset", .high, [unset], seen: "of a"),
            Self.gap("c/unset", .high, [unset], agent: "y@.", seen: "of b"),
        ]
        let groups = CauseGroup.all(in: Self.assessment(gaps, excerpts: [1: "{", 2: "  \"a\": 1"]))
        #expect(groups.map(\.origin) == [.unset, .written])
        #expect(groups[0].agents.count == 2)
        #expect(groups[0].sentence == "T c/unset: not so by default")
    }

    @Test func defaultsOfDifferentKeysAreDifferentAndThoseOfNoKeyToo() {
        let groups = CauseGroup.all(
            in: Self.assessment(
                [
                    Self.gap("c/a", .high, [Self.place(1, 1, "/a")]), Self.gap("c/b", .high, [Self.place(1, 1, "/b")]),
                    Self.gap("c/c", .high, [Self.place(1, 1, "")]), Self.gap("c/d", .high, [Self.place(1, 1, "")]),
                    Self.gap("c/e", .low, [Self.place(1, 1, "/a")]),
                ], excerpts: [1: "{"]))
        #expect(heads(groups) == [["c/a", "c/e"], ["c/b"], ["c/c"], ["c/d"]])
        #expect(groups.allSatisfy { $0.origin == .unset })
    }

    @Test func aFileAsAWholeSaysSomethingOfItself() {
        let gaps = [Self.gap("c/a", .high, [Self.place(1, 1, "")])]
        #expect(CauseGroup.all(in: Self.assessment(gaps, subject: .artifact)).map(\.origin) == [.written])
        #expect(CauseGroup.all(in: Self.assessment(gaps, subject: .agent)).map(\.origin) == [.unset])
    }

    @Test func whatAWaiverAcceptsStandsLastAndApart() {
        let waiver = Sample().waivers[0]
        let groups = CauseGroup.all(
            in: Self.assessment(
                [
                    Self.gap("c/a", .critical, [Self.place(3)], waiver: 0), Self.gap("c/b", .low, [Self.place(3)]),
                ], waivers: [waiver]))
        #expect(heads(groups) == [["c/b"], ["c/a"]])
        #expect(groups.map(\.isAccepted) == [false, true])
    }

    @Test func whatTheFilesDoNotTellIsNoCause() {
        let unknown = Self.gap("c/a", .info, [Self.place(3)], seen: "\"n\": x not known", cause: .unstatedValue)
        let groups = CauseGroup.all(in: Self.assessment([Self.gap("c/b", .low, [Self.place(3)]), unknown]))
        #expect(groups.map(\.origin) == [.written, .unknown])
    }

    @Test func everyGapIsInOneGroupAndTheRegisterNamesItsHead() {
        let assessment = Sample().assessment
        let groups = CauseGroup.all(in: assessment)
        #expect(groups.flatMap(\.gaps).map(\.id).sorted() == assessment.gaps.map(\.id).sorted())
        let heads = GroupHeads(assessment)
        for group in groups {
            for gap in group.gaps { #expect(heads.head(of: gap) == group.head.id) }
        }
        for gap in assessment.register where gap.cause == .missingStatement {
            #expect(heads.head(of: gap) == gap.id)
        }
    }

    @Test func remediesAreThoseOfTheProducts() {
        let one = Self.gap("c/a", .high, [Self.place(3)], agent: "a@.", seen: "s")
        let groups = CauseGroup.all(
            in: Self.assessment([one, Self.gap("c/a", .high, [Self.place(4)], agent: "b@.", seen: "s")]))
        #expect(groups[0].remedies.map(\.text) == ["do c/a"])
        #expect(groups[0].remedies.map { $0.agents.count } == [2])
    }
}
