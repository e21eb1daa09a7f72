internal import Compliance

/// Turns the verdicts of rows into those of agents, and rows into findings.
struct CheckRunner {
    /// Passing rows that a result keeps as its evidence; failing and undecided rows are all kept.
    static let keptPasses = 3

    let index: EvidenceIndex

    /// The result of a check for one agent.
    func result(of compiled: CompiledCheck, for agent: AgentID, rows: some Collection<RowVerdict>) -> CheckResult {
        let check = compiled.check
        if isAboutOthers(check, than: agent) {
            return CheckResult(
                check: check.id, agent: agent, verdict: .notApplicable, reason: .otherProduct(check.products),
                findings: [])
        }
        let (verdict, reason) = verdict(of: compiled, for: agent, rows: rows)
        let beside = verdict == .notSatisfied ? RowDigest.of(compiled.others, agent, index) : ""
        var findings: [Finding] = []
        var passes = 0
        for row in rows {
            if row.verdict == .satisfied {
                passes += 1
                if passes > Self.keptPasses { continue }
            }
            findings.append(finding(compiled, agent, row, beside))
        }
        return CheckResult(check: check.id, agent: agent, verdict: verdict, reason: reason, findings: findings)
    }

    /// Whether a check names products, and every row of the agent says that it is of another.
    private func isAboutOthers(_ check: Check, than agent: AgentID) -> Bool {
        guard !check.products.isEmpty else { return false }
        let products = index.rows(.agent, of: agent).compactMap { $0["product"].text }
        return !products.isEmpty && !products.contains(where: check.products.contains)
    }

    /// Law 1: a check over what was not seen is neither passed nor failed; a row that was seen to fail fails.
    private func verdict(
        of compiled: CompiledCheck, for agent: AgentID, rows: some Collection<RowVerdict>
    ) -> (Verdict, CheckResult.Reason?) {
        let subject = compiled.check.subject
        for table in compiled.others {
            let (seen, reason) = index.coverage(table, of: agent)
            if seen != .complete { return (.undetermined, .unseen(table, seen, reason)) }
        }
        let (seen, reason) = index.coverage(subject, of: agent)
        let verdict = Verdict.all(rows.lazy.map(\.verdict))
        if verdict == .notSatisfied { return (verdict, nil) }
        if seen != .complete { return (.undetermined, .unseen(subject, seen, reason)) }
        switch verdict {
        case .notApplicable: return (verdict, .nothingToJudge(subject))
        case .undetermined: return (verdict, .unknownValue)
        default: return (verdict, nil)
        }
    }

    private func finding(
        _ compiled: CompiledCheck, _ agent: AgentID, _ verdict: RowVerdict, _ beside: String
    ) -> Finding {
        let check = compiled.check
        let row = index.evidence[check.subject][verdict.row]
        let message =
            switch verdict.verdict {
            case .notSatisfied: compiled.message.filled(from: row)
            case .undetermined: unknown(in: row, compiled)
            default: check.title
            }
        return Finding(
            check: check.id, agent: agent, verdict: verdict.verdict, message: message,
            citations: index.citation(of: row).map { [$0] } ?? [],
            valueDigest: verdict.verdict == .notSatisfied ? RowDigest.of(row) + beside : "")
    }

    private func unknown(in row: Row, _ compiled: CompiledCheck) -> String {
        let missing = compiled.assertedColumns.filter { row[$0] == .null }
        let label = row["name"].text ?? row["target"].text ?? row["kind"].text ?? row.table.rawValue
        let what = missing.isEmpty ? "a value" : missing.joined(separator: ", ")
        return "\"\(label)\": \(what) not known"
    }
}
