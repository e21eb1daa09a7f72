import Documents
import Testing

@Suite struct JSONTests {
    private func root(_ text: String, _ format: Document.Format = .json) throws -> Node {
        try Document(Array(text.utf8), as: format).root
    }

    @Test(
        arguments: [
            ("0", Node.Content.integer(0)), ("-12", .integer(-12)), ("9223372036854775807", .integer(.max)),
            ("-9223372036854775808", .integer(.min)), ("9223372036854775808", .real(9_223_372_036_854_775_808)),
            ("1.5", .real(1.5)), ("1E2", .real(100)), ("null", .null), ("\"a\\u00e9\\n\\/\"", .string("aé\n/")),
            ("\"\\ud83d\\ude00\"", .string("😀")),
        ] as [(String, Node.Content)])
    func valuesAreReadAsRFC8259Says(text: String, content: Node.Content) throws {
        #expect(try root(text).content == content)
    }

    @Test(arguments: [
        "01", "-", "1.", ".5", "1e", "+1", "--1", "\"\\u+123\"", "\"\\u12\"", "\"a\nb\"", "[1,]", "{\"a\":1,}", "[,1]",
        "nul",
        "{\"a\" 1}", "{1: 2}", "[1] // c", "/* c */ 1", "NaN", "\"\\", "[1}", "true1",
    ])
    func whatIsNoJSONIsRefused(text: String) { #expect(problem(text, .json)?.kind == .syntax) }

    @Test func halfASurrogatePairIsReplacedAndReported() throws {
        let document = try Document(Array("{\"a\": \"\\ud800x\"}".utf8), as: .json)
        #expect(document.root["a"]?.string == "\u{FFFD}x")
        #expect(document.warnings.map(\.position) == [place(1, 8)])
    }

    @Test func theBracketLeftOpenIsNamed() {
        #expect(problem("{\n  \"a\": [1,", .json)?.message.contains("line 2, column 8") == true)
    }

    @Test func nestingIsAllowedToTheBoundAndNoFurther() throws {
        let deep = { String(repeating: "[", count: $0) + String(repeating: "]", count: $0) }
        #expect(try root(deep(256)).isArray)
        #expect(problem(deep(257), .json) == Diagnostic(.limit, "nested deeper than 256 levels", at: place(1, 257)))
        #expect(problem(deep(100_000), .json)?.kind == .limit)
    }

    @Test func oneLongLineCostsNoMoreThanMany() throws {
        let text = "[" + Array(repeating: "\"é\"", count: 300_000).joined(separator: ",") + "]"
        #expect(try root(text).elements.last?.position == place(1, 2 + 4 * 299_999))
    }

    @Test func commentsMayHoldLinesAndWideText() throws {
        #expect(try root("/* é\n ü */ {\"a\": 1, // 😀\n\"b\": 2}", .jsonc)["b"]?.position == place(3, 6))
    }

    @Test func manyKeysAreComparedToo() throws {
        let keys = (0..<40).map { "\"k\($0)\": 1" } + ["\"k3\": 2"]
        let document = try Document(Array("{\(keys.joined(separator: ","))}".utf8), as: .json)
        #expect(document.warnings.count == 1)
        #expect(document.root["k3"]?.integer == 2)
    }
}
