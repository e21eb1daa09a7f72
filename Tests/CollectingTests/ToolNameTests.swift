import Testing

@testable import Collecting

@Suite("Names of tools")
struct ToolNameTests {
    @Test(
        arguments: [
            ("terminal_execute", "execute"), ("executeSql", "execute"), ("drop-table", "destructive"),
            ("apply_migration", "destructive"), ("refund", "payment"), ("createPayment", "payment"),
            ("agent_spawn", "execute"), ("task_orchestrate", "execute"), ("run_tests", "execute"),
            ("get_user", "read"), ("listOrders", "read"), ("ask_question", "read"), ("analyze", "read"),
            ("convert_currency", "read"), ("resolve-library-id", "read"), ("sequentialthinking", "read"),
            ("get_release", "read"), ("list_commits", "read"), ("get_or_create_user", "write"),
            ("get-library-docs", "read"), ("fetch", "network"), ("fetch_url", "network"),
            ("browser_navigate", "network"), ("get_page_and_delete", "destructive"), ("config_manage", "write"),
            ("github_pr_manage", "write"), ("memory_persist", "write"), ("skill_save", "write"),
            ("currency_conversion", "read"), ("query_specs", "read"), ("query", nil), ("query_database", nil),
            ("update_ticket", nil), ("shellfish_search", "read"), ("dropdown", nil), ("getter", nil), ("", nil),
            ("_", nil), ("items_item_patch", "write"), ("putItem", "write"), ("api_item_get", "read"), ("put", nil),
            ("patchwork", nil), ("url_ingestion_flow", "write"), ("get_put_ratio", "read"), ("fetch_doc", "read"),
            ("fetch_html", "network"),
            ("fetch_generic_url_content", "network"), ("fetchIssue", "read"), ("download_page", "network"),
            ("fetch_and_store", "network"),
        ] as [(String, String?)])
    func admitToWhatIsSharp(name: String, effect: String?) {
        #expect(ToolName.effect(name) == effect)
    }

    @Test(
        arguments: [
            ("set_workspace_root", "scope"), ("setRoot", "scope"), ("chdir", "scope"), ("set_title", "write"),
        ] as [(String, String?)])
    func tellWhatMovesBounds(name: String, effect: String?) { #expect(ToolName.effect(name) == effect) }

    @Test(arguments: [
        ("skill_save", true), ("create_work", true), ("specs_propose", true), ("github_pr_manage", true),
        ("agentSpawn", true), ("merge-pull-request", true), ("get_post", false), ("list_release", false),
        ("get_started", false), ("updates", false), ("", false), ("__", false),
    ])
    func tellWhatChanges(name: String, changes: Bool) { #expect(ToolVerb.changes(name) == changes) }
}
