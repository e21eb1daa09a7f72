import Compliance
import Testing

/// The law: whatever is inferred holds in every model that agrees with the rows and the known verdicts.
///
/// A model gives each item a set of requirements and says which requirements hold. The rows are drawn from the true
/// relationships of random sets, so that each model agrees with them; what is known is drawn from the true verdicts.
@Suite("The law of inference")
struct MappingLawTests {
    /// A generator whose numbers are the same in every run, so that a failure can be looked at.
    private struct Random: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            var mixed = state ^ (state >> 33)
            mixed = mixed &* 0xFF51_AFD7_ED55_8CCD
            return mixed ^ (mixed >> 33)
        }
    }

    private static func relationship(_ left: Set<Int>, _ right: Set<Int>) -> Relationship {
        if left == right { return .equivalentTo }
        if left.isSubset(of: right) { return .subsetOf }
        if left.isSuperset(of: right) { return .supersetOf }
        return left.isDisjoint(with: right) ? .noRelationship : .intersectsWith
    }

    /// What a row may honestly say: the true relationship, or only that the two overlap.
    private static func row(
        _ source: ControlID, _ target: ControlID, _ sets: [ControlID: Set<Int>], _ random: inout Random
    ) -> MappingRow {
        let exact = relationship(sets[source] ?? [], sets[target] ?? [])
        let said = Int.random(in: 0..<5, using: &random) == 0 ? .intersectsWith : exact
        return MappingRow(
            source: source, target: target, relationship: said, rationale: .functional, because: "drawn")
    }

    @Test(arguments: 0..<40)
    func everyInferenceHolds(seed: Int) {
        var random = Random(state: UInt64(seed))
        var inferences = 0
        for _ in 0..<50 {
            let items = (0..<Int.random(in: 2...8, using: &random)).map { ControlID("f\($0)/i") }
            let atoms = 0..<Int.random(in: 1...5, using: &random)
            var sets: [ControlID: Set<Int>] = [:]
            for item in items {
                let drawn = Set(atoms.filter { _ in Bool.random(using: &random) })
                sets[item] = drawn.isEmpty ? [atoms.lowerBound] : drawn
            }
            var rows: [MappingRow] = []
            for source in items {
                for target in items where source < target && Bool.random(using: &random) {
                    rows.append(Self.row(source, target, sets, &random))
                }
            }
            let mapping = Mapping(
                id: MappingID("m"), title: "", source: FrameworkID("f"), target: FrameworkID("g"), style: .setTheory,
                version: "1", status: .ours, document: "", licence: "", attribution: "", rows: rows, digest: "")
            let holding = Set(atoms.filter { _ in Int.random(in: 0..<3, using: &random) > 0 })
            let truth = sets.mapValues { $0.isSubset(of: holding) ? Verdict.satisfied : .notSatisfied }
            let known = truth.filter { _ in Bool.random(using: &random) }
            let found = MappingInference([mapping]).inferred(from: known)
            inferences += found.count
            for (item, inferred) in found {
                #expect(inferred.verdict == truth[item], "seed \(seed): \(inferred.path)")
                #expect(known[item] == nil && inferred.path.last?.to == item)
                #expect(inferred.path.first.flatMap { known[$0.from] } == inferred.verdict)
                #expect(zip(inferred.path, inferred.path.dropFirst()).allSatisfy { $0.to == $1.from })
            }
        }
        #expect(inferences > 0)
    }

    @Test("The rows of a mapping in one direction say what they say in the other", arguments: Relationship.allCases)
    func reversal(relationship: Relationship) {
        #expect(relationship.reversed.reversed == relationship)
        #expect(relationship.showsTheWhole == relationship.reversed.failsTheWhole)
    }
}
