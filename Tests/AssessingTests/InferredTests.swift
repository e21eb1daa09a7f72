import Assessing
import Compliance
import Testing

/// An item of which nothing is shown, and one with a check, joined by a mapping.
@Suite("Inference after the roll-up")
struct InferredTests {
    private func results(
        _ relationship: Relationship, tls: [Bool?], maps: Relationship = .equalTo, other: Relationship? = nil
    ) throws -> [ControlResult] {
        let (a, b) = (Sample.control("a"), Sample.control("b", kind: .risk, observability: .partial))
        let tested = Sample.check("mcp/tls", maps: [("a", maps)] + (other.map { [("b", $0)] } ?? []))
        let plain = Sample.catalog([a, b], [tested])
        let row = MappingRow(
            source: a.id, target: b.id, relationship: relationship, rationale: .functional, because: "drawn")
        let mapping = Mapping(
            id: MappingID("m"), title: "t", source: a.id.framework, target: b.id.framework, style: .setTheory,
            version: "1", status: .ours, document: "d", licence: "l", attribution: "a", rows: [row], digest: "")
        let catalog = Catalog(
            frameworks: plain.frameworks, checks: plain.checks, mappings: [mapping], digest: plain.digest)
        return try Assessor(catalog: catalog).assess(
            Sample.evidence(tls: tls), waivers: [], at: "2026-11-24T00:00:00Z", toolVersion: "t"
        ).controls
    }

    @Test(
        arguments: [
            (.supersetOf, true, .satisfied), (.supersetOf, false, nil), (.subsetOf, true, nil),
            (.subsetOf, false, .notSatisfied), (.equalTo, true, .satisfied), (.equalTo, false, .notSatisfied),
            (.intersectsWith, true, nil), (.intersectsWith, false, nil),
        ] as [(Relationship, Bool, Verdict?)])
    func theVerdictStaysAndTheMarkIsSet(relationship: Relationship, tls: Bool, expected: Verdict?) throws {
        let results = try results(relationship, tls: [tls])
        #expect(results[1].verdict == .undetermined && results[1].extent == .none)
        #expect(results[1].inferred?.verdict == expected)
        #expect(results[0].inferred == nil)
    }

    @Test func whatIsUnknownInfersNothing() throws {
        #expect(try results(.equalTo, tls: [nil])[1].inferred == nil)
    }

    @Test("Where a check of the item itself fails, nothing says that it is shown")
    func ownFailure() throws {
        // Both items rest on the same check; only the first takes its failure as something that shows it.
        let failing = try results(.supersetOf, tls: [false], maps: .equalTo, other: .intersectsWith)
        #expect(failing[1].verdict == .undetermined && failing[1].inferred == nil)
        let marked = MappingInference([
            Mapping(
                id: MappingID("m"), title: "t", source: FrameworkID("f"), target: FrameworkID("g"), style: .setTheory,
                version: "1", status: .ours, document: "d", licence: "l", attribution: "a",
                rows: [
                    MappingRow(
                        source: ControlID("f/a"), target: ControlID("g/b"), relationship: .supersetOf,
                        rationale: .semantic, because: "b")
                ], digest: "")
        ]).marking([
            result("f/a", .satisfied, []), result("g/b", .undetermined, [CheckVerdict(CheckID("x/y"), .notSatisfied)]),
        ])
        #expect(marked[1].inferred == nil)
    }

    private func result(_ id: String, _ verdict: Verdict, _ checks: [CheckVerdict]) -> ControlResult {
        ControlResult(
            control: ControlID(id), agent: AgentID("x"), verdict: verdict, extent: .none, checks: checks,
            statements: [],
            missing: [])
    }
}
