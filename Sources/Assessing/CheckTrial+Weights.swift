internal import Compliance

extension CheckTrial {
    // Law 5, of the weights: each severity that a failure may have is shown, and each condition decides something.
    func weights() throws -> [String] {
        var problems = try check.examples.compactMap { example -> String? in
            guard let expected = example.severity else { return nil }
            let weight = try Self.weight(of: compiled, on: example)
            return weight == expected
                ? nil
                : "example “\(example.name)” weighs \(weight?.rawValue ?? "nothing"), not \(expected.rawValue)"
        }
        let shown = Set(check.examples.compactMap(\.severity))
        for severity in Set(check.weights.map(\.severity)).sorted() where !shown.contains(severity) {
            problems.append("no example shows the severity \(severity.rawValue)")
        }
        for position in check.weights.indices {
            var fewer = check.weights
            let dropped = fewer.remove(at: position)
            if try weighsTheSame(check.replacing(weights: fewer)) {
                problems.append("no example notices when nothing is \(dropped.severity.rawValue) if \(dropped.when)")
            }
        }
        return problems
    }

    private func weighsTheSame(_ mutant: Check) throws -> Bool {
        let compiled = try CompiledCheck(mutant)
        return try check.examples.allSatisfy { example in
            try example.severity == nil || Self.weight(of: compiled, on: example) == example.severity
        }
    }

    /// What the heaviest failed row of an example weighs.
    private static func weight(of compiled: CompiledCheck, on example: CheckExample) throws -> Severity? {
        let index = EvidenceIndex(try ExampleEvidence(example).evidence)
        let rows = try EvidenceStore(index.evidence, tables: compiled.tables).verdicts(of: compiled)
        return rows.filter { $0.verdict == .notSatisfied }.map(\.severity).max()
    }
}
