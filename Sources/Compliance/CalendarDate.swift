/// A date of the Gregorian calendar, as text and as a number of days.
public struct CalendarDate: Sendable, Hashable, Comparable {
    /// YYYY-MM-DD.
    public let text: String
    /// Days since 0000-03-01, so that differences are in days.
    public let day: Int

    /// Reads the first ten characters, so that a date with a time is one too.
    public init?(_ text: String) {
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

    /// Reads a date alone.
    public init?(full text: String) {
        guard text.utf8.count == 10 else { return nil }
        self.init(text)
    }

    /// The date that many days later.
    public func adding(days: Int) -> CalendarDate {
        CalendarDate(day: day + days)
    }

    /// Whole days from another date to this one; negative when this one is earlier.
    public func days(since other: CalendarDate) -> Int { day - other.day }

    /// Whole days from one date to another, of dates or dates with times; nil when one of them is none.
    public static func days(from start: String, to end: String) -> Int? {
        guard let start = CalendarDate(start), let end = CalendarDate(end) else { return nil }
        return end.days(since: start)
    }

    /// The way back from the number of days: eras of 400 years have the same length.
    private init(day: Int) {
        let era = (day >= 0 ? day : day - 146_096) / 146_097
        let dayOfEra = day - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        let date = dayOfYear - (153 * shifted + 2) / 5 + 1
        text = [(year, 4), (month, 2), (date, 2)].map { number, width in
            String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
        }.joined(separator: "-")
        self.day = day
    }

    private static func length(of month: Int, in year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        default: 31
        }
    }

    /// The earlier comes first.
    public static func < (left: CalendarDate, right: CalendarDate) -> Bool { left.day < right.day }
}
