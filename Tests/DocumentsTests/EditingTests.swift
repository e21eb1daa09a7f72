import Documents
import Testing

/// Changes of a text leave the rest of it as it stands, byte by byte.
@Suite struct EditingTests {
    private func removing(_ pointers: [String], _ text: String) -> String? {
        JSONEdit.removing(pointers, from: Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test(arguments: [
        ("{\"a\": [1, 2, 3]}", ["/a/1"], "{\"a\": [1, 3]}"), ("{\"a\": [1, 2, 3]}", ["/a/2"], "{\"a\": [1, 2]}"),
        ("{\"a\": [1, 2, 3]}", ["/a/0"], "{\"a\": [2, 3]}"), ("{\"a\": [1]}", ["/a/0"], "{\"a\": []}"),
        ("{\"a\": [1, 2, 3, 4]}", ["/a/0", "/a/2", "/a/3"], "{\"a\": [2]}"),
        ("{\"a\": [1, 2]}", ["/a/1", "/a/0"], "{\"a\": []}"), ("{\"a\": 1, \"b\": {}}", ["/b"], "{\"a\": 1}"),
        ("{\n  \"a\": 1,\n  \"b\": 2\n}\n", ["/a"], "{\n  \"b\": 2\n}\n"),
        ("{\n  \"a\": 1,\n  \"b\": 2\n}\n", ["/b"], "{\n  \"a\": 1\n}\n"),
        ("{\n  \"a\": [\n    \"x\"\n  ]\n}", ["/a/0"], "{\n  \"a\": []\n}"),
        ("{\n  // why\n  \"a\": 1, // here\n  \"b\": 2,\n}", ["/b"], "{\n  // why\n  \"a\": 1,\n}"),
        ("{\"a/b\": {\"~\": [true, null]}}", ["/a~1b/~0/1"], "{\"a/b\": {\"~\": [true]}}"),
        ("{\"a\": \"]}\\\"\", \"b\": \"\\u0061\"}", ["/a"], "{\"b\": \"\\u0061\"}"),
        ("{\"\\u0061\": 1, \"b\": 2}", ["/a"], "{\"b\": 2}"), ("{\"a\": 1, \"a\": 2}", ["/a"], "{\"a\": 1}"),
    ])
    func removes(text: String, pointers: [String], expected: String) {
        #expect(removing(pointers, text) == expected)
    }

    @Test(arguments: [
        ("{\"a\": 1}", ["/b"]), ("{\"a\": 1}", [""]), ("{\"a\": [1]}", ["/a/1"]), ("{\"a\": [1", ["/a/0"]),
        ("{\"a\": 1} x", ["/a"]), ("", ["/a"]), ("{\"a\" 1}", ["/a"]), ("{\"a\": 1}", []), ("{a: 1}", ["/a"]),
    ])
    func leavesAloneWhatItDoesNotUnderstand(text: String, pointers: [String]) {
        #expect(removing(pointers, text) == nil)
    }

    /// Whatever is removed, the rest is what it was.
    @Test func everyPlaceOfATreeCanGo() throws {
        let text = """
            {
              "permissions": {
                "allow": ["Bash(*)", /* hm */ "Edit", // well
                  "Read"],
                "defaultMode": "bypassPermissions"
              },
              "hooks": { "PreToolUse": [ { "matcher": "" } ] },
              "n": [[], {}, [1, [2]]],
            }
            """
        let root = try Document(Array(text.utf8), as: .jsonc).root
        func pointers(_ node: Node, _ path: String) -> [String] {
            let members = node.members.map { (path + "/" + $0.key, $0.value) }
            let elements = node.elements.enumerated().map { (path + "/\($0)", $1) }
            return (members + elements).flatMap { [$0.0] + pointers($0.1, $0.0) }
        }
        let all = pointers(root, "")
        #expect(all.count == 17)
        for pointer in all {
            let edited = try #require(removing([pointer], text), "\(pointer)")
            let after = try Document(Array(edited.utf8), as: .jsonc).root
            let below = all.filter { $0 == pointer || $0.hasPrefix(pointer + "/") }.count
            #expect(pointers(after, "").count == all.count - below, "\(pointer): \(edited)")
        }
    }

    @Test func diff() {
        let before = (1...12).map { "l\($0)\n" }.joined()
        let after = before.replacing("l6\n", with: "").replacing("l7\n", with: "seven\n")
        let expected = """
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
        #expect(LineDiff.unified(before, after, path: "f.json") == expected)
        #expect(LineDiff.unified(before, before, path: "f.json") == "")
        let far = before.replacing("l1\n", with: "").replacing("l12\n", with: "")
        #expect(LineDiff.unified(before, far, path: "f").ranges(of: "@@ -").count == 2)
    }
}
