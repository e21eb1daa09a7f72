import Testing

@testable import Reporting

@Suite("Workbooks")
struct SheetTests {
    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "' =1"), (" =1", "' =1"),
        ("\u{FF1D}1", "'\u{FF1D}1"), ("\u{A0}=1", "'\u{A0}=1"), ("\u{FEFF}=1", "'\u{FFFD}=1"), ("a=1", "a=1"),
        ("", ""), ("'=1", "'=1"), ("a\u{1B}b\u{0}", "a\u{FFFD}b\u{FFFD}"), ("a\r\nb", "a  b"),
    ]) func cellsAreHarmless(text: String, cell: String) {
        #expect(CellText.text(text) == cell)
    }

    @Test(arguments: [
        ("abcdef", 6, "abcdef"), ("abcdefg", 6, "abcde…"), ("👩‍👩‍👧‍👦ab", 5, "…"), ("ab👍cd", 4, "ab…"), ("ab👍cd", 5, "ab👍…"),
        ("ab👍cd", 6, "ab👍cd"), ("abc", 1, "…"),
    ]) func cellsAreCutBetweenCharacters(text: String, limit: Int, cell: String) {
        #expect(CellText.clip(text, to: limit) == cell)
        #expect(cell.utf16.count <= limit)
    }

    @Test func aCellHoldsWhatExcelHolds() {
        let text = CellText.text("=" + String(repeating: "x👍", count: 40_000))
        #expect(text.utf16.count <= 32_767 && text.utf16.count > 32_760)
        #expect(text.hasPrefix("'=x") && text.hasSuffix("…"))
    }

    @Test(arguments: [
        ("a<b>&\"c", "a&lt;b&gt;&amp;&quot;c"), ("_x003D_1", "_x005F_x003D_1"), ("_x00_", "_x00_"),
        ("_xyz12_", "_xyz12_"),
        ("__x0041_", "__x005F_x0041_"), ("_x", "_x"),
    ]) func cellsAreReadAsWritten(text: String, xml: String) {
        #expect(SheetText.cell(text) == xml)
    }

    @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")])
    func columnsHaveLetters(column: Int, letters: String) {
        #expect(SheetText.letters(column) == letters)
    }

    @Test func daysCountAsSpreadsheetsCountThem() {
        #expect(Sheet.Cell(.date("1900-03-01")) == .day(61))
        #expect(Sheet.Cell(.date("2026-11-24")) == .day(46350))
        #expect(Sheet.Cell(.date("2026-13-24")) == .text("2026-13-24"))
        #expect(Sheet.Cell(.none) == .empty)
    }

    @Test func aSheetKeepsItsHeadingsInView() throws {
        let sheet = Sheet(
            name: "A & B", head: [[.text("above")], []], titles: ["One", "Two"],
            rows: [[.empty, .number(7)], [.text("x"), .day(46350)]])
        let book = try WorkbookReading(Workbook(sheets: [sheet]).bytes)
        #expect(book.names == ["A & B"])
        #expect(book.sheets == [[["above"], [], ["One", "Two"], ["", "7"], ["x", "46350"]]])
        let page = try #require(book.parts["xl/worksheets/sheet1.xml"])
        #expect(page.contains("<pane ySplit=\"3\" topLeftCell=\"A4\" activePane=\"bottomLeft\" state=\"frozen\"/>"))
        #expect(page.contains("<dimension ref=\"A1:B5\"/>"))
        #expect(page.contains("<autoFilter ref=\"A3:B5\"/>"))
        #expect(!page.contains("<f>"))
    }

    @Test func aSheetHoldsNoMoreRowsThanExcelReads() {
        let rows = Array(repeating: [Sheet.Cell.empty], count: Sheet.mostRows)
        #expect(Sheet(name: "a", head: [[]], titles: ["One"], rows: rows).count == Sheet.mostRows - 2)
    }
}
