/// A date of the Gregorian calendar, as text and as a number of days.
struct CalendarDate: Comparable {
    /// YYYY-MM-DD.
    let text: String
    /// Days since 0000-03-01, so that differences are in days.
    let day: Int

    /// Reads the first ten characters, so that a date with a time is one too.
    init?(_ text: String) {
        let date = String(text.prefix(10))
        let parts = date.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2], let year = Int(parts[0]), let month = Int(parts[1]),
            let day = Int(parts[2]), (1...12).contains(month), (1...Self.length(of: month, in: year)).contains(day)
        else { return nil }
        self.text = date
        let shifted = (month + 9) % 12
        let y = year - (month <= 2 ? 1 : 0)
        self.day = 365 * y + y / 4 - y / 100 + y / 400 + (153 * shifted + 2) / 5 + day - 1
    }

    private static func length(of month: Int, in year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        default: 31
        }
    }

    static func < (left: CalendarDate, right: CalendarDate) -> Bool { left.day < right.day }
}
