import Compliance
import Testing

@Suite("Inference along mappings")
struct MappingInferenceTests {
    private static let items = ["f/a", "g/b", "h/c"].map { ControlID($0) }

    private func mapping(_ rows: [(ControlID, Relationship?, ControlID)], _ id: String = "m") -> Mapping {
        Mapping(
            id: MappingID(id), title: "t", source: FrameworkID("f"), target: FrameworkID("g"), style: .setTheory,
            version: "1", status: .ours, document: "d", licence: "l", attribution: "a",
            rows: rows.map {
                MappingRow(source: $0.0, target: $0.2, relationship: $0.1, rationale: .semantic, because: "b")
            }, digest: "")
    }

    @Test(
        "One row, both directions, both verdicts",
        arguments: [
            (.equalTo, .satisfied, .satisfied), (.equalTo, .notSatisfied, .notSatisfied),
            (.equivalentTo, .satisfied, .satisfied), (.equivalentTo, .notSatisfied, .notSatisfied),
            (.supersetOf, .satisfied, .satisfied), (.supersetOf, .notSatisfied, nil),
            (.subsetOf, .satisfied, nil), (.subsetOf, .notSatisfied, .notSatisfied),
            (.intersectsWith, .satisfied, nil), (.intersectsWith, .notSatisfied, nil),
            (.noRelationship, .satisfied, nil), (.noRelationship, .notSatisfied, nil), (nil, .satisfied, nil),
            (.equalTo, .undetermined, nil), (.equalTo, .notApplicable, nil),
        ] as [(Relationship?, Verdict, Verdict?)])
    func oneRow(relationship: Relationship?, known: Verdict, expected: Verdict?) {
        let (a, b) = (Self.items[0], Self.items[1])
        let forward = MappingInference([mapping([(a, relationship, b)])])
        #expect(forward.inferred(from: [a: known])[b]?.verdict == expected)
        let backward = MappingInference([mapping([(b, relationship?.reversed, a)])])
        let found = backward.inferred(from: [a: known])[b]
        #expect(found?.verdict == expected)
        #expect(found.map { $0.path.map(\.relationship) == [relationship] } ?? true)
    }

    @Test("Sets within sets: the path is the list of rows")
    func chain() throws {
        let (a, b, c) = (Self.items[0], Self.items[1], Self.items[2])
        let inference = MappingInference([mapping([(a, .supersetOf, b)], "m1"), mapping([(c, .subsetOf, b)], "m2")])
        let found = try #require(inference.inferred(from: [a: .satisfied])[c])
        #expect(found.path.map(\.mapping) == [MappingID("m1"), MappingID("m2")])
        #expect(found.path.map(\.relationship) == [.supersetOf, .supersetOf])
        #expect(inference.inferred(from: [c: .notSatisfied])[a]?.verdict == .notSatisfied)
        #expect(inference.inferred(from: [a: .notSatisfied]).isEmpty)
    }

    @Test("What has a verdict of its own keeps it, and hands none on that contradicts it")
    func ownVerdict() {
        let (a, b, c) = (Self.items[0], Self.items[1], Self.items[2])
        let inference = MappingInference([mapping([(a, .supersetOf, b), (b, .supersetOf, c)])])
        #expect(inference.inferred(from: [a: .satisfied, b: .notSatisfied])[c] == nil)
        #expect(inference.inferred(from: [a: .satisfied, b: .notApplicable]).isEmpty)
    }

    @Test("Where both verdicts follow, neither is given")
    func contradiction() {
        let (a, b, c) = (Self.items[0], Self.items[1], Self.items[2])
        let inference = MappingInference([mapping([(a, .equalTo, b), (c, .equalTo, b)])])
        #expect(inference.inferred(from: [a: .satisfied, c: .notSatisfied]).isEmpty)
    }

    @Test("A ring of rows ends")
    func ring() {
        let (a, b, c) = (Self.items[0], Self.items[1], Self.items[2])
        let inference = MappingInference([mapping([(a, .equalTo, b), (b, .equalTo, c), (c, .equalTo, a)])])
        #expect(inference.inferred(from: [a: .satisfied]).count == 2)
    }
}
