import Documents
import Testing

@Suite struct TOMLTests {
    private func root(_ text: String) throws -> Node { try Document(Array(text.utf8), as: .toml).root }

    @Test func inlineTablesAndArraysOfTablesKnowTheirPlaces() throws {
        let node = try root("[[s]]\nname = \"a\"\n[[s]]\nname = \"é\" # c\nenv = { K = \"v\", n = [1, 22] }\n")
        let second = try #require(node["s"]?.elements.last)
        #expect(second["name"]?.position == place(4, 8))
        #expect(second["env"]?["K"]?.position == place(5, 13))
        #expect(second["env"]?["n"]?.elements.map(\.position) == [place(5, 23), place(5, 26)])
        #expect(second["env"]?.members.map(\.keyPosition) == [place(5, 9), place(5, 18)])
    }

    @Test func membersFollowTheFile() throws {
        #expect(try root("z = 1\na = 2\nm = 3\n").members.map(\.key) == ["z", "a", "m"])
    }

    @Test func keysAreCitedAfterLinesOfWindowsAndWideText() throws {
        #expect(try root("\"é\" = 1\r\n\"ü\" = \"😀\"\r\nb = 2\r\n")["b"]?.position == place(3, 5))
        #expect(try root("a = [ \"😀\", 7 ]\n")["a"]?.elements.last?.position == place(1, 12))
    }

    @Test func datesAreTexts() throws {
        #expect(try root("d = 2026-01-02T03:04:05Z\n")["d"]?.string == "2026-01-02T03:04:05Z")
    }

    @Test(arguments: [
        "[\(String(repeating: "a.", count: 100_000))b]", "\(String(repeating: "a.", count: 100_000))b = 1",
        "x = \(String(repeating: "{a.a.a.a = ", count: 5_000))", "x = \(String(repeating: "[", count: 100_000))",
        "x = {a = \"\"\"q\"\"\"\", \(String(repeating: "b.", count: 100_000))b = 1}",
    ])
    func nestingIsBounded(text: String) { #expect(problem(text, .toml)?.kind == .limit) }

    @Test func dotsInTextsAndCommentsAreNoNesting() throws {
        let dots = String(repeating: ".", count: 5_000)
        let node = try root("a = \"\(dots)\" # \(dots)\nb = '''\n\(dots)\n'''\nc = [1.5, 2.5]\n")
        #expect(node["b"]?.string?.count == 5_001)
    }

    @Test func markersInALongTextAreNoConflict() throws {
        #expect(try root("a = \"\"\"\n<<<<<<< HEAD\n=======\n>>>>>>> x\n\"\"\"\n")["a"]?.string?.isEmpty == false)
        #expect(problem("a = 1\n<<<<<<< HEAD\n", .toml)?.message.contains("<<<<<<<") == true)
    }

    @Test(arguments: [
        "[<]", "[[.a]", "[\n.c]", "[{", "é = 1", "a = é", "a = [1, é]", "a = 1 \u{400}", "\u{3000}a = 1", "[", "[[",
    ])
    func whatTOMLPlusPlusAssertsIsRefusedWithoutACrash(text: String) {
        #expect(problem(text, .toml)?.kind == .syntax)
    }

    @Test func aKeyWrittenTwiceIsRefusedWithItsLine() {
        #expect(problem("a = 1\na = 2\n", .toml)?.position?.line == 2)
    }
}
