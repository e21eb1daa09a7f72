/// Infers verdicts along mappings, by the algebra of sets and nothing else.
///
/// An item stands for the set of its requirements, and is satisfied when all of them hold. So of what is satisfied every
/// part and equal is; and whatever has a part or equal that is not satisfied is not. Both compose, because sets within
/// sets do. Of `intersects-with`, `no-relationship` and a concept crosswalk nothing follows.
public struct MappingInference: Sendable {
    private typealias Steps = [ControlID: [InferredVerdict.Step]]

    /// From an item to what it holds or equals.
    private let parts: Steps
    /// From an item to what holds or equals it.
    private let wholes: Steps

    /// Reads the rows of mappings in both directions.
    public init(_ mappings: [Mapping]) {
        var parts: Steps = [:]
        var wholes: Steps = [:]
        for mapping in mappings.sorted(by: { $0.id < $1.id }) {
            for row in mapping.rows + mapping.rows.map(\.reversed) {
                guard let relationship = row.relationship else { continue }
                let step = InferredVerdict.Step(
                    mapping: mapping.id, from: row.source, relationship: relationship, to: row.target,
                    because: row.because)
                if relationship.showsTheWhole { parts[row.source, default: []].append(step) }
                if relationship.failsTheWhole { wholes[row.source, default: []].append(step) }
            }
        }
        self.parts = parts.mapValues(Self.sorted)
        self.wholes = wholes.mapValues(Self.sorted)
    }

    /// What follows for items without a verdict from those with one.
    ///
    /// An item for which both verdicts follow gets neither: one of the rows or verdicts on the way is wrong. The path is
    /// a shortest one, the same in every run.
    ///
    /// - Parameter known: Verdicts by item; `undetermined` counts as none.
    /// - Returns: What follows, by item.
    public func inferred(from known: [ControlID: Verdict]) -> [ControlID: InferredVerdict] {
        let own = known.filter { $0.value != .undetermined }
        var result = reach(.satisfied, own, along: parts)
        for (item, failed) in reach(.notSatisfied, own, along: wholes) {
            result[item] = result[item] == nil ? failed : nil
        }
        return result
    }

    /// The items that a verdict reaches; one with a verdict of its own is not passed through.
    private func reach(
        _ verdict: Verdict, _ own: [ControlID: Verdict], along steps: Steps
    ) -> [ControlID: InferredVerdict] {
        var paths: [ControlID: InferredVerdict] = [:]
        var front = own.filter { $0.value == verdict }.keys.sorted()
        while !front.isEmpty {
            var next: [ControlID] = []
            for item in front {
                for step in steps[item] ?? [] where own[step.to] == nil && paths[step.to] == nil {
                    paths[step.to] = InferredVerdict(verdict: verdict, path: (paths[item]?.path ?? []) + [step])
                    next.append(step.to)
                }
            }
            front = next.sorted()
        }
        return paths
    }

    private static func sorted(_ steps: [InferredVerdict.Step]) -> [InferredVerdict.Step] {
        steps.sorted { ($0.to, $0.mapping) < ($1.to, $1.mapping) }
    }
}

extension MappingInference {
    /// The results with what follows for those that are undetermined.
    ///
    /// No verdict changes. Where a check of the item itself fails, nothing says that it is shown.
    public func marking(_ results: [ControlResult]) -> [ControlResult] {
        guard !parts.isEmpty else { return results }
        let known = Dictionary(results.map { ($0.control, $0.verdict) }, uniquingKeysWith: { first, _ in first })
        let inferred = inferred(from: known)
        return results.map { result in
            guard let found = inferred[result.control] else { return result }
            let fails = result.checks.contains { $0.verdict == .notSatisfied }
            return found.verdict == .satisfied && fails ? result : result.marked(found)
        }
    }
}
