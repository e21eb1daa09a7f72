internal import Compliance
internal import Hashing

/// Turns the verdicts of rows into those of agents, and rows into findings.
struct CheckRunner {
    /// Passing rows that a result keeps as its evidence; failing and undecided rows are all kept.
    static let keptPasses = 3

    let index: EvidenceIndex

    /// The result of a check for one agent.
    func result(of compiled: CompiledCheck, for agent: AgentID, rows: [RowVerdict]) -> CheckResult {
        let check = compiled.check
        let (verdict, reason) = verdict(of: compiled, for: agent, rows: rows)
        let beside =
            verdict == .notSatisfied ? Self.digest(of: compiled.reads.subtracting([check.subject]), agent, index) : ""
        var findings: [Finding] = []
        var passes = 0
        for row in rows {
            switch row.verdict {
            case .satisfied:
                passes += 1
                if passes > Self.keptPasses { continue }
            default: break
            }
            findings.append(finding(compiled, agent, row, beside))
        }
        return CheckResult(check: check.id, agent: agent, verdict: verdict, reason: reason, findings: findings)
    }

    /// Law 1: a check over what was not seen is neither passed nor failed; a row that was seen to fail fails.
    private func verdict(
        of compiled: CompiledCheck, for agent: AgentID, rows: [RowVerdict]
    ) -> (Verdict, String?) {
        let subject = compiled.check.subject
        for table in compiled.reads.sorted() where table != subject {
            let (seen, reason) = index.coverage(table, of: agent)
            if seen != .complete { return (.undetermined, unseen(table, seen, reason)) }
        }
        let (seen, reason) = index.coverage(subject, of: agent)
        let verdict = Verdict.all(rows.map(\.verdict))
        if verdict == .notSatisfied { return (verdict, nil) }
        if seen != .complete { return (.undetermined, unseen(subject, seen, reason)) }
        switch verdict {
        case .notApplicable: return (verdict, "no \(subject.rawValue) to judge")
        case .undetermined: return (verdict, "a value it needs is not known")
        default: return (verdict, nil)
        }
    }

    private func unseen(_ table: Table, _ seen: Completeness, _ reason: String?) -> String {
        let what = seen == .none ? "was not looked at" : "was seen in part"
        return "table \(table.rawValue) \(what)" + (reason.map { ": \($0)" } ?? "")
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
            valueDigest: verdict.verdict == .notSatisfied ? Self.digest(of: row) + beside : "")
    }

    private func unknown(in row: Row, _ compiled: CompiledCheck) -> String {
        let missing = compiled.assertedColumns.filter { row[$0] == .null }
        let label = row["name"].text ?? row["target"].text ?? row["kind"].text ?? row.table.rawValue
        let what = missing.isEmpty ? "a value" : missing.joined(separator: ", ")
        return "\"\(label)\": \(what) not known"
    }

    /// Digest of what the agent has in other tables that a check reads; empty when it reads none.
    ///
    /// What was accepted is more than the row: a server may be accepted because of the sandbox around it.
    static func digest(of tables: Set<Table>, _ agent: AgentID, _ index: EvidenceIndex) -> String {
        guard !tables.isEmpty else { return "" }
        let rows = tables.sorted().flatMap { index.allRows($0, of: agent).map { digest(of: $0) }.sorted() }
        return SHA256.hex(rows.joined(separator: "\n"))
    }

    /// Digest of a row's own values: the same wherever the row stands in its file.
    static func digest(of row: Row) -> String {
        let own = row.values.dropFirst(EvidenceSchema.provenance.count).map(\.description)
        return SHA256.hex(([row.table.rawValue] + own).joined(separator: "\u{1F}"))
    }
}
