extension RegisterLayout {
    /// The sheet "Open POA&M Items" of the FedRAMP Plan of Action and Milestones template, headings in row 5.
    ///
    /// FedRAMP rates Low, Moderate and High. A waiver is no deviation that an authorizing official has approved: it stands
    /// in the rationale and the comments, and the item stays open. Dates of detection and completion are those of the
    /// history; without one, of the assessment, and empty: keep the older ones when an item is updated. Controls are
    /// identifiers of the frameworks' own, not of SP 800-53: a reader that knows only those, as trestle does, leaves them out. Template and guide: https://www.fedramp.gov/resources/templates/ and
    /// https://www.fedramp.gov/resources/documents/CSP_POAM_Template_Completion_Guide.pdf
    static let fedRAMPPOAM = RegisterLayout(
        name: "fedramp-poam", summary: "FedRAMP Plan of Action and Milestones: the sheet of open items.", form: .xlsx,
        scope: .weaknesses, sheet: "Open POA&M Items",
        head: [
            [.text("Plan of Action and Milestones (POA&M) in the columns of the FedRAMP template")],
            [.text("CSP"), .text("System Name"), .text("Impact Level"), .text("POAM Date"), .text("Prepared by")],
            [.text(""), .system, .text(""), .date, .tool],
            [],
        ],
        columns: [
            RegisterColumn("POAM ID", .id), RegisterColumn("Controls", .controls, separator: ", "),
            RegisterColumn("Weakness Name", .title), RegisterColumn("Weakness Description", .description),
            RegisterColumn("Weakness Detector Source", .tool), RegisterColumn("Weakness Source Identifier", .check),
            RegisterColumn("Asset Identifier", .agent), RegisterColumn("Point of Contact", .owner),
            .empty("Resources Required"), RegisterColumn("Overall Remediation Plan", .remediation),
            RegisterColumn("Original Detection Date", .openedOn),
            RegisterColumn("Scheduled Completion Date", .due),
            .empty("Planned Milestones"), .empty("Milestone Changes"), RegisterColumn("Status Date", .assessedOn),
            RegisterColumn("Vendor Dependency", .constant("No")), .empty("Last Vendor Check-in Date"),
            .empty("Vendor Dependent Product Name"), RegisterColumn("Original Risk Rating", .severity, words: rating),
            .empty("Adjusted Risk Rating"), RegisterColumn("Risk Adjustment", .constant("No")),
            RegisterColumn("False Positive", .constant("No")),
            RegisterColumn("Operational Requirement", .constant("No")),
            RegisterColumn("Deviation Rationale", .waiver), RegisterColumn("Supporting Documents", .evidence),
            RegisterColumn("Comments", .comments), .empty("Auto-Approve"),
            .empty("Binding Operational Directive 22-01 tracking"),
            .empty("Binding Operational Directive 22-01 Due Date"),
            .empty("CVE"), RegisterColumn("Service Name", .product),
        ])

    private static let rating = [
        "critical": "High", "high": "High", "medium": "Moderate", "low": "Low", "info": "Low",
    ]
}
