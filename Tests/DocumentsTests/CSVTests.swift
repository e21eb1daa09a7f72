import Documents
import Testing

@Suite struct CSVTests {
    private func texts(_ text: String) throws -> [[String]] {
        try CSVRecord.read(Array(text.utf8)).map { $0.fields.map(\.text) }
    }

    @Test(arguments: [
        ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]), ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
        ("\"a, b\",\"say \"\"c\"\"\"\n", [["a, b", "say \"c\""]]), ("\"two\nlines\",x", [["two\nlines", "x"]]),
        ("a,\n,b\n", [["a", ""], ["", "b"]]), ("", []), ("a,b\n\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("\u{FEFF}ä,b", [["ä", "b"]]), ("\"\",\"\"", [["", ""]]), (" a , b ", [[" a ", " b "]]),
    ])
    func fields(text: String, expected: [[String]]) throws {
        #expect(try texts(text) == expected)
    }

    @Test(arguments: [
        ("a,b\n1\n", "line 2, column 1"), ("a\"b,c", "line 1, column 2"), ("\"a\"b,c", "line 1, column 4"),
        ("x,y\n1,\"open", "line 2, column 3"), ("a,b\r1,2", "line 1, column 4"),
    ])
    func faultsHaveTheirPlace(text: String, place: String) throws {
        let problem = try #require(throws: Diagnostic.self) { _ = try CSVRecord.read(Array(text.utf8)) }
        #expect(problem.description.hasPrefix(place))
    }

    @Test func linesCountThroughQuotedFields() throws {
        let records = try CSVRecord.read(Array("a,b\n\"1\n2\n3\",x\ny,z\n".utf8))
        #expect(records.map(\.line) == [1, 2, 5])
        #expect(records[1].fields[1].position == Position(line: 4, column: 4))
    }
}
