import Documents
import Testing

/// Changes of a JSON text leave the rest of it as it stands, byte by byte.
@Suite struct EditingTests {
    private func apply(_ operations: [PatchOperation], _ text: String, _ path: String = "f.json") -> String? {
        DocumentPatch.apply(operations, to: Array(text.utf8), path: path).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test(arguments: [
        ("{\"a\": [1, 2, 3]}", ["/a/1"], "{\"a\": [1, 3]}"), ("{\"a\": [1, 2, 3]}", ["/a/2"], "{\"a\": [1, 2]}"),
        ("{\"a\": [1, 2, 3]}", ["/a/0"], "{\"a\": [2, 3]}"), ("{\"a\": [1]}", ["/a/0"], "{\"a\": []}"),
        ("{\"a\": [1, 2, 3, 4]}", ["/a/0", "/a/2", "/a/3"], "{\"a\": [2]}"),
        ("{\"a\": [1, 2]}", ["/a/1", "/a/0"], "{\"a\": []}"), ("{\"a\": 1, \"b\": {}}", ["/b"], "{\"a\": 1}"),
        ("{\n  \"a\": 1,\n  \"b\": 2\n}\n", ["/a"], "{\n  \"b\": 2\n}\n"),
        ("{\n  \"a\": 1,\n  \"b\": 2\n}\n", ["/b"], "{\n  \"a\": 1\n}\n"),
        ("{\n  \"a\": [\n    \"x\"\n  ]\n}", ["/a/0"], "{\n  \"a\": []\n}"),
        ("{\n  // why\n  \"a\": 1, // here\n  \"b\": 2,\n}", ["/b"], "{\n  // why\n  \"a\": 1, // here\n}"),
        ("{\n  \"a\": 1, // of a\n  // of b\n  \"b\": 2\n}", ["/a"], "{\n  // of b\n  \"b\": 2\n}"),
        ("{\"a/b\": {\"~\": [true, null]}}", ["/a~1b/~0/1"], "{\"a/b\": {\"~\": [true]}}"),
        ("{\"a\": \"]}\\\"\", \"b\": \"\\u0061\"}", ["/a"], "{\"b\": \"\\u0061\"}"),
        ("{\"\\u0061\": 1, \"b\": 2}", ["/a"], "{\"b\": 2}"), ("{a: 'x', b: 2,}", ["/a"], "{b: 2,}"),
        ("\u{FEFF}{\r\n\t\"a\": 1,\r\n\t\"b\": 2\r\n}", ["/b"], "\u{FEFF}{\r\n\t\"a\": 1\r\n}"),
    ])
    func removes(text: String, pointers: [String], expected: String) {
        #expect(apply(pointers.map { .remove($0) }, text) == expected)
    }

    private static let on = Node(.boolean(true), at: .start)
    private static let text = Node(.string("x \"y\""), at: .start)
    private static let table = Node(
        .object([Member(key: "k", keyPosition: .start, value: Node(.array([on]), at: .start))]), at: .start)

    @Test(
        arguments: [
            ("{}", [.add("/a", on)], "{\n  \"a\": true\n}"),
            ("{\"a\": 1}", [.add("/b", on)], "{\"a\": 1, \"b\": true}"),
            (
                "{\n\t\"a\": 1\n}\n", [.add("/b", table)],
                "{\n\t\"a\": 1,\n\t\"b\": {\n\t\t\"k\": [\n\t\t\ttrue\n\t\t]\n\t}\n}\n"
            ),
            ("{\n  \"a\": 1 // one\n}", [.add("/b", text)], "{\n  \"a\": 1, // one\n  \"b\": \"x \\\"y\\\"\"\n}"),
            ("{\n  \"a\": 1,\n}", [.add("/b", on)], "{\n  \"a\": 1,\n  \"b\": true,\n}"),
            ("{\"a\": [1]}", [.add("/a/-", on)], "{\"a\": [1, true]}"),
            ("{\n  \"a\": [\n    1\n  ]\n}", [.add("/a/-", on)], "{\n  \"a\": [\n    1,\n    true\n  ]\n}"),
            ("{\r\n  \"a\": []\r\n}", [.add("/a/-", on)], "{\r\n  \"a\": [\r\n    true\r\n  ]\r\n}"),
            ("{\n  \"x\": 1\n}", [.add("/*", on)], "{\n  \"*\": true,\n  \"x\": 1\n}"),
            ("{\"a\": {\"b\": \"no\"}}", [.replace("/a/b", on)], "{\"a\": {\"b\": true}}"),
            (
                "{\"a\": 1, \"b\": [2]}", [.replace("/a", on), .remove("/b/0"), .add("/b/-", text)],
                "{\"a\": true, \"b\": [\"x \\\"y\\\"\"]}"
            ),
        ] as [(String, [PatchOperation], String)])
    func addsAndReplaces(text: String, operations: [PatchOperation], expected: String) {
        #expect(apply(operations, text) == expected)
    }

    @Test(arguments: [
        ("{\"a\": 1}", ["/b"]), ("{\"a\": 1}", [""]), ("{\"a\": [1]}", ["/a/1"]), ("{\"a\": [1", ["/a/0"]),
        ("{\"a\": 1} x", ["/a"]), ("", ["/a"]), ("{\"a\" 1}", ["/a"]), ("{\"a\": 1}", []),
        // Of a key that is written twice nobody knows which is meant.
        ("{\"a\": 1, \"a\": 2}", ["/a"]), ("{\"a\": {\"b\": 1}, \"a\": {\"b\": 2}}", ["/a/b"]),
        ("{\"a\": {\"b\": 1}}", ["/a", "/a/b"]),
    ])
    func leavesAloneWhatItDoesNotUnderstand(text: String, pointers: [String]) {
        #expect(apply(pointers.map { .remove($0) }, text) == nil)
    }

    @Test func whatContradictsItselfIsRefused() {
        #expect(apply([.replace("/a", Self.on), .replace("/a", Self.text)], "{\"a\": 1}") == nil)
        #expect(apply([.add("/a", Self.on)], "{\"a\": 1}") == nil)
        #expect(apply([.replace("/b", Self.on)], "{\"a\": 1}") == nil)
        #expect(apply([.remove("/a")], "<a/>", "f.xml") == nil)
        #expect(apply([.remove("/a/0")], "{\"a\":" + String(repeating: "[", count: 5000)) == nil)
        #expect(DocumentPatch.apply([.remove("/a")], to: [0xFF, 0xFE, 0x7B, 0, 0x7D, 0], path: "f.json") == nil)
    }

    @Test(arguments: [
        (
            "{\"p\": {\"deny\": [\"x\"]}}", "{\"p\": {\"deny\": [\"x\", \"y\"]}, \"s\": true}",
            "{\"p\": {\"deny\": [\"x\", \"y\"]}, \"s\": true}"
        ),
        ("{\"p\": 1}", "{\"p\": 2}", "{\"p\": 2}"),
        ("{}", "{\"a\": {\"b\": 1}}", "{\n  \"a\": {\n    \"b\": 1\n  }\n}"),
    ])
    func aFragmentIsMergedIn(text: String, fragment: String, expected: String) throws {
        let tree = { try Document(Array(($0 as String).utf8), as: .json).root }
        let operations = try #require(FragmentMerge.operations(tree(fragment), into: tree(text)))
        #expect(apply(operations, text) == expected)
        #expect(try FragmentMerge.operations(tree(fragment), into: tree(expected)) == [])
        #expect(try FragmentMerge.operations(tree("{\"p\": {\"q\": 1}, \"a\": [1]}"), into: tree("{\"p\": 1}")) == nil)
    }

    @Test func diff() {
        let before = (1...12).map { "l\($0)\n" }.joined()
        let after = before.replacing("l6\n", with: "").replacing("l7\n", with: "seven\n")
        let expected = """
            diff --git a/f.json b/f.json
            --- a/f.json
            +++ b/f.json
            @@ -3,8 +3,7 @@
             l3
             l4
             l5
            -l6
            -l7
            +seven
             l8
             l9
             l10

            """
        let diff = { LineDiff(Array(($0 as String).utf8), Array(($1 as String).utf8), path: "f.json").unified() }
        #expect(diff(before, after) == expected)
        #expect(diff(before, before) == "")
        let far = before.replacing("l1\n", with: "").replacing("l12\n", with: "")
        #expect(diff(before, far).ranges(of: "@@ -").count == 2)
        #expect(diff("a\r\nb", "a\r\nc").contains(" a\r\n-b\n\\ No newline at end of file\n+c\n\\ No newline"))
        let new = LineDiff(nil, Array("a\n".utf8), path: "new \"one\"").unified()
        #expect(new.contains("new file mode 100644\n--- /dev/null\n+++ \"b/new \\\"one\\\"\"\n@@ -0,0 +1,1 @@\n+a\n"))
    }
}
