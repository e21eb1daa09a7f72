public import Compliance

extension Snapshot {
    /// What is remembered of an assessment.
    public init(_ assessment: Assessment) {
        var draft = SnapshotDraft()
        draft.subjects(of: assessment)
        draft.catalog(assessment.catalog)
        draft.verdicts(of: assessment)
        draft.people(of: assessment)
        for gap in assessment.gaps {
            draft.gap(
                id: gap.id.rawValue, agent: gap.agent.rawValue, check: gap.check?.rawValue, cause: gap.cause.rawValue,
                severity: gap.severity, title: gap.detail.first ?? gap.title, place: gap.citations.first?.place ?? "",
                waivedUntil: gap.waiver.map { assessment.waivers[$0].expiresOn }, owner: gap.owner)
        }
        self = draft.snapshot(
            at: assessment.at, tool: assessment.toolVersion, catalogDigest: assessment.catalog.digest,
            evidenceDigest: assessment.evidenceDigest)
    }
}

extension SnapshotDraft {
    fileprivate mutating func subjects(of assessment: Assessment) {
        for profile in assessment.autonomy { autonomy(of: profile.agent.rawValue, profile.autonomy.rawValue) }
        for found in assessment.agents { agent(found.id.rawValue, product: found.product) }
        for row in assessment.evidence[.artifact] {
            artifact(row["path"].text ?? "", status: row["status"].text ?? "", sha256: row["sha256"].text ?? "")
        }
    }

    fileprivate mutating func catalog(_ catalog: Catalog) {
        for held in catalog.frameworks {
            framework(
                held.id.rawValue, edition: held.edition,
                items: held.controls.map { item in
                    [item.id.rawValue, item.parent?.rawValue ?? "", item.kind.rawValue, item.title, item.statement]
                })
        }
        for held in catalog.mappings { mapping(held.id.rawValue, version: held.version, sha256: held.digest) }
        for held in catalog.checks {
            let weights = held.weights.map { "\($0.severity.rawValue) \($0.when)" }
            check(
                held.id.rawValue,
                definition: [held.subject.rawValue, held.when ?? "", held.assert, held.severity.rawValue] + weights
                    + held.products,
                items: held.mappings.map { ($0.control.rawValue, $0.relationship.rawValue) })
        }
    }

    fileprivate mutating func verdicts(of assessment: Assessment) {
        for result in assessment.checks where result.verdict != .notApplicable {
            verdict(
                of: result.check.rawValue, on: result.agent.rawValue, result.verdict.rawValue,
                reason: result.reason ?? "",
                findings: result.findings.map { finding in
                    (finding.verdict.rawValue, finding.valueDigest, finding.citations.map(\.artifact))
                })
        }
        for result in assessment.controls {
            control(
                result.control.rawValue, of: result.agent.rawValue, verdict: result.verdict.rawValue,
                extent: result.extent.rawValue)
        }
    }

    fileprivate mutating func people(of assessment: Assessment) {
        for said in assessment.statements {
            statement(
                about: said.control?.rawValue ?? said.check?.rawValue ?? "", agent: said.agent.rawValue, by: said.by,
                on: said.statedOn, said: [said.claim, said.documentSHA256 ?? ""], until: said.expiresOn,
                standing: said.standing, origin: said.origin)
        }
        for accepted in assessment.waivers {
            let lapsed: String? = if case .lapsed(let why) = accepted.standing { why } else { nil }
            waiver(
                about: accepted.gap?.rawValue ?? accepted.check?.rawValue ?? "", agent: accepted.agent?.rawValue ?? "",
                by: accepted.approver, until: accepted.expiresOn, accepts: accepted.accepts, lapsed: lapsed)
        }
    }
}
