extension RegisterLayout {
    /// Work items of Jira, for its CSV import; headings without punctuation, several labels in columns of one name.
    ///
    /// Map `Gap ID` to a text field of your own and find items by it: Jira updates only by its own key. A label has no
    /// blanks. https://support.atlassian.com/jira-software-cloud/docs/import-data-from-a-csv-file/
    static let jira = RegisterLayout(
        name: "jira", summary: "Jira work items, for its CSV import.", form: .csv, scope: .weaknesses,
        columns: [
            RegisterColumn("Gap ID", .id), RegisterColumn("Summary", .title, limit: 255),
            RegisterColumn("Work type", .constant("Task")),
            RegisterColumn(
                "Priority", .severity,
                words: ["critical": "Highest", "high": "High", "medium": "Medium", "low": "Low", "info": "Lowest"]),
            RegisterColumn("Description", .description), RegisterColumn("Remedy", .remediation),
            RegisterColumn("Labels", .constant("surety")), RegisterColumn("Labels", .status),
            RegisterColumn("Labels", .check), RegisterColumn("Labels", .controls, part: 1),
            RegisterColumn("Labels", .controls, part: 2), RegisterColumn("Labels", .controls, part: 3),
            RegisterColumn("Controls", .controls, separator: " "), RegisterColumn("Environment", .agent),
            RegisterColumn("Owner", .owner), RegisterColumn("Found on", .openedOn),
            RegisterColumn("Accepted until", .waiverExpires), RegisterColumn("Comment", .comments),
        ], historyColumns: [RegisterColumn("Due date", .due), RegisterColumn("Tracked as", .ticket)])
}
