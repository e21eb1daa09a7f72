import Documents
import Testing

@Suite struct TruncationTests {
    private static let samples: [Document.Format: String] = [
        .json: "{\"a\": [1, -2.5e3, \"é\\u00e9\\ud83d\\ude00\", true, null], \"b\": {\"c\": {}}}",
        .jsonc: "// é\n{ /* x */ \"a\": [1,], }",
        .json5: "// é\n{ a: [1, .5, +0x1F, -Infinity,], 'b': 'é\\x41\\'\\\n', \"c\": 5., }",
        .yaml: "a: &x [1, 'é', \"\\u00e9\"]\nb:\n  <<: {c: 1}\n  d: *x\n  e: |\n    text\n  ? f\n  : >-\n    g\n",
        .toml: "a = \"é\"\n[b.c]\nd = [1, { e = 'x' }]\n[[f]]\ng = 2026-01-01\nh = \"\"\"\nx\\u00e9\"\"\"\n",
        .markdown: "---\nname: é\ntools: [a, \"b\"]\n---\n# Body\n",
        .xml: "<?xml version=\"1.0\"?><!-- é --><a b='1' c=\"&amp;é\"><d><![CDATA[x]]></d>&#233;<e/></a>",
    ]

    @Test(arguments: Document.Format.allCases) func cuttingAndChangingEveryByteNeverCrashes(format: Document.Format)
        throws
    {
        let sample = Array(try #require(TruncationTests.samples[format]).utf8)
        guard case .success = reading(sample, format) else { throw ReadingFailure(format: format) }
        var refused = 0
        for index in sample.indices {
            if case .failure = reading(Array(sample[..<index]), format) { refused += 1 }
            for byte in [0x00, 0x0A, 0x22, 0x27, 0x3C, 0x5B, 0x7B, 0x80, 0xFF] as [UInt8] {
                var changed = sample
                changed[index] = byte
                if case .failure(let problem) = reading(changed, format) { #expect(!problem.message.isEmpty) }
            }
        }
        #expect(refused > 0)
    }

    private struct ReadingFailure: Error {
        let format: Document.Format
    }
}
