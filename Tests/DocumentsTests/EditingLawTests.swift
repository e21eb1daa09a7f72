import Documents
import Foundation
import Testing

/// Whatever leaf of a file is changed: exactly that leaf is another, or the file is left alone.
@Suite struct EditingLawTests {
    struct Fixture: Sendable, CustomTestStringConvertible {
        let path: String
        let text: String
        /// How many leaves can be taken away, and how many set: refusing everything would keep the law as well.
        let removable: Int
        let settable: Int
        var testDescription: String { path }
    }

    static let fixtures = [
        Fixture(
            path: "comments.json",
            text: """
                {
                  "permissions": {
                    "allow": ["Bash(*)", /* hm */ "Edit", // well
                      "Read"],
                    "defaultMode": "bypassPermissions"
                  },
                  "hooks": { "PreToolUse": [ { "matcher": "" } ] },
                  "n": [[], {}, [1, [2]]],
                }
                """, removable: 9, settable: 7),
        Fixture(
            path: "tabs.json5",
            text:
                "// x\r\n{\r\n\tgateway: { bind: 'lan', auth: { mode: 'none' } },\r\n\tlist: [\r\n\t\t'a', // a\r\n\t\t'b',\r\n\t],\r\n}\r\n",
            removable: 4, settable: 4),
        Fixture(
            path: "goose.yaml",
            text: """
                # how it works
                GOOSE_MODE: auto   # no questions
                extensions:
                  developer:
                    enabled: true
                    args: ["-y", "x@1"]
                    env_keys: [A]
                  # the other
                  other:
                    enabled: false
                    cmd: 'npx'
                    list:
                      - one
                      - two # second
                      - "three"
                      - deep: 1
                        more: 2
                note: |
                  many
                  lines
                last: ~
                """, removable: 12, settable: 13),
        Fixture(
            path: "indentless.yml", text: "allow:\r\n- a\r\n- b\r\nunderé: \"ü\"\r\nonly:\r\n- c",
            removable: 4, settable: 4),
        Fixture(
            path: "anchors.yaml", text: "base: &b\n  x: 1\nuse: *b\nmerged:\n  <<: *b\n  y: 2\nfree: 1\n",
            removable: 1, settable: 1),
        Fixture(
            path: "agent.md", text: "---\nname: a\ntools: [Read, Bash]\nmode: x\n---\n# Text\n- not: yaml\n",
            removable: 4, settable: 4),
        Fixture(
            path: "config.toml",
            text: """
                # top
                approval_policy = "never" # why
                "quoted key" = 'lit'
                list = [
                  "a", # first
                  "b",
                ]
                flat = [1, 2]
                dotted.key = true
                inline = { a = 1, b = "x" }
                long = \"\"\"
                many
                lines\"\"\"

                [mcp_servers.one]
                command = "npx"
                args = ["-y"]

                [[rules]]
                name = "r1"

                [[rules]]
                name = "r2"
                [rules.more]
                at = 1979-05-27
                """, removable: 11, settable: 12),
    ]

    /// The leaves of a tree with their values, as text.
    private func leaves(_ node: Node) -> [String: String] {
        var leaves: [String: String] = [:]
        node.walk { pointer, node in
            if node.members.isEmpty, node.elements.isEmpty { leaves[pointer] = "\(node.content)" }
        }
        return leaves
    }

    private func tree(_ bytes: [UInt8], _ path: String) throws -> Node {
        try #require(DocumentPatch.read(bytes, path: path)).root
    }

    @Test(arguments: fixtures)
    func aLeafThatIsSet(fixture: Fixture) throws {
        let bytes = Array(fixture.text.utf8)
        let before = leaves(try tree(bytes, fixture.path))
        var done = 0
        for (pointer, old) in before {
            guard
                let after = DocumentPatch.apply(
                    [.replace(pointer, Node(.string("a: #\"b"), at: .start))], to: bytes, path: fixture.path)
            else { continue }
            done += old.hasPrefix("array") || old.hasPrefix("object") ? 0 : 1
            var expected = before
            expected[pointer] = "string(\"a: #\\\"b\")"
            #expect(leaves(try tree(after, fixture.path)) == expected, "\(pointer)")
            #expect(otherLines(bytes, after) <= 1, "\(pointer): \(String(decoding: after, as: UTF8.self))")
        }
        #expect(done == fixture.settable)
    }

    @Test(arguments: fixtures)
    func aLeafThatGoes(fixture: Fixture) throws {
        let bytes = Array(fixture.text.utf8)
        let before = leaves(try tree(bytes, fixture.path))
        var done = 0
        for pointer in before.keys {
            guard let after = DocumentPatch.apply([.remove(pointer)], to: bytes, path: fixture.path) else { continue }
            done += 1
            let parent = String(pointer[..<(pointer.lastIndex(of: "/") ?? pointer.startIndex)])
            let isElsewhere = { (place: String) in !place.hasPrefix(parent + "/") && place != parent }
            let left = leaves(try tree(after, fixture.path))
            #expect(left.filter { isElsewhere($0.key) } == before.filter { isElsewhere($0.key) }, "\(pointer)")
            let count = { (leaves: [String: String]) in leaves.keys.count { $0.hasPrefix(parent + "/") } }
            #expect(count(left) == count(before) - 1, "\(pointer)")
            #expect(comments(after) >= comments(bytes) - 1, "\(pointer)")
        }
        #expect(done == fixture.removable)
    }

    /// What is cut off anywhere, or ends in rubbish, is changed as meant or not at all.
    @Test(arguments: fixtures)
    func truncated(fixture: Fixture) throws {
        let bytes = Array(fixture.text.utf8)
        for length in stride(from: 0, to: bytes.count, by: 3) {
            let part = Array(bytes[..<length])
            guard let (root, _) = DocumentPatch.read(part, path: fixture.path) else { continue }
            let before = leaves(root)
            for pointer in before.keys.sorted().prefix(4) where !pointer.isEmpty {
                guard let after = DocumentPatch.apply([.remove(pointer)], to: part, path: fixture.path) else {
                    continue
                }
                #expect(leaves(try tree(after, fixture.path)) != before)
            }
        }
    }

    @Test(arguments: [
        ("a.yaml", "x:\n  y: 1\n", "/x/z", "x:\n  y: 1\n  z: true\n"),
        ("a.yaml", "x: {}\n", "/x/z", "x: {z: true}\n"), ("a.yaml", "x:\n- a", "/x/-", "x:\n- a\n- true"),
        ("a.yaml", "x: [a, b] # c\n", "/x/-", "x: [a, b, true] # c\n"),
        ("a.yaml", "a: 1\n# end\n", "/b", "a: 1\nb: true\n# end\n"),
        ("a.toml", "a = 1\n\n[t]\nb = 2 # two\n\n[u]\n", "/t/c", "a = 1\n\n[t]\nb = 2 # two\nc = true\n\n[u]\n"),
        ("a.toml", "a = 1\n[t]\n", "/c", "a = 1\nc = true\n[t]\n"), ("a.toml", "[t]\n", "/c", "c = true\n\n[t]\n"),
        ("a.toml", "[t.u]\n", "/t/c", "[t.u]\n\n[t]\nc = true\n"),
        ("a.toml", "x = [1]\r\n", "/x/-", "x = [1, true]\r\n"),
        ("a.md", "---\nname: a\n---\nText", "/b", "---\nname: a\nb: true\n---\nText"),
    ])
    func adds(path: String, text: String, pointer: String, expected: String) {
        let value = Node(.boolean(true), at: .start)
        let after = DocumentPatch.apply([.add(pointer, value)], to: Array(text.utf8), path: path)
        #expect(after.map { String(decoding: $0, as: UTF8.self) } == expected)
    }

    /// Where a change could say something else, a person makes it.
    @Test(arguments: [
        ("a.yaml", "x: &a\n  y: 1\nz: *a\n", PatchOperation.remove("/x/y")), ("a.yaml", "x: *a\n", .remove("/x")),
        ("a.yaml", "x: {{ .Values.x }}\ny: 1\n", .remove("/y")), ("a.yaml", "x: [a,\n  b]\n", .remove("/x/0")),
        ("a.yaml", "x: |\n  a\n", .remove("/x")), ("a.yaml", "- a: 1\n  b: 2\n", .remove("/0/a")),
        ("a.yaml", "a: 1\n---\nb: 2\n", .remove("/0/a")), ("a.toml", "x = { a = 1 }\n", .remove("/x/a")),
        ("a.toml", "x = \"\"\"\na\"\"\"\n", .remove("/x")), ("a.toml", "x = 1\nx = 2\n", .remove("/x")),
        ("a.md", "# No front matter\nx: 1\n", .remove("/x")), ("a.txt", "x: 1\n", .remove("/x")),
    ])
    func refused(path: String, text: String, operation: PatchOperation) {
        #expect(DocumentPatch.apply([operation], to: Array(text.utf8), path: path) == nil)
    }

    private func otherLines(_ before: [UInt8], _ after: [UInt8]) -> Int {
        LineDiff(before, after, path: "f").unified().split(separator: "\n").count { $0.hasPrefix("+") } - 1
    }

    private func comments(_ bytes: [UInt8]) -> Int {
        String(decoding: bytes, as: UTF8.self).matches(of: /#|\/\/|\/\*/).count
    }
}
