import Testing

@testable import Reporting

@Suite struct ByteSinkChunksTests {
    @Test(arguments: [0, 1, 2047, 2048, 2049, 30_000])
    func stretchesFollowInTheirOrder(count: Int) {
        let bytes = ByteSink.bytes { sink in
            sink.append(Array(0..<count)) { numbers, sink in
                for number in numbers { sink.append("\(number)\n") }
            }
        }
        #expect(bytes == Array((0..<count).map { "\($0)\n" }.joined().utf8))
    }

    @Test(
        arguments: [
            ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("say \"so\"", "\"say \"\"so\"\"\""), (" x", "\" x\""),
            ("x ", "\"x \""), ("=1+1", "'=1+1"), ("  -2", "'  -2"), ("@a,b", "\"'@a,b\""), ("+1 ", "\"'+1 \""),
            ("a\nb", "a b"), ("é,", "\"é,\""), ("\u{FF1D}1", "'\u{FF1D}1"), ("\u{202E}x", "\u{FFFD}x"),
        ])
    func aFieldIsWrittenAlikeWhetherItIsPlainOrNot(field: String, expected: String) {
        let bytes = ByteSink.bytes { CSVText(sink: $0).row([field, field]) }
        #expect(String(decoding: bytes, as: UTF8.self) == "\(expected),\(expected)\r\n")
    }
}
