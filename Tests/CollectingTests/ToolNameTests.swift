import Testing

@testable import Collecting

@Suite("Names of tools")
struct ToolNameTests {
    @Test(
        arguments: [
            ("terminal_execute", "execute"), ("executeSql", "execute"), ("drop-table", "destructive"),
            ("apply_migration", "destructive"), ("refund", "payment"), ("createPayment", "payment"), ("get_user", nil),
            ("update_ticket", nil), ("shellfish_search", nil), ("dropdown", nil), ("", nil),
        ] as [(String, String?)])
    func admitToWhatIsSharp(name: String, effect: String?) {
        #expect(ToolName.effect(name) == effect)
    }

    @Test(
        arguments: [
            ("set_workspace_root", "scope"), ("setRoot", "scope"), ("chdir", "scope"), ("set_title", nil),
        ] as [(String, String?)])
    func tellWhatMovesBounds(name: String, effect: String?) { #expect(ToolName.effect(name) == effect) }

    @Test(arguments: [
        ("skill_save", true), ("create_work", true), ("specs_propose", true), ("github_pr_manage", true),
        ("agentSpawn", true), ("merge-pull-request", true), ("get_post", false), ("list_release", false),
        ("get_started", false), ("updates", false), ("", false), ("__", false),
    ])
    func tellWhatChanges(name: String, changes: Bool) { #expect(ToolVerb.changes(name) == changes) }
}
