import Compliance
import Testing

@testable import Reporting

@Suite("The terminal report")
struct TerminalTests {
    private func render(_ assessment: Assessment, color: Bool = false, verbose: Bool = false) -> String {
        TerminalReport(color: color, width: 100, verbose: verbose).render(assessment)
    }

    @Test func showsTheSourceLineUnderlined() {
        let expected = """
            waived  mcp/transport-encrypted  high
              "search" is reached at http://10.0.0.7/mcp without TLS
               ╭─ .mcp.json:14:15
            14 │       "url":  "http://10.0.0.7/mcp",
               ╰──             ─────────────────────
              agent     claude-code@services/api
              controls  owasp-asi-2026/asi07
              remedy    Serve the endpoint over TLS and change the URL.   surety explain mcp/transport-encrypted
              waiver    accepted by Grace Hopper: internal network only, until the move, until 2026-12-31
            """
        let report = render(Sample().assessment)
        #expect(report.contains(expected), "\(report)")
    }

    @Test func theHeaviestComesFirstAndWhatIsWaivedLast() throws {
        let text = render(Sample().assessment)
        let order = try [
            "permissions/no-unbounded-shell  critical", "contradicted  G-0000000003", "cursor@shop", "waived  mcp/",
        ]
        .map { try #require(text.firstRange(of: $0)).lowerBound }
        #expect(order == order.sorted())
    }

    @Test func hidesNoUnknown() {
        let text = render(Sample().assessment)
        #expect(
            text.contains(
                "AI RMF 1.0: 3 outcomes × 2 agents — 1 shown, 1 partly shown, 4 not assessed (of which 1 needs a"))
        #expect(text.contains("1 question of the frameworks that only people can answer"))
        #expect(text.contains("4 causes to change, written in files (1 critical, 3 high; 1 accepted by a waiver)"))
        #expect(text.contains("1 undetermined"))
        #expect(text.contains("broken.json: refused, it ends early at 3:1"))
        #expect(text.contains("what records are kept of it: managed settings were not given, "))
        #expect(text.contains("not known: restricted-scope, action-log"))
    }

    @Test func endsInSomethingToDo() {
        #expect(render(Sample().assessment).contains("\nNext\n  Repair broken.json"))
        #expect(render(Sample.empty).hasSuffix("Next: give a folder with agent configuration: surety assess PATH\n"))
    }

    @Test func verboseShowsAll() {
        let fleet = Sample.fleet(agents: 2)
        #expect(render(fleet).components("not satisfied  area/") == 20)
        #expect(render(fleet, verbose: true).components("not satisfied  area/") == 25)
    }

    @Test func onlyItsOwnEscapesReachTheTerminal() {
        let hostile = Sample(dress: { $0 + Hostile.everything }).assessment
        #expect(!render(hostile).unicodeScalars.contains { SafeText.isDeceptive($0) && $0 != "\n" })
        let colored = render(hostile, color: true).replacing(/\u{1B}\[[0-9;]*m/, with: "")
        #expect(!colored.unicodeScalars.contains { SafeText.isDeceptive($0) && $0 != "\n" })
        #expect(colored == render(hostile))
    }

    @Test(arguments: [
        (#"  "url": "http://x","#, 10, 10, 10), ("  command: npx -y tool  ", 12, 12, 11), ("a", 1, 1, 1),
        ("\t\"k\": \"v\"", 7, 7, 3), ("\"日本\": \"v\"", 7, 9, 3), ("x = 'it'  # c", 5, 5, 4), (#"  "a\"b" x"#, 3, 3, 6),
    ])
    func theUnderlineLiesUnderTheValue(line: String, column: Int, start: Int, length: Int) throws {
        let place = Citation(artifact: "f", sha256: nil, line: 7, column: column, pointer: nil)
        let box = try #require(SourceBox(citation: place, excerpt: line, width: 80).lines(TerminalStyle(color: false)))
        let under = Array(box[2].unicodeScalars)
        let marks = under.indices.filter { under[$0] == "─" && $0 >= 3 + start }
        #expect(marks.first == 3 + start)
        #expect(marks.count == length)
    }

    @Test(arguments: [nil, 0, 99] as [Int?]) func aColumnOutsideTheLineUnderlinesNothing(column: Int?) throws {
        let place = Citation(artifact: "f", sha256: nil, line: 7, column: column, pointer: nil)
        let box = try #require(SourceBox(citation: place, excerpt: "abc", width: 80).lines(TerminalStyle(color: false)))
        #expect(box.last == "  ╰─")
    }

    @Test func aLongLineIsCutAroundTheValue() throws {
        let line = String(repeating: "x", count: 500) + "\"v\"" + String(repeating: "y", count: 500)
        let place = Citation(artifact: "f", sha256: nil, line: 7, column: 501, pointer: nil)
        let box = try #require(SourceBox(citation: place, excerpt: line, width: 80).lines(TerminalStyle(color: false)))
        #expect(box[1].contains("\"v\"") && box[1].hasSuffix("…"))
        #expect(box.allSatisfy { TerminalText.width($0) <= 80 })
    }
}

extension String {
    fileprivate func components(_ text: String) -> Int { ranges(of: text).count }
}
