import Documents
import Testing

@Suite struct JSON5Tests {
    private func root(_ text: String) throws -> Node { try Document(Array(text.utf8), as: .json5).root }

    @Test(
        arguments: [
            ("'it\\'s'", .string("it's")), ("\"a\\\nb\"", .string("ab")), ("'\\x41\\u00e9\\q'", .string("Aéq")),
            ("0x1F", .integer(31)), ("-0x10", .integer(-16)), ("+7", .integer(7)), (".5", .real(0.5)), ("5.", .real(5)),
            ("5.e1", .real(50)), ("-.5e-1", .real(-0.05)), ("-Infinity", .real(-.infinity)), ("1e3", .real(1000)),
            ("true", .boolean(true)), ("null", .null),
        ] as [(String, Node.Content)])
    func scalars(text: String, content: Node.Content) throws {
        #expect(try root(text).content == content)
    }

    @Test func keysNeedNoQuotes() throws {
        let node = try root("// c\n{ größe: 1, $b_2: 2,\n  'c d': { e: [1,], }, }")
        #expect(node["größe"]?.integer == 1)
        #expect(node["$b_2"]?.position == Position(line: 2, column: 19))
        #expect(node[path: ["c d", "e"]]?.position == Position(line: 3, column: 15))
    }

    @Test func placesAfterAContinuedLineAreRight() throws {
        #expect(try root("{ a: 'x\\\n y', b: 2 }")["b"]?.position == Position(line: 2, column: 9))
    }

    @Test(arguments: [
        "{a b: 1}", "{1a: 1}", "'a\nb'", "01", "0x", "+", ".", "e5", "1.2.3", "'a", "{a: }", "'\\1'", "0xg",
    ])
    func brokenTextIsRefused(text: String) {
        #expect(throws: Diagnostic.self) { try root(text) }
    }
}
