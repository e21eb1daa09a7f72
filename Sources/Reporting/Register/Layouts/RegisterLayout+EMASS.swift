extension RegisterLayout {
    /// The sheet of eMASS's POA&M import and export (Rev 5), headings in row 7.
    ///
    /// An accepted risk is "Risk Accepted" with its expiry and the waiver in the comments, which eMASS then demands.
    /// eMASS numbers items itself: clear the first column where they are new to it. Lengths are those of its API:
    /// https://github.com/mitre/emass_client
    static let emassPOAM = RegisterLayout(
        name: "emass-poam", summary: "eMASS Plan of Action and Milestones, Rev 5.", form: .xlsx, scope: .weaknesses,
        sheet: "POA&M",
        head: [
            [.text("Plan of Action and Milestones (POA&M) in the columns of eMASS")],
            [.text("Date Exported:"), .date], [.text("Exported By:"), .tool],
            [.text("System / Project Name:"), .system],
            [], [],
        ],
        columns: [
            RegisterColumn("POA&M Item ID", .id),
            RegisterColumn("Control Vulnerability Description", .description, limit: 2000),
            RegisterColumn("Controls / APs", .controls), RegisterColumn("Office/Org", .owner, limit: 100),
            RegisterColumn("Security Checks", .check), .empty("Resources Required"),
            RegisterColumn("POA&M Scheduled Completion Date", .due),
            RegisterColumn("POA&M Requested Risk Accepted Expiration Date", .waiverExpires),
            .empty("POA&M Completion Date"),
        ] + milestones + [
            RegisterColumn("Identification Source", .tool, limit: 2000),
            RegisterColumn("Identification Source Details", .evidence, limit: 2000),
            RegisterColumn(
                "POA&M Status", .status,
                words: ["open": "Ongoing", "accepted": "Risk Accepted", "not-assessed": "Ongoing"]),
            RegisterColumn("Comments", .comments, limit: 2000), RegisterColumn("Raw Severity", .severity, words: level),
            RegisterColumn("Devices Affected", .agent), .empty("Mitigations"), .empty("Predisposing Conditions"),
            RegisterColumn("Severity", .severity, words: level), .empty("Relevance of Threat"),
            RegisterColumn("Threat Description", .rationale, limit: 2000), .empty("Likelihood"), .empty("Impact"),
            .empty("Impact Description"), .empty("Residual Risk Level"),
            RegisterColumn("Recommendations", .remediation, limit: 2000),
            .empty("Resulting Residual Risk after Proposed Mitigations"),
        ])

    private static let milestones = RegisterColumn.empty(
        "Milestone ID", "Milestone Description", "Milestone Status", "Milestone Status Comments",
        "Milestone Scheduled Completion Date", "Milestone Completion Date")

    private static let level = [
        "critical": "Very High", "high": "High", "medium": "Moderate", "low": "Low", "info": "Very Low",
    ]
}
