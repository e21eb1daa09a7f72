import Documents
import Testing

@Suite struct MarkdownTableTests {
    private func rows(_ text: String) -> [[[String]]] {
        MarkdownTable.all(in: text).map { $0.rows.map { $0.map(\.text) } }
    }

    @Test(arguments: [
        ("| a | b |\n|---|:-:|\n| 1 | 2 |\n", [[["a", "b"], ["1", "2"]]]),
        ("a | b\n--- | ---\n1 | 2", [[["a", "b"], ["1", "2"]]]),
        ("| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |", [[["a", "b"], ["1", ""], ["1", "2"]]]),
        ("| a \\| b | c |\n|---|---|\n| | x |", [[["a | b", "c"], ["", "x"]]]),
        ("```\n| a |\n|---|\n| 1 |\n```\n", []), ("| a | b |\n|---|\n| 1 |", []), ("no table", []),
        ("| a |\r\n|---|\r\n| 1 |\r\n", [[["a"], ["1"]]]),
        ("| a |\n|---|\n| 1 |\n\n| b |\n|---|\n", [[["a"], ["1"]], [["b"]]]),
    ])
    func cells(text: String, expected: [[[String]]]) {
        #expect(rows(text) == expected)
    }

    @Test func cellsKnowTheirPlace() throws {
        let table = try #require(MarkdownTable.all(in: "x\n\n| a | b |\n|---|---|\n|  1 | 2 |", firstLine: 5).first)
        #expect(table.rows[1].map(\.position) == [Position(line: 9, column: 4), Position(line: 9, column: 8)])
    }
}
