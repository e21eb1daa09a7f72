internal import Compliance

/// Decides which statements count.
///
/// A statement counts only while everything about it holds: its dates, its document by digest, and that the collected
/// evidence does not say otherwise. One that does not hold satisfies nothing.
struct StatementReview {
    /// Longest time for which a statement may vouch, in days.
    static let longestDays = 366
    /// The check that says which statements have to be signed.
    static let signing = CheckID("assessment/statements-signed")

    let catalog: Catalog
    let index: EvidenceIndex
    /// Date of the assessment, YYYY-MM-DD.
    let date: String
    /// Checks that fail, by agent.
    let failing: [AgentID: Set<CheckID>]
    /// Places of statements that have to be signed and are not known to be.
    let unsigned: Set<Citation>

    /// All statements in the evidence, with their standing.
    func statements() -> [Statement] {
        index.evidence[.statement].map(statement)
    }

    private func statement(_ row: Row) -> Statement {
        let control = row["control"].text.map { ControlID($0) }
        let check = row["check_id"].text.map { CheckID($0) }
        return Statement(
            agent: row.agent,
            id: row["id"].text
                ?? Statement.name(
                    agent: row["names_agent"].text, control: control?.rawValue, check: check?.rawValue,
                    by: row["by"].text), claim: row["claim"].text ?? "", control: control, check: check,
            method: row["method"].text.flatMap(Check.Method.init(rawValue:)) ?? .interview, by: row["by"].text ?? "",
            role: row["role"].text ?? "", statedOn: row["stated_on"].text ?? "",
            expiresOn: row["expires_on"].text ?? "", document: row["document"].text,
            documentSHA256: row["document_sha256"].text,
            citation: index.citation(of: row)
                ?? Citation(artifact: "", sha256: nil, line: nil, column: nil, pointer: nil),
            standing: standing(of: row, control, check), signature: signature(of: row))
    }

    private func signature(of row: Row) -> Statement.Signature {
        switch (row["signature"].text, row["signing_key"].text) {
        case ("valid", let key?): .valid(key: key)
        case ("invalid", _): .invalid(row["signature_fault"].text ?? "it does not hold")
        case (nil, _) where row["envelope"] != .null: .unknown
        default: .none
        }
    }

    private func standing(of row: Row, _ control: ControlID?, _ check: CheckID?) -> Statement.Standing {
        if let problem = dateProblem(row) ?? documentProblem(row) ?? targetProblem(control, check) {
            return .invalid(problem)
        }
        if let place = index.citation(of: row), unsigned.contains(place) {
            return .unsigned
        }
        let failed = failing[row.agent] ?? []
        if let check, failed.contains(check) { return .contradicted("check \(check) fails") }
        if let control, let check = contradiction(of: control, among: failed) {
            return .contradicted("check \(check), which is part of \(control), fails")
        }
        return .valid
    }

    private func dateProblem(_ row: Row) -> String? {
        guard let stated = CalendarDate(row["stated_on"].text ?? ""),
            let expires = CalendarDate(row["expires_on"].text ?? ""), let today = CalendarDate(date)
        else { return "its dates are not of the form YYYY-MM-DD" }
        if stated > today { return "it is dated \(stated.text), after the assessment" }
        if expires < today { return "it expired on \(expires.text)" }
        if expires.day - stated.day > Self.longestDays {
            return "it vouches for more than \(Self.longestDays) days"
        }
        return nil
    }

    private func documentProblem(_ row: Row) -> String? {
        let document = row["document"].text ?? ""
        switch row["document_status"].text {
        case "differs": return "\(document) does not have the digest that the statement gives"
        case "missing": return "\(document) is not there"
        case "matches": return nil
        default:
            return row["method"].text == "examine" ? "method examine needs a document and its SHA-256" : nil
        }
    }

    private func targetProblem(_ control: ControlID?, _ check: CheckID?) -> String? {
        // What a profile leaves out is there; a statement about it waits for an assessment that asks.
        let tailoring = catalog.tailoring
        if control.map({ tailoring?.leftOut.keys.contains($0) ?? false }) ?? false { return nil }
        if check.map({ tailoring?.leftOutChecks.contains($0) ?? false }) ?? false { return nil }
        if let control, catalog.framework(control.framework) != nil, catalog.control(control) == nil {
            return "there is no control \(control)"
        }
        if let check, catalog.check(check) == nil { return "there is no check \(check)" }
        return control == nil && check == nil ? "it names neither a control nor a check" : nil
    }

    private func contradiction(of control: ControlID, among failed: Set<CheckID>) -> CheckID? {
        failed.sorted().first { id in
            catalog.check(id)?.mappings.contains { $0.control == control && $0.relationship.failsTheWhole } ?? false
        }
    }
}
