import Compliance
import Testing

@testable import Collecting

/// Keys that stand twice: one of the values is lost, and a person who reads the file sees the other.
@Suite struct RepeatedKeyTests {
    @Test(arguments: [
        (
            "home/ann/.config/goose/config.yaml",
            "extensions:\n  reader:\n    type: stdio\n    cmd: uvx\n  reader:\n    type: stdio\n    cmd: npx\n",
            "reader", 5
        ),
        (".mcp.json", "{\"mcpServers\": {\n \"a\": {\"command\": \"x\"},\n \"a\": {\"command\": \"y\"}}}", "a", 3),
        (".claude/settings.json", "{\"model\": \"x\",\n \"model\": \"y\"}", "model", 2),
    ])
    func areSaidAtTheSecondPlace(path: String, text: String, key: String, line: Int) throws {
        let evidence = try Workspace([path: text]).collect()
        let rows = evidence[.setting].filter { $0["reason"].text == RepeatedKeys.reason }
        #expect(rows.map { $0["key"].text } == [key])
        #expect(rows.map(\.line) == [line])
        #expect(rows.map { $0["status"].text } == ["overridden"])
        #expect(evidence.faults.isEmpty)
    }

    @Test func aFileThatRepeatsOneKeyForEverHasFewRows() throws {
        let text = "{" + String(repeating: "\"a\": 1,\n", count: 5_000) + "\"a\": 1}"
        let evidence = try Workspace([".claude/settings.json": text]).collect()
        #expect(evidence[.setting].filter { $0["reason"].text == RepeatedKeys.reason }.count == 20)
    }

    @Test func aKeyThatIsASecretIsNotShown() throws {
        let evidence = try Workspace([".mcp.json": "{\"\(MadeUp.github)\": 1,\n \"\(MadeUp.github)\": 2}"]).collect()
        #expect(!evidence.texts.contains { $0.contains(MadeUp.github) })
    }

    @Test func aKeyInTwoPlacesIsNone() throws {
        let text = "{\"mcpServers\": {\"a\": {\"x\": 1}, \"b\": {\"x\": 1}}}"
        let evidence = try Workspace([".mcp.json": text]).collect()
        #expect(!evidence[.setting].contains { $0["reason"].text == RepeatedKeys.reason })
    }
}
