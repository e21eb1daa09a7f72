internal import Compliance
internal import Hashing

/// Applied controls, evidences and security exceptions: what stands beside audits in CISO Assistant.
struct CISORecords {
    private let index: AssessmentIndex

    init(_ index: AssessmentIndex) { self.index = index }

    private var assessment: Assessment { index.assessment }

    /// A control for each check that was decided: `active` where no agent fails it, `to_do` where one does.
    ///
    /// Of a check that was not decided for some agent, and fails on none, nothing is claimed.
    var appliedControls: CISOTable {
        var verdicts: [CheckID: [Verdict]] = [:]
        for result in assessment.checks { verdicts[result.check, default: []].append(result.verdict) }
        let rows = assessment.catalog.checks.compactMap { check -> [String]? in
            let verdict = Verdict.all(verdicts[check.id] ?? [])
            guard verdict == .satisfied || verdict == .notSatisfied else { return nil }
            let fails = verdict == .notSatisfied
            let failing = (verdicts[check.id] ?? []).count { $0 == .notSatisfied }
            return [
                check.id.rawValue, CellText.clip(check.title, to: 200), check.remediation, "technical",
                fails ? "to_do" : "active", priority(check.severity),
                fails ? "Fails on \(failing) of \(assessment.agents.count) agents." : "No agent fails it.",
            ]
        }
        return CISOTable(
            name: "applied-controls",
            columns: ["ref_id", "name", "description", "category", "status", "priority", "observation"], rows: rows)
    }

    /// An evidence for each file that was read, with its digest, and for each statement that counts.
    var evidences: CISOTable {
        let files = index.artifacts.filter { $0.status == "read" }.map { file in
            [
                reference("E", file.path, file.sha256 ?? ""), CellText.clip(SafeText.line(file.path), to: 200),
                "\(file.kind), SHA-256 \(file.sha256 ?? "not known"), read for the assessment of \(assessment.at)",
            ]
        }
        let statements = assessment.statements.filter { $0.standing == .valid }.map { statement in
            let of = statement.control?.rawValue ?? statement.check?.rawValue ?? ""
            return [
                reference("S", statement.agent.rawValue, of, statement.by, statement.statedOn, statement.claim),
                CellText.clip(SafeText.line("Statement of \(statement.by) on \(of) for \(statement.agent)"), to: 200),
                "\(statement.claim) Stated on \(statement.statedOn) by \(statement.by), \(statement.role), until "
                    + "\(statement.expiresOn). \(statement.counting.prefix(1).uppercased() + statement.counting.dropFirst()).",
            ]
        }
        return CISOTable(name: "evidences", columns: ["ref_id", "name", "description"], rows: files + statements)
    }

    /// A security exception for each waiver: approved while it holds.
    var exceptions: CISOTable {
        let gaps = Dictionary(assessment.gaps.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let rows = assessment.waivers.map { waiver -> [String] in
            var ids = waiver.gap.map { [$0] } ?? []
            if case .holds(let held) = waiver.standing { ids = held }
            let accepted = ids.compactMap { gaps[$0] }
            let about = accepted.first?.headline ?? waiver.check?.rawValue ?? waiver.gap?.rawValue ?? "a gap"
            let names = ids.map(\.rawValue).joined(separator: ", ")
            return [
                reference("W", names, waiver.agent?.rawValue ?? "", waiver.check?.rawValue ?? "", waiver.accepts),
                CellText.clip(SafeText.line("Accepted: \(about)"), to: 200),
                "\(waiver.reason) Accepted by \(waiver.approver). Findings: \(names.isEmpty ? "none today" : names).",
                accepted.map(\.severity).max()?.rawValue ?? "", status(waiver),
                OSCALValues.dateTime(waiver.expiresOn) == nil ? "" : waiver.expiresOn,
                "\(waiver.inOneSentence). The findings stand.",
            ]
        }
        return CISOTable(
            name: "security-exceptions",
            columns: ["ref_id", "name", "description", "severity", "status", "expiration_date", "observation"],
            rows: rows)
    }

    private func status(_ waiver: Waiver) -> String {
        if waiver.holds { return "approved" }
        return waiver.expiresOn < String(assessment.at.prefix(10)) ? "expired" : "deprecated"
    }

    private func priority(_ severity: Severity) -> String {
        switch severity {
        case .critical: "1"
        case .high: "2"
        case .medium: "3"
        case .low, .info: "4"
        }
    }

    /// A key that is the same in every run.
    private func reference(_ kind: String, _ parts: String...) -> String {
        let system = assessment.system.map { [$0] } ?? []
        return "\(kind)-" + SHA256.hex((system + parts).joined(separator: "\u{1F}")).prefix(10).uppercased()
    }
}
