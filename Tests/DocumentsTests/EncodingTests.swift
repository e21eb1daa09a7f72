import Documents
import Testing

@Suite struct EncodingTests {
    private static func utf16(_ text: String, isLittle: Bool) -> [UInt8] {
        text.utf16.flatMap { unit -> [UInt8] in
            let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
            return isLittle ? [low, high] : [high, low]
        }
    }

    private static let text = "{\"é😀\": 1,\r\n \"b\": 2}"

    @Test(arguments: [
        Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), [0xFF, 0xFE] + utf16(text, isLittle: true),
        [0xFE, 0xFF] + utf16(text, isLittle: false), utf16(text, isLittle: true), utf16(text, isLittle: false),
    ])
    func everyEncodingGivesTheSamePlaces(bytes: [UInt8]) throws {
        for format in [Document.Format.json, .jsonc, .yaml] {
            #expect(try Document(bytes, as: format).root["b"]?.position == place(2, 7))
        }
    }

    @Test(
        arguments: [
            ([0x61, 0x0A, 0xC3, 0xA9, 0xFF], 2, 2), ([0x61, 0x0A, 0xC3], 2, 1), ([0x61, 0x00], 1, 2),
            ([0xFF, 0xFE, 0x61, 0x00, 0x00, 0xD8], 1, 2), ([0xFF, 0xFE, 0x61, 0x00, 0x62], 1, 2),
        ] as [([UInt8], Int, Int)])
    func badBytesAreReportedWithTheirPlace(bytes: [UInt8], line: Int, column: Int) {
        for format in Document.Format.allCases {
            guard case .failure(let problem) = reading(bytes, format) else {
                Issue.record("\(format) reads bytes that are no text")
                continue
            }
            #expect(problem.kind == .encoding)
            #expect(problem.position == place(line, column))
        }
    }

    @Test func sizeIsBounded() {
        var limits = Limits.standard
        limits.bytes = 3
        #expect(problem("[1, 2]", .json, limits: limits)?.kind == .limit)
    }
}
