internal import Compliance

/// Turns the verdicts of rows into those of agents, and rows into findings.
struct CheckRunner {
    /// Passing rows that a result keeps as its evidence; failing and undecided rows are all kept.
    static let keptPasses = 3

    let index: EvidenceIndex

    /// The result of a check for one agent; `certain` gives the rows that fail whatever more rows some tables have.
    ///
    /// - Throws: What `certain` throws.
    func result(
        of compiled: CompiledCheck, for agent: AgentID, rows: some Collection<RowVerdict>,
        certain: (Set<Table>) throws -> Set<Int>
    ) rethrows -> CheckResult {
        let check = compiled.check
        if isAboutOthers(check, than: agent) {
            return CheckResult(
                check: check.id, agent: agent, verdict: .notApplicable, reason: .otherProduct(check.products),
                findings: [])
        }
        let unseen = unseen(compiled, agent)
        let rows = unseen == nil ? Array(rows) : try standing(rows, beside: compiled, agent, certain)
        let (verdict, reason) = verdict(of: check.subject, for: agent, rows: rows, unseen)
        let beside = verdict == .notSatisfied ? RowDigest.of(compiled.others, agent, index) : ""
        var findings: [Finding] = []
        var passes = 0
        for row in rows {
            if row.verdict == .satisfied {
                passes += 1
                if passes > Self.keptPasses { continue }
            }
            findings.append(finding(compiled, agent, row, beside, unseen))
        }
        return CheckResult(check: check.id, agent: agent, verdict: verdict, reason: reason, findings: findings)
    }

    /// Whether a check names products, and every row of the agent says that it is of another.
    private func isAboutOthers(_ check: Check, than agent: AgentID) -> Bool {
        guard !check.products.isEmpty else { return false }
        let products = index.products(of: agent)
        return !products.isEmpty && !products.contains(where: check.products.contains)
    }

    /// The first table beside the subject's that was not seen in full.
    private func unseen(_ compiled: CompiledCheck, _ agent: AgentID) -> CheckResult.Reason? {
        for table in compiled.others {
            let (seen, reason) = index.coverage(table, of: agent)
            if seen != .complete { return .unseen(table, seen, reason) }
        }
        return nil
    }

    /// The verdicts that stand although a table beside was not seen in full: failures that no row of it can mend.
    private func standing(
        _ rows: some Collection<RowVerdict>, beside compiled: CompiledCheck, _ agent: AgentID,
        _ certain: (Set<Table>) throws -> Set<Int>
    ) rethrows -> [RowVerdict] {
        let unseen = compiled.others.filter { index.coverage($0, of: agent).seen != .complete }
        let isSeenInPart = unseen.allSatisfy { index.coverage($0, of: agent).seen == .partial }
        let failed = rows.contains { $0.verdict == .notSatisfied }
        let stand = failed && isSeenInPart ? try certain(Set(unseen)) : []
        return rows.map { row in
            row.verdict == .notSatisfied && !stand.contains(row.row)
                ? RowVerdict(row: row.row, verdict: .undetermined, severity: row.severity, witnesses: []) : row
        }
    }

    /// Law 1: a check over what was not seen is neither passed nor failed; a row that was seen to fail fails.
    private func verdict(
        of subject: Table, for agent: AgentID, rows: [RowVerdict], _ unseen: CheckResult.Reason?
    ) -> (Verdict, CheckResult.Reason?) {
        let (seen, reason) = index.coverage(subject, of: agent)
        let verdict = Verdict.all(rows.lazy.map(\.verdict))
        if verdict == .notSatisfied { return (verdict, nil) }
        if let unseen { return (.undetermined, unseen) }
        if seen != .complete { return (.undetermined, .unseen(subject, seen, reason)) }
        switch verdict {
        case .notApplicable: return (verdict, .nothingToJudge(subject))
        case .undetermined: return (verdict, .unknownValue)
        default: return (verdict, nil)
        }
    }

    private func finding(
        _ compiled: CompiledCheck, _ agent: AgentID, _ verdict: RowVerdict, _ beside: String,
        _ unseen: CheckResult.Reason?
    ) -> Finding {
        let check = compiled.check
        let row = index.evidence[check.subject][verdict.row]
        let message =
            switch verdict.verdict {
            case .notSatisfied: compiled.message.filled(from: row)
            case .undetermined: unknown(in: row, compiled, unseen)
            default: check.title
            }
        return Finding(
            check: check.id, agent: agent, verdict: verdict.verdict, message: message,
            citations: citations(of: row, beside: verdict.witnesses),
            valueDigest: verdict.verdict == .notSatisfied ? RowDigest.of(row) + beside : "",
            severity: verdict.severity)
    }

    /// The row's own place first, then those of the rows that it rests on.
    private func citations(of row: Row, beside witnesses: [RowVerdict.Witness]) -> [Citation] {
        guard !witnesses.isEmpty else { return index.citation(of: row).map { [$0] } ?? [] }
        var seen: Set<Citation> = []
        let rows = [row] + witnesses.map { index.evidence[$0.table][$0.row] }
        return rows.compactMap { index.citation(of: $0) }.filter { seen.insert($0).inserted }
    }

    private func unknown(in row: Row, _ compiled: CompiledCheck, _ unseen: CheckResult.Reason?) -> String {
        let missing = compiled.assertedColumns.filter { row[$0] == .null }
        let label = row["name"].text ?? row["target"].text ?? row["kind"].text ?? row.table.rawValue
        if missing.isEmpty, let unseen { return "\(compiled.message.filled(from: row)) — not certain: \(unseen)" }
        let what = missing.isEmpty ? "a value" : missing.joined(separator: ", ")
        return "\"\(label)\": \(what) not known"
    }
}
