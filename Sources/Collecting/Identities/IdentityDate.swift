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

    /// When keys end of which these are the dates, in columns of `identity`: nothing where one of them is not known.
    static func end(of dates: [String?]) -> [String: Value] {
        let ends = dates.map { $0.flatMap(text) }
        if ends.contains(where: { $0.map(isNever) ?? false }) { return ["expires": false] }
        guard !ends.isEmpty, !ends.contains(nil) else { return [:] }
        return ["expires": true, "expires_at": Value(ends.compactMap(\.self).max())]
    }

    /// Whether it stands for never: the last years that calendars of issuers know.
    static func isNever(_ date: String) -> Bool { date >= "2199" }
}
