import Compliance
import Testing

@Suite struct CalendarDateTests {
    @Test(arguments: [
        ("2026-09-01", 30, "2026-10-01"), ("2026-12-31", 1, "2027-01-01"), ("2024-02-28", 1, "2024-02-29"),
        ("2026-02-28", 1, "2026-03-01"), ("2000-02-29", 366, "2001-03-01"), ("2026-03-01", -1, "2026-02-28"),
        ("1900-02-28", 1, "1900-03-01"), ("2026-11-24", 0, "2026-11-24"), ("2026-01-01", 36_525, "2126-01-02"),
    ])
    func days(date: String, days: Int, expected: String) throws {
        let start = try #require(CalendarDate(date))
        let end = start.adding(days: days)
        #expect(end.text == expected)
        #expect(CalendarDate(expected)?.day == end.day && end.days(since: start) == days)
    }

    @Test func everyDayOfFourCenturiesIsFoundAgain() throws {
        let start = try #require(CalendarDate("1899-12-31"))
        for offset in stride(from: 0, to: 146_097, by: 13) {
            let date = start.adding(days: offset)
            #expect(CalendarDate(date.text) == date)
        }
    }
}
