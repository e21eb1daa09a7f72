import Compliance
import Testing

@testable import Reporting

/// A trend as Markdown and as a page.
@Suite struct TrendTests {
    private func trend(_ count: Int, title: String = "`Bash(*)` runs") -> Trend {
        Trend(
            system: "desk",
            points: (0..<count).map { week in
                Trend.Point(
                    at: "2026-0\(week % 9 + 1)-01T00:00:00Z", open: [.high: week, .low: 2], waived: 1, opened: week,
                    closed: 0, regressed: 0)
            },
            pending: [
                Trend.Pending(
                    id: "G-1", severity: .high, agent: "claude-code@.", title: title, place: "settings.json:3:4",
                    state: "open", age: 14, owner: nil, due: "2026-01-02", isOverdue: true, ticket: "SEC-7")
            ])
    }

    @Test func markdown() {
        let text = String(decoding: TrendMarkdown(trend(2)).bytes, as: UTF8.self)
        #expect(text.contains("| 2026-02-01 | 0 | 1 | 0 | 2 | 0 | 1 | 1 | 0 | 0 |"))
        #expect(
            text.contains(
                "| `G-1` | high | `Bash(*)` runs | `settings.json:3:4` | open | 14 | 2026-01-02 **overdue** |"))
        #expect(text.contains("1 to see to, 1 overdue, 1 without an owner"))
    }

    @Test func aPageIsWellFormedAndDrawsEveryBar() throws {
        let text = String(decoding: TrendHTML(trend(3)).bytes, as: UTF8.self)
        #expect(text.ranges(of: "<rect class=\"high\"").count == 2 + 1)
        #expect(text.contains("2026-03-01: 2 high"))
        #expect(text.contains("<code>Bash(*)</code> runs"))
    }

    /// Nothing of an input is markup, and a long history is still one chart.
    @Test func hostile() {
        let bad = "<script>alert(1)</script> | \u{202E}x\u{1B}[31m"
        let page = String(decoding: TrendHTML(trend(300, title: bad)).bytes, as: UTF8.self)
        let text = String(decoding: TrendMarkdown(trend(1, title: bad)).bytes, as: UTF8.self)
        for output in [page, text] {
            #expect(!output.unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{1B}" })
        }
        #expect(page.ranges(of: "<rect class=\"low\"").count == 104 + 1)
        #expect(!page.contains("<script"))
        // In Markdown it is a piece of code, or disarmed, and it begins no cell.
        #expect(text.ranges(of: "<script>").count == text.ranges(of: "`<script>").count)
        #expect(!text.contains("</script> | "))
    }

    @Test func nothingIsRecordedYet() {
        let empty = Trend(system: "", points: [], pending: [])
        #expect(String(decoding: TrendHTML(empty).bytes, as: UTF8.self).contains("No assessment is recorded."))
        #expect(String(decoding: TrendMarkdown(empty).bytes, as: UTF8.self).contains("Nothing is to be seen to."))
    }
}
