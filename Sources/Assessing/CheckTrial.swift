public import Compliance
internal import GRDB

/// Tries a check on its examples and holds it against the laws that every check keeps.
public struct CheckTrial {
    let check: Check
    let compiled: CompiledCheck

    /// Reads a check.
    ///
    /// - Throws: `CheckError` for an expression outside the portable subset.
    public init(_ check: Check) throws {
        self.check = check
        compiled = try CompiledCheck(check)
    }

    /// What is wrong with the check; nothing when all examples and laws hold.
    public func problems() -> [String] {
        do {
            return try examples() + bothSides() + bite() + parameters() + weights() + valueFree()
        } catch {
            return ["\(error)"]
        }
    }

    /// What is wrong whatever values the parameters have: the examples need not hold, their rows are still judged.
    public func problemsWithAnyValues() -> [String] {
        do {
            return try valueFree()
        } catch {
            return ["\(error)"]
        }
    }

    private func valueFree() throws -> [String] {
        try emptiness() + lessIsNotBetter() + orderMatters() + wording()
    }

    // Law 2: both sides are shown.
    private func bothSides() -> [String] {
        let shown = Set(check.examples.map(\.expect))
        return [Verdict.satisfied, .notSatisfied].filter { !shown.contains($0) }
            .map { "no example shows \($0.rawValue)" }
    }

    private func examples() throws -> [String] {
        try check.examples.compactMap { example in
            let verdict = try Self.verdict(of: compiled, on: ExampleEvidence(example).evidence)
            guard verdict != example.expect else { return nil }
            return "example “\(example.name)” gives \(verdict.rawValue), not \(example.expect.rawValue)"
        }
    }

    // Law 1: no evidence, no pass.
    private func emptiness() throws -> [String] {
        let verdict = try Self.verdict(of: compiled, on: Evidence())
        return verdict == .satisfied ? ["it is satisfied by no evidence at all"] : []
    }

    // Law 4: deleting a row or a value never makes a row that remains satisfied.
    private func lessIsNotBetter() throws -> [String] {
        var problems: [String] = []
        for example in check.examples {
            let whole = try ExampleEvidence(example)
            let before = try satisfied(whole.rows)
            for position in whole.rows.indices {
                var rows = whole.rows
                let removed = rows.remove(at: position)
                if try !satisfied(rows).isSubset(of: before) {
                    problems.append(
                        "example “\(example.name)”: without a row of \(removed.table.rawValue) more is satisfied")
                }
                problems += try nulled(whole.rows, position, before).map { "example “\(example.name)”: \($0)" }
            }
        }
        return problems
    }

    private func nulled(_ rows: [Compliance.Row], _ position: Int, _ before: Set<Compliance.Row>) throws -> [String] {
        let row = rows[position]
        return try EvidenceSchema.schema(of: row.table).ownColumns.compactMap { column in
            guard !column.isRequired, row[column.name] != .null else { return nil }
            var less = rows
            less[position] = row.setting(column.name, to: .null)
            let after = try satisfied(less)
            let known = after.subtracting(before).filter { $0 != less[position] || !before.contains(row) }
            return known.isEmpty ? nil : "with \(row.table.rawValue).\(column.name) unknown, more is satisfied"
        }
    }

    private func satisfied(_ rows: [Compliance.Row]) throws -> Set<Compliance.Row> {
        var evidence = Evidence()
        rows.forEach { evidence.add($0) }
        let verdicts = try EvidenceStore(evidence, tables: compiled.tables).verdicts(of: compiled)
        return Set(verdicts.filter { $0.verdict == .satisfied }.map { evidence[check.subject][$0.row] })
    }

    // Law 5: the assertion bites.
    private func bite() throws -> [String] {
        var problems: [String] = []
        if try survives(check.replacing(assert: "NOT (\(check.assert))")) {
            problems.append("no example notices when the assertion is negated")
        }
        for weaker in try CheckExpression(check.assert).withOneOperandDropped
        where try survives(check.replacing(assert: weaker)) {
            problems.append("no example notices when the assertion is only: \(weaker)")
        }
        guard let when = check.when else { return problems }
        for weaker in try CheckExpression(when).withOneOperandDropped
        where try survives(check.replacing(when: weaker)) {
            problems.append("no example notices when the condition is only: \(weaker)")
        }
        return problems
    }

    // Law 5, of the parameters: some example notices when a value is another.
    private func parameters() throws -> [String] {
        try check.parameters.compactMap { parameter in
            let others: [Value] =
                parameter.kind == .number ? [-1_000_000_000_000, 1_000_000_000_000] : [.text("another"), .text("")]
            let survived = try others.allSatisfy { other in
                let changed = try parameter.setting(other)
                return try survives(check.setting(check.parameters.map { $0.name == changed.name ? changed : $0 }))
            }
            return survived ? "no example notices when the parameter \(parameter.name) is another" : nil
        }
    }

    private func survives(_ mutant: Check) throws -> Bool {
        let compiled = try CompiledCheck(mutant)
        return try check.examples.allSatisfy {
            try Self.verdict(of: compiled, on: ExampleEvidence($0).evidence) == $0.expect
        }
    }

    // Law 3: the order of rows does not matter.
    private func orderMatters() throws -> [String] {
        try check.examples.compactMap { example in
            let rows = try ExampleEvidence(example).rows
            return try satisfied(rows) == satisfied(rows.reversed())
                ? nil : "example “\(example.name)” depends on the order of rows"
        }
    }

    private func wording() -> [String] {
        var problems: [String] = []
        let texts = [check.title, check.message, check.rationale, check.remediation] + check.references
        if (texts + check.mappings.map(\.because) + check.examples.map(\.name)).contains(where: { $0.contains("TODO") })
        {
            problems.append("a text still says TODO")
        }
        if check.title.count > 75 { problems.append("the title is longer than 75 characters") }
        problems += Remedy(check.remediation, knowing: check.products).flaws.map { "remediation: \($0)" }
        for column in compiled.message.columns
        where EvidenceSchema.schema(of: check.subject).index(of: column) == nil {
            problems.append("the message names \(column), which table \(check.subject.rawValue) does not have")
        }
        return problems
    }

    private static func verdict(of compiled: CompiledCheck, on evidence: Evidence) throws -> Verdict {
        let index = EvidenceIndex(evidence)
        let store = try EvidenceStore(index.evidence, tables: compiled.tables)
        let rows = try store.verdicts(of: compiled)
        var runner = CheckRunner(index: index)
        return Verdict.all(
            try Set(index.agents).union([ExampleEvidence.agent]).map { agent in
                let stretch = index.stretch(compiled.check.subject, of: agent)
                return try runner.result(of: compiled, for: agent, rows: rows.filter { stretch.contains($0.row) }) {
                    try store.certainFailures(of: compiled, whenUnseen: $0)
                }.verdict
            })
    }
}
