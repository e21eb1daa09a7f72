/// A date and time as a number.
enum EpochTime {
    /// Milliseconds since 1970-01-01 of a date and time in UTC, RFC 3339; nil for what is not one.
    static func milliseconds(_ text: String) -> Int? {
        guard let moment = OSCALValues.dateTime(text) else { return nil }
        let numbers = moment.prefix(19).split { $0 == "-" || $0 == "T" || $0 == ":" || $0 == "Z" }.compactMap {
            Int($0)
        }
        guard numbers.count == 6 else { return nil }
        let days = days(year: numbers[0], month: numbers[1], day: numbers[2])
        return ((days * 24 + numbers[3]) * 60 + numbers[4]) * 60_000 + numbers[5] * 1000
    }

    /// Days since 1970-01-01 in the Gregorian calendar, counted in years that begin in March.
    private static func days(year: Int, month: Int, day: Int) -> Int {
        let year = month > 2 ? year : year - 1
        let month = (month + 9) % 12
        return 365 * year + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + day - 719_469
    }
}
