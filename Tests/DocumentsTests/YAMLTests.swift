import Documents
import Testing

@Suite struct YAMLTests {
    private func root(_ text: String) throws -> Node { try Document(Array(text.utf8), as: .yaml).root }

    @Test(
        arguments: [
            ("yes", Node.Content.string("yes")), ("true", .boolean(true)), ("~", .null), ("0x1F", .integer(31)),
            ("0o17", .integer(15)), ("1.5e3", .real(1500)), ("'1'", .string("1")), ("!!str 1", .string("1")),
            ("! 1", .string("1")), ("!ref 1", .integer(1)), ("1.2.3", .string("1.2.3")), ("-", .null),
        ] as [(String, Node.Content)])
    func plainScalarsFollowTheCoreSchema(text: String, content: Node.Content) throws {
        let value = try root("a: \(text == "-" ? "" : text)")["a"]
        #expect(value?.content == content)
    }

    @Test func lineSeparatorsOfYAML11AreNoLines() throws {
        let value = try root("a: \"x\u{2028}y\u{85}z\"\nb: 1\n")["b"]
        #expect(value?.position == place(2, 4))
    }

    @Test func placesCountScalarsAndLinesOfWindows() throws {
        #expect(try root("é: 1\r\n\"😀\": {x: 1}\r\n")["😀"]?["x"]?.position == place(2, 10))
    }

    @Test func ownKeysAndEarlierMappingsWinOverMergedOnes() throws {
        let node = try root("a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\nc:\n  <<: [*a, *b]\n  x: 3\n")["c"]
        #expect(node?["x"]?.integer == 3)
        #expect(node?["y"]?.integer == 1)
        #expect(node?["z"]?.integer == 2)
    }

    @Test(arguments: [
        ("<<: 3\n", 1), ("a: *b\n", 1), ("{a: b}: c\n", 1), ("a:\n\t- b\n", 2), ("a: 1\n b: 2\n", 2),
        ("a: \"x\n", 2), ("a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> x\n", 2), ("a: x\u{7}\n", 1), (" \n", 1),
    ])
    func problemsNameTheLine(text: String, line: Int) {
        #expect(problem(text, .yaml)?.position?.line == line)
    }

    @Test func severalDocumentsAreAnArrayAndOneIsItself() throws {
        #expect(try root("---\na: 1\n---\nb: 2\n").elements.count == 2)
        #expect(try root("---\na: 1\n")["a"]?.integer == 1)
        #expect(try root("# only a comment\n").content == .null)
    }

    @Test func aliasesCannotNestDeeperThanTheBound() {
        var text = "a0: &a0 [x]\n"
        for level in 1...300 { text += "a\(level): &a\(level) [*a\(level - 1)]\n" }
        #expect(problem(text, .yaml)?.kind == .limit)
    }
}
