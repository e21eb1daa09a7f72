extension RegisterLayout {
    /// Findings of Archer, for its Data Import with `Finding ID` as the key field and `;` between several values.
    ///
    /// Archer has no columns of its own: the customer maps them. `Status` is open as long as the finding stands; a waiver
    /// has columns beside it. https://help.archerirm.cloud/platform/en-us/content/platform/dataimports/
    static let archerFindings = RegisterLayout(
        name: "archer-findings", summary: "Archer findings, with Finding ID as the key of its Data Import.", form: .csv,
        scope: .weaknesses,
        columns: [
            RegisterColumn("Finding ID", .id), RegisterColumn("Finding Title", .title, limit: 255),
            RegisterColumn(
                "Severity", .severity,
                words: [
                    "critical": "Critical", "high": "High", "medium": "Medium", "low": "Low", "info": "Informational",
                ]),
            RegisterColumn(
                "Status", .status, words: ["open": "Open", "accepted": "Open", "not-assessed": "Not assessed"]),
            RegisterColumn("Description", .description), RegisterColumn("Recommendation", .remediation),
            RegisterColumn("Control ID", .controls, separator: ";"),
            RegisterColumn("Authoritative Source", .frameworks, separator: ";"), RegisterColumn("Target", .agent),
            RegisterColumn("Finding Owner", .owner), RegisterColumn("Date Identified", .openedOn),
            RegisterColumn("Remediation Date", .due), RegisterColumn("Exception", .waiver),
            RegisterColumn("Exception Approver", .waiverApprover), RegisterColumn("Exception Expiry", .waiverExpires),
            RegisterColumn("Evidence", .evidence, separator: ";"), RegisterColumn("Source", .tool),
        ])
}
