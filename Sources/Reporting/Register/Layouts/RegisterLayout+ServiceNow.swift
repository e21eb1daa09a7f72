extension RegisterLayout {
    /// Issues of ServiceNow GRC (`sn_grc_issue`), for an import set that coalesces on `correlation_id`.
    ///
    /// Headings are names of elements, so that a transform map matches them by itself. The state is ServiceNow's own: a
    /// waiver says how somebody responded, and closes nothing. Import sets:
    /// https://www.servicenow.com/docs/bundle/zurich-integrate-applications/page/administer/import-sets/concept/c_ImportDataUsingImportSets.html
    static let serviceNowIssue = RegisterLayout(
        name: "servicenow-issue", summary: "ServiceNow GRC issues, to be coalesced on correlation_id.", form: .csv,
        scope: .weaknesses,
        columns: [
            RegisterColumn("correlation_id", .id), RegisterColumn("correlation_display", .constant("Surety")),
            RegisterColumn("short_description", .title, limit: 160),
            RegisterColumn("description", .description, limit: 4000),
            RegisterColumn(
                "priority", .severity, words: ["critical": "1", "high": "2", "medium": "3", "low": "4", "info": "5"]),
            RegisterColumn("response", .status, words: ["open": "Remediate", "accepted": "Accept"]),
            RegisterColumn("response_until", .waiverExpires), RegisterColumn("explanation", .comments, limit: 4000),
            RegisterColumn("recommendation", .remediation, limit: 4000), RegisterColumn("content_reference", .controls),
            RegisterColumn("configuration_item", .agent), RegisterColumn("owner", .owner),
            RegisterColumn("identified_on", .openedOn), RegisterColumn("evidence", .evidence, limit: 4000),
            RegisterColumn("parent_correlation_id", .group),
        ], historyColumns: [RegisterColumn("due_date", .due), RegisterColumn("work_notes", .notes, limit: 4000)])
}
