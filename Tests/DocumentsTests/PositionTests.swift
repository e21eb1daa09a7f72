import Documents
import Testing

@Suite struct PositionTests {
    private func position(_ text: String, _ format: Document.Format, _ path: [String]) throws -> Position? {
        try Document(Array(text.utf8), as: format).root[path: path]?.position
    }

    @Test(
        arguments: [
            ("{\n  \"a\": {\"b\": 1}\n}", Document.Format.json, ["a", "b"], 2, 14),
            ("{\r\n\"é\": 1, \"b\": 2}", .json, ["b"], 2, 14),
            ("{ // c\n \"a\": [1,],\n \"b\": 2, }", .jsonc, ["b"], 3, 7),
            ("{\"😀\": 1,\"b\":2}", .json, ["b"], 1, 13), ("a:\n  - 1\nb:\n  c: x\n", .yaml, ["b", "c"], 4, 6),
            ("# é\nb: {c: 'x'}\n", .yaml, ["b", "c"], 2, 8),
            ("x = 1\n[a.b]\nc = \"y\"\n", .toml, ["a", "b", "c"], 3, 5),
            ("a = { b = 1, c = 2 }\n", .toml, ["a", "c"], 1, 18),
            ("---\nname: x\ntools: y\n---\nbody", .markdown, ["tools"], 3, 8),
            ("<a>\n <b>1</b>\n</a>", .xml, ["a", "b"], 2, 2),
        ] as [(String, Document.Format, [String], Int, Int)])
    func valuesKnowWhereTheyStand(text: String, format: Document.Format, path: [String], line: Int, column: Int) throws
    {
        #expect(try position(text, format, path) == Position(line: line, column: column))
    }

    @Test func anAbsentKeyIsCitedAtTheNearestOneAbove() throws {
        let root = try Document(Array("{\n \"sandbox\": {\n  \"x\": 1 }\n}".utf8), as: .json).root
        #expect(root.position(of: ["sandbox", "enabled"]) == Position(line: 2, column: 13))
        #expect(root.position(of: ["nothing"]) == Position(line: 1, column: 1))
    }

    @Test func aByteOrderMarkAndUTF16AreUnderstood() throws {
        let text = "{\"a\": \"é\"}"
        let little: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { unit in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        for bytes in [[0xEF, 0xBB, 0xBF] + Array(text.utf8), little] {
            #expect(try Document(bytes, as: .json).root["a"]?.position == Position(line: 1, column: 7))
        }
    }

    @Test func theLastOfTwoEqualKeysCountsAndIsReported() throws {
        for (text, format) in [("{\"a\": 1, \"a\": 2}", Document.Format.json), ("a: 1\na: 2\n", .yaml)] {
            let document = try Document(Array(text.utf8), as: format)
            #expect(document.root["a"]?.integer == 2)
            #expect(document.warnings.map(\.kind) == [.duplicateKey])
        }
    }
}
