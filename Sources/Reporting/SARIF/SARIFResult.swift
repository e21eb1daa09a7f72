internal import Compliance

/// One result of a log.
struct SARIFResult {
    /// SARIF 2.1.0 §3.27.9.
    enum Kind: String { case pass, fail, open, review, notApplicable }

    let rule: String
    let kind: Kind
    let severity: Severity
    let message: String
    let agent: AgentID
    let citations: [Citation]
    let controls: [ControlID]
    /// What else makes it the same finding in the next run.
    let identity: String
    let gap: GapID?
    let waiver: Waiver?

    /// A failure has a level, all else has none: §3.27.10.
    var level: String { kind == .fail ? severity.sarifLevel : "none" }
}

extension SARIFResult.Kind {
    init(_ verdict: Verdict) {
        switch verdict {
        case .satisfied: self = .pass
        case .notSatisfied: self = .fail
        case .undetermined: self = .open
        case .notApplicable: self = .notApplicable
        }
    }
}
