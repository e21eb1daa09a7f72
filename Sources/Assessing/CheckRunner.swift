internal import Compliance

/// Turns the verdicts of rows into those of agents, and rows into findings.
struct CheckRunner {
    /// Passing rows that a result keeps as its evidence; failing and undecided rows are all kept.
    static let keptPasses = 3

    let index: EvidenceIndex
    /// Places of rows that were cited before: most rows are judged by many checks.
    private var cited: [Table: [[Citation]?]] = [:]
    /// Sorted digests of the rows of a table, by the place of their agent.
    private var digests: [Table: [Int: [String]]] = [:]
    /// The last result without findings: most agents have nothing that a check is about.
    private var bare: CheckResult?

    init(index: EvidenceIndex) {
        self.index = index
    }

    /// The result of a check for one agent; `certain` gives the rows that fail whatever more rows some tables have.
    ///
    /// - Throws: What `certain` throws.
    mutating func result(
        of compiled: CompiledCheck, for agent: AgentID, rows: some Collection<RowVerdict>,
        certain: (Set<Table>) throws -> Set<Int>
    ) rethrows -> CheckResult {
        let check = compiled.check
        let place = index.position(of: agent)
        if isAboutOthers(check, than: place) {
            return bare(check.id, agent, .notApplicable, .otherProduct(check.products))
        }
        let unseen = unseen(compiled, place)
        let rows = unseen == nil ? Array(rows) : try standing(rows, beside: compiled, place, certain)
        let (verdict, reason) = verdict(of: check.subject, at: place, rows: rows, unseen)
        if rows.isEmpty { return bare(check.id, agent, verdict, reason) }
        let beside = verdict == .notSatisfied ? RowDigest.of(compiled.others.map { digests(of: $0, at: place) }) : ""
        let isUndecided = rows.contains { $0.verdict == .undetermined }
        let missing = isUndecided ? missing(beside: compiled, at: place) : []
        var findings: [Finding] = []
        findings.reserveCapacity(rows.count)
        var passes = 0
        for row in rows {
            if row.verdict == .satisfied {
                passes += 1
                if passes > Self.keptPasses { continue }
            }
            findings.append(finding(compiled, row, beside, missing, unseen))
        }
        return CheckResult(check: check.id, agent: agent, verdict: verdict, reason: reason, findings: findings)
    }

    /// A result without findings, in the storage of the last one where that says the same.
    private mutating func bare(
        _ check: CheckID, _ agent: AgentID, _ verdict: Verdict, _ reason: CheckResult.Reason?
    ) -> CheckResult {
        if let bare, bare.check == check, bare.verdict == verdict, bare.cause == reason { return bare.said(of: agent) }
        let result = CheckResult(check: check, agent: agent, verdict: verdict, reason: reason, findings: [])
        bare = result
        return result
    }

    /// Whether a check is about the products of at least one agent.
    func concernsAnyone(_ check: Check) -> Bool {
        check.products.isEmpty || index.agents.indices.contains { !isAboutOthers(check, than: $0) }
    }

    /// Whether a check names products, and every row of the agent says that it is of another.
    private func isAboutOthers(_ check: Check, than agent: Int?) -> Bool {
        guard !check.products.isEmpty else { return false }
        let products = index.products(at: agent)
        return !products.isEmpty && !products.contains(where: check.products.contains)
    }

    /// The first table beside the subject's that was not seen in full.
    private func unseen(_ compiled: CompiledCheck, _ agent: Int?) -> CheckResult.Reason? {
        for table in compiled.others {
            let (seen, reason) = index.coverage(table, at: agent)
            if seen != .complete { return .unseen(table, seen, reason) }
        }
        return nil
    }

    private mutating func digests(of table: Table, at agent: Int?) -> [String] {
        guard let agent else { return [] }
        if let found = digests[table]?[agent] { return found }
        let found = index.evidence[table][index.stretch(table, at: agent)].map { RowDigest.of($0) }.sorted()
        digests[table, default: [:]][agent] = found
        return found
    }

    /// The verdicts that stand although a table beside was not seen in full: failures that no row of it can mend.
    private func standing(
        _ rows: some Collection<RowVerdict>, beside compiled: CompiledCheck, _ agent: Int?,
        _ certain: (Set<Table>) throws -> Set<Int>
    ) rethrows -> [RowVerdict] {
        let unseen = compiled.others.filter { index.coverage($0, at: agent).seen != .complete }
        let isSeenInPart = unseen.allSatisfy { index.coverage($0, at: agent).seen == .partial }
        let failed = rows.contains { $0.verdict == .notSatisfied }
        let stand = failed && isSeenInPart ? try certain(Set(unseen)) : []
        return rows.map { row in
            row.verdict == .notSatisfied && !stand.contains(row.row)
                ? RowVerdict(row: row.row, verdict: .undetermined, severity: row.severity, witnesses: []) : row
        }
    }

    /// Law 1: a check over what was not seen is neither passed nor failed; a row that was seen to fail fails.
    private func verdict(
        of subject: Table, at agent: Int?, rows: [RowVerdict], _ unseen: CheckResult.Reason?
    ) -> (Verdict, CheckResult.Reason?) {
        let (seen, reason) = index.coverage(subject, at: agent)
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

    private mutating func finding(
        _ compiled: CompiledCheck, _ verdict: RowVerdict, _ beside: String, _ missing: [String],
        _ unseen: CheckResult.Reason?
    ) -> Finding {
        let check = compiled.check
        let row = index.evidence[check.subject][verdict.row]
        let message =
            switch verdict.verdict {
            case .notSatisfied: compiled.message.filled(from: row)
            case .undetermined: unknown(in: row, compiled, missing, unseen)
            default: check.title
            }
        return Finding(
            verdict: verdict.verdict, message: message,
            citations: folders(of: row, compiled, verdict)
                ?? citations(of: check.subject, verdict.row, beside: verdict.witnesses),
            valueDigest: verdict.verdict == .notSatisfied ? RowDigest.of(row, readBy: compiled.names) + beside : "",
            severity: verdict.severity)
    }

    /// Of a server that is handed too much the lines that hand it over: its own shows which program it is.
    private func folders(of row: Row, _ compiled: CompiledCheck, _ verdict: RowVerdict) -> [Citation]? {
        guard row.table == .mcpServer, verdict.verdict == .notSatisfied,
            compiled.assertedColumns == ["filesystem_reach"], row["folders"] != .null
        else { return nil }
        let found = index.rows(.dataSource, of: row.agent).filter {
            $0.artifact == row.artifact && $0["server"] == row["name"]
                && ["root", "home", "personal"].contains($0["reach"].text)
        }
        return found.isEmpty ? nil : found.compactMap { index.citation(of: $0) }
    }

    /// The row's own place first, then those of the rows that it rests on.
    private mutating func citations(
        of table: Table, _ row: Int, beside witnesses: [RowVerdict.Witness]
    ) -> [Citation] {
        var all = citation(of: table, row)
        for witness in witnesses {
            for citation in citation(of: witness.table, witness.row) where !all.contains(citation) {
                all.append(citation)
            }
        }
        return all
    }

    /// Where a row was read; kept once for all findings that cite it.
    private mutating func citation(of table: Table, _ row: Int) -> [Citation] {
        if let known = cited[table], let found = known[row] { return found }
        let rows = index.evidence[table]
        let found = index.citation(of: rows[row]).map { [$0] } ?? []
        cited[table, default: Array(repeating: nil, count: rows.count)][row] = found
        return found
    }

    /// What an undecided row lacks: columns of its own, else those of other tables.
    private func unknown(
        in row: Row, _ compiled: CompiledCheck, _ beside: [String], _ unseen: CheckResult.Reason?
    ) -> String {
        let missing = compiled.assertedColumns.filter { row[$0] == .null }
        let label = row["name"].text ?? row["target"].text ?? row["kind"].text ?? row.table.rawValue
        if missing.isEmpty, let unseen { return "\(compiled.message.filled(from: row)) — not certain: \(unseen)" }
        // What says whether a check applies may be what is not known.
        let own = EvidenceSchema.schema(of: row.table).ownColumns.map(\.name).filter {
            compiled.names.contains($0) && row[$0] == .null
        }
        let lacking = [missing, beside, own].first { !$0.isEmpty } ?? []
        let what = lacking.isEmpty ? "a value" : lacking.joined(separator: ", ")
        return "\"\(label)\": \(what) not known"
    }

    /// Columns of other tables that a check reads and that some row of the agent does not tell: `trigger.untrusted`.
    private func missing(beside compiled: CompiledCheck, at agent: Int?) -> [String] {
        compiled.others.flatMap { table -> [String] in
            let columns = EvidenceSchema.schema(of: table).ownColumns.map(\.name).filter(compiled.names.contains)
            let rows = index.evidence[table][index.stretch(table, at: agent)]
            return columns.filter { column in rows.contains { $0[column] == .null } }.map { "\(table.rawValue).\($0)" }
        }
    }
}
