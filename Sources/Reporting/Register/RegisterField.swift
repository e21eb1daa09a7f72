/// What a register can say of a gap, by the names that column maps use.
///
/// A field whose answer nobody knows is empty, never made up: an import then keeps what people have written there.
public enum RegisterField: String, Sendable, Hashable, CaseIterable {
    /// Identifier of the gap, the same in every run: the key by which an import updates.
    case id
    /// The gap that stands for the entry of the reports that this one is part of: they close together.
    case group
    /// Name of the system, where one was given.
    case system
    /// Identifier of the agent.
    case agent
    /// Product that runs the agent.
    case product
    /// What the agent is.
    case kind
    /// What the agent is for, where it is declared.
    case purpose
    /// Who sees to it, where a history tells; else who answers for the agent, where that is declared.
    case owner
    /// `open`, `accepted` by a waiver that holds, or `not-assessed`.
    case status
    /// Why it is open: `failing-check` and its like.
    case cause
    /// How much it weighs: info, low, medium, high, critical.
    case severity
    /// What is open, as a heading.
    case title
    /// What is open and what was seen, in sentences, with the places.
    case description
    /// What was seen, one by one.
    case facts
    /// The check that fails or could not be decided.
    case check
    /// Why the check matters.
    case rationale
    /// The framework items that it leaves open.
    case controls
    /// Those items with their titles.
    case controlTitles = "control_titles"
    /// The frameworks that they belong to, with edition.
    case frameworks
    /// The places it rests on: file, line, column.
    case evidence
    /// The first of these files.
    case path
    /// The line in it.
    case line
    /// SHA-256 of the bytes of that file, as they were read.
    case sha256
    /// Digest of what was judged; a waiver is pinned to it.
    case valueDigest = "value_digest"
    /// What to do.
    case remediation
    /// Web addresses that the check names.
    case references
    /// Date of the assessment, which is not that of the first one that found it.
    case assessedOn = "assessed_on"
    /// Date and time of the assessment.
    case assessedAt = "assessed_at"
    /// The waiver in one sentence, also one that lapsed.
    case waiver
    /// Who accepted the risk.
    case waiverApprover = "waiver_approver"
    /// Why it was accepted.
    case waiverReason = "waiver_reason"
    /// Last date on which the waiver holds, when it does hold.
    case waiverExpires = "waiver_expires"
    /// Severity, cause and waiver in sentences.
    case comments
    /// Date of the first assessment that found it: this one, where no history knows an earlier.
    case openedOn = "opened_on"
    /// Days since then.
    case daysOpen = "days_open"
    /// Date until when it is to be closed, where a history tells.
    case due
    /// Whether that date has passed: `yes` or `no`, where a history was given.
    case overdue
    /// Where it is tracked elsewhere, where a history tells.
    case ticket
    /// How often it came back after it was closed, where a history tells.
    case regressions
    /// What people wrote in the history.
    case notes
    /// Name and version of the program.
    case tool
    /// Digest of the evidence's files.
    case evidenceSHA256 = "evidence_sha256"
    /// Digest of what judged.
    case catalogSHA256 = "catalog_sha256"

    /// The fields that only a history fills.
    static let ofHistory: Set<RegisterField> = [.openedOn, .daysOpen, .due, .overdue, .ticket, .regressions, .notes]
}
