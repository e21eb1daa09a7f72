extension RegisterLayout {
    /// Findings of CISO Assistant's data wizard, model `FindingsAssessment`, updated by `ref_id`.
    ///
    /// A finding that somebody accepted stays one: the acceptance is a security exception of the pack. Surety's findings
    /// are identified, nobody has confirmed them.
    /// What a history knows goes with it: `due_date` is the last day, and for lack of another word the `eta`.
    /// https://intuitem.gitbook.io/ciso-assistant/features/data-import-wizard
    static let cisoAssistant = RegisterLayout(
        name: "ciso-assistant", summary: "Findings for CISO Assistant's data wizard.", form: .csv, scope: .weaknesses,
        columns: [
            RegisterColumn("ref_id", .id), RegisterColumn("name", .title, limit: 200),
            RegisterColumn("description", .description), RegisterColumn("severity", .severity),
            RegisterColumn("status", .constant("identified")),
            RegisterColumn(
                "priority", .severity, words: ["critical": "1", "high": "2", "medium": "3", "low": "4", "info": "4"]),
            RegisterColumn("observation", .comments),
        ], historyColumns: [RegisterColumn("eta", .due), RegisterColumn("due_date", .due)])
}
