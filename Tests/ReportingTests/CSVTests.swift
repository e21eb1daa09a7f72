import Compliance
import Testing

@testable import Reporting

@Suite("gaps.csv")
struct CSVTests {
    @Test func hasOneRowForEachGap() throws {
        let rows = try Self.read(CSVWriter().bytes(of: Sample().assessment))
        #expect(rows.count == 6)
        #expect(rows.allSatisfy { $0.count == 16 })
        #expect(rows[0] == CSVWriter.columns)
        #expect(rows[2][7] == "\"search\" is reached at http://10.0.0.7/mcp without TLS")
        #expect(rows[2][12] == "accepted by Grace Hopper: internal network only, until the move")
        #expect(rows[2][13] == "2026-12-31")
    }

    @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r\n=1", " =1", "\u{FF1D}1", "\u{1B}=1", "\u{FEFF}=1"])
    func runsNoFormula(start: String) throws {
        let rows = try Self.read(CSVWriter().bytes(of: Sample(dress: { start + $0 }).assessment))
        for row in rows.dropFirst() {
            #expect(row.count == 16)
            for cell in row {
                let first = cell.unicodeScalars.first { $0 != " " && $0 != "\u{FFFD}" }
                #expect(first.map { !"=+-@\t\r\u{FF1D}".unicodeScalars.contains($0) } ?? true)
            }
        }
        #expect(rows[1][1].hasPrefix("'"))
    }

    @Test func keepsItsShapeUnderHostileTexts() throws {
        let rows = try Self.read(CSVWriter().bytes(of: Sample(dress: { $0 + Hostile.everything }).assessment))
        #expect(rows.count == 6)
        #expect(rows.allSatisfy { $0.count == 16 })
    }

    struct Malformed: Error {}

    /// Reads RFC 4180 strictly: lines end in CRLF, a quote in a field is doubled.
    static func read(_ bytes: [UInt8]) throws -> [[String]] {
        var rows: [[String]] = [[]]
        var field: [UInt8] = []
        var position = 0
        var isQuoted = false
        while position < bytes.count {
            let byte = bytes[position]
            let next = position + 1 < bytes.count ? bytes[position + 1] : 0
            switch byte {
            case 0x22 where isQuoted && next == 0x22:
                field.append(byte)
                position += 1
            case 0x22:
                guard isQuoted || field.isEmpty else { throw Malformed() }
                isQuoted.toggle()
            case 0x2C where !isQuoted:
                rows[rows.count - 1].append(String(decoding: field, as: UTF8.self))
                field = []
            case 0x0D where !isQuoted:
                guard next == 0x0A else { throw Malformed() }
                rows[rows.count - 1].append(String(decoding: field, as: UTF8.self))
                field = []
                rows.append([])
                position += 1
            case 0x0A where !isQuoted: throw Malformed()
            default: field.append(byte)
            }
            position += 1
        }
        guard rows.removeLast().isEmpty, field.isEmpty, !isQuoted else { throw Malformed() }
        return rows
    }
}
