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
}
