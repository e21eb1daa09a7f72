internal import Compliance

/// Dates of registers: one form for all of them, so that they can be compared as texts.
enum IdentityDate {
    /// The date, or the time in UTC; nil for every other form, `01/02/2025` included, which two countries read in two ways.
    static func text(_ written: String) -> String? {
        guard CalendarDate(written) != nil else { return nil }
        guard written.utf8.count > 10 else { return written }
        return LogTime.seconds(written).map(LogTime.text)
    }

    /// The earliest of some, of which those that are no dates do not count.
    static func earliest(_ dates: [String]) -> String? { dates.compactMap(text).min() }

    /// The latest of some.
    static func latest(_ dates: [String]) -> String? { dates.compactMap(text).max() }

    /// Whether it stands for never: the last years that calendars of issuers know.
    static func isNever(_ date: String) -> Bool { date >= "2199" }
}
