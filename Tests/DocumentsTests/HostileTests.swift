import Documents
import Testing

@Suite struct HostileTests {
    @Test(
        arguments: [
            ("{\"a\": 1", Document.Format.json, 1, 8), ("{\"a\": 1,}", .json, 1, 8), ("{ // c\n}", .json, 1, 3),
            ("", .json, 1, 1),
            ("{\"a\": 01}", .json, 1, 7), ("{\"a\": tru}", .json, 1, 7), ("[1 2]", .json, 1, 4),
            ("{'a': 1}", .json, 1, 2),
            ("{\"a\": 1} x", .json, 1, 10), ("{\"a\": \"\\x\"}", .json, 1, 9), ("a: [1\nb: 2", .yaml, 2, 2),
            ("a = \n", .toml, 1, 5),
            ("{\n<<<<<<< HEAD\n}", .json, 2, 1),
        ] as [(String, Document.Format, Int, Int)])
    func brokenFilesNameThePlace(text: String, format: Document.Format, line: Int, column: Int) {
        #expect(problem(text, format)?.position == Position(line: line, column: column))
    }

    @Test(arguments: Document.Format.allCases)
    func nestingIsBounded(format: Document.Format) {
        let open =
            [Document.Format.json: "[", .jsonc: "[", .json5: "[", .yaml: "[", .toml: "a=[", .xml: "<a>"][format] ?? ""
        guard !open.isEmpty else { return }
        for depth in [1_000, 20_000] {
            #expect(problem(String(repeating: format == .toml ? "[" : open, count: depth), format) != nil)
        }
    }

    @Test func aliasBombsAreStopped() {
        var text = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
        for level in 1...9 {
            text +=
                "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ",") + "]\n"
        }
        #expect(problem(text, .yaml)?.kind == .limit)
    }

    @Test func bytesThatAreNoTextAreRefused() {
        for bytes in [[0x7B, 0xFF, 0x7D], [0x7B, 0x00, 0x7D], [0xFF, 0xFE, 0x41]] as [[UInt8]] {
            let error = #expect(throws: Diagnostic.self) { try Document(bytes, as: .json) }
            #expect(error?.kind == .encoding)
        }
    }

    @Test func everyTruncationIsReportedAndNoneCrashes() {
        let text = Array("{\"permissions\": {\"allow\": [\"Bash(*)\", \"é\"], \"n\": -1.5e3}}".utf8)
        for length in 0..<text.count {
            #expect(throws: Diagnostic.self) { try Document(Array(text[..<length]), as: .json) }
        }
    }

    @Test func tenMegabytesAreRead() throws {
        let text =
            "[" + Array(repeating: "{\"name\": \"value\", \"n\": 12345}", count: 350_000).joined(separator: ",") + "]"
        #expect(text.utf8.count > 10_000_000)
        #expect(try Document(Array(text.utf8), as: .json).root.elements.count == 350_000)
    }
}
