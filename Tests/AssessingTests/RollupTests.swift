import Assessing
import Compliance
import Testing

@Suite struct RollupTests {
    private func result(
        _ control: Control, maps: Relationship, tls: [Bool?], seen: Completeness = .complete, statement: Bool = false
    ) throws -> ControlResult {
        var evidence = Sample.evidence(tls: tls, seen: seen)
        if statement { evidence.add(try Statements.row(control: control.id)) }
        let catalog = Sample.catalog([control], [Sample.check("mcp/tls", maps: [(control.id.item, maps)])])
        let assessment = try Assessor(catalog: catalog).assess(
            evidence, waivers: [], at: "2026-11-24T00:00:00Z", toolVersion: "t")
        return try #require(assessment.controls.first)
    }

    @Test func aPartThatFailsFailsTheWhole() throws {
        #expect(try result(Sample.control("a"), maps: .subsetOf, tls: [false]).verdict == .notSatisfied)
    }

    @Test func aRelatedCheckThatFailsOnlyKeepsThePassAway() throws {
        let result = try result(Sample.control("a"), maps: .intersectsWith, tls: [false])
        #expect(result.verdict == .undetermined)
        #expect(result.missing.contains { $0.description == "mcp/tls fails" })
    }

    @Test func aRelatedCheckThatPassesShowsNothingWhole() throws {
        let result = try result(Sample.control("a"), maps: .intersectsWith, tls: [true])
        #expect(result.verdict == .undetermined && result.extent == .partial)
    }

    @Test func partsShowAControlThatIsConfiguration() throws {
        #expect(try result(Sample.control("a"), maps: .subsetOf, tls: [true]).verdict == .satisfied)
    }

    @Test(arguments: [Control.Kind.outcome, .risk])
    func anOutcomeOrRiskNeedsAPersonBeside(kind: Control.Kind) throws {
        let control = Sample.control("a", kind: kind, observability: .partial)
        let alone = try result(control, maps: .subsetOf, tls: [true])
        #expect(alone.verdict == .undetermined && alone.extent == .partial)
        #expect(alone.missing == [.statement("Is a done?")])
        #expect(try result(control, maps: .subsetOf, tls: [true], statement: true).verdict == .satisfied)
    }

    @Test func aStatementNeverOutweighsAFailure() throws {
        let control = Sample.control("a", observability: .partial)
        #expect(try result(control, maps: .subsetOf, tls: [false], statement: true).verdict == .notSatisfied)
    }

    @Test func whatWasNotSeenNeverSatisfies() throws {
        #expect(try result(Sample.control("a"), maps: .equalTo, tls: [true], seen: .partial).verdict == .undetermined)
    }

    @Test func aRiskIsExposedWhenOneGuidelineFails() throws {
        let catalog = Sample.catalog(
            [Sample.control("a", kind: .risk, observability: .partial), Sample.control("a.m1", parent: "a")],
            [Sample.check("mcp/tls", maps: [("a.m1", .subsetOf)])])
        let assessment = try Assessor(catalog: catalog).assess(
            Sample.evidence(tls: [false]), waivers: [], at: "2026-11-24T00:00:00Z", toolVersion: "t")
        #expect(assessment.controls.map(\.verdict) == [.notSatisfied, .notSatisfied])
    }
}
