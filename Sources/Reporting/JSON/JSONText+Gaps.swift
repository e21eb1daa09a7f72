internal import Compliance

extension JSONText {
    func members(of gap: Gap, group: GapID) {
        member("id", gap.id.rawValue)
        member("group", group.rawValue)
        member("agent", gap.agent.rawValue)
        member("owner", gap.owner)
        member("severity", gap.severity.rawValue)
        member("cause", gap.cause.rawValue)
        member("check", gap.check?.rawValue)
        member("title", gap.title)
        key("detail")
        array(gap.detail)
        member("more_detail", gap.moreDetail)
        member("remediation", gap.remediation)
        key("controls")
        array(gap.controls.map(\.rawValue))
        member("value_digest", gap.valueDigest)
        member("waiver", gap.waiver)
        citations(gap.citations)
    }

    /// Writes a gap with what a history knows of it.
    func members(of gap: Gap, group: GapID, in index: AssessmentIndex) {
        members(of: gap, group: group)
        guard index.isTracked else { return }
        key("tracked")
        index.record(of: gap).map { record in object { members(of: record) } } ?? null()
    }

    func members(of statement: Statement) {
        member("agent", statement.agent.rawValue)
        member("id", statement.id)
        member("claim", statement.claim)
        member("control", statement.control?.rawValue)
        member("check", statement.check?.rawValue)
        member("method", statement.method.rawValue)
        member("by", statement.by)
        member("role", statement.role)
        member("stated_on", statement.statedOn)
        member("expires_on", statement.expiresOn)
        member("document", statement.document)
        member("document_sha256", statement.documentSHA256)
        member("standing", statement.standing.word)
        member("why", statement.standing.reason)
        member("origin", statement.origin.rawValue)
        member("signature", statement.signatureWord)
        member("signature_note", statement.signatureNote)
        var key: String?
        if case .valid(let signing) = statement.signature { key = signing }
        member("signing_key", key)
        citation(statement.citation)
    }

    func members(of waiver: Waiver) {
        member("gap", waiver.gap?.rawValue)
        member("check", waiver.check?.rawValue)
        member("agent", waiver.agent?.rawValue)
        member("accepts", waiver.accepts)
        member("approver", waiver.approver)
        member("reason", waiver.reason)
        member("expires_on", waiver.expiresOn)
        key("holds_for")
        switch waiver.standing {
        case .holds(let gaps):
            array(gaps.map(\.rawValue))
            member("lapsed", String?.none)
        case .lapsed(let why):
            array([])
            member("lapsed", why)
        }
        citation(waiver.citation)
    }
}
