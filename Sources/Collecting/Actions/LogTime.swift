internal import Documents

/// Times as logs write them, in seconds since 1970.
enum LogTime {
    private static let latest = 253_402_300_799

    /// A time as RFC 3339, or a number of seconds, milliseconds, microseconds or nanoseconds.
    static func seconds(_ node: Node?) -> Int? {
        guard let node else { return nil }
        if let text = node.string { return seconds(text) }
        if let integer = node.integer { return seconds(integer) }
        guard let number = node.number, number >= 0, number < 1e18 else { return nil }
        return seconds(Int(number))
    }

    /// A time as RFC 3339, or digits.
    static func seconds(_ text: String) -> Int? {
        let bytes = Array(text.utf8.prefix(40))
        if !bytes.isEmpty, bytes.allSatisfy({ $0 &- 0x30 < 10 }) { return Int(text).flatMap { seconds($0) } }
        guard bytes.count >= 19, bytes[4] == 0x2D, bytes[7] == 0x2D, bytes[13] == 0x3A, bytes[16] == 0x3A,
            [0x54, 0x74, 0x20].contains(bytes[10]),
            let year = digits(bytes, 0, 4), let month = digits(bytes, 5, 2), let day = digits(bytes, 8, 2),
            let hour = digits(bytes, 11, 2), let minute = digits(bytes, 14, 2), let second = digits(bytes, 17, 2),
            (1970...9999).contains(year), (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60,
            second <= 60, let offset = offset(bytes)
        else { return nil }
        let time = days(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second - offset
        return (0...latest).contains(time) ? time : nil
    }

    private static func seconds(_ number: Int) -> Int? {
        // The unit is told by the size: seconds reach 10^11 in the year 5138 only.
        switch number {
        case 1..<100_000_000_000: number
        case 100_000_000_000..<100_000_000_000_000: number / 1000
        case 100_000_000_000_000..<100_000_000_000_000_000: number / 1_000_000
        case 100_000_000_000_000_000...: number / 1_000_000_000
        default: nil
        }
    }

    /// A time as RFC 3339 in UTC.
    static func text(_ seconds: Int) -> String {
        let (day, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
        let (year, month, date) = civil(day)
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(date, 2))T"
            + "\(padded(rest / 3600, 2)):\(padded(rest / 60 % 60, 2)):\(padded(rest % 60, 2))Z"
    }

    /// Year, month and day of a number of days since 1970-01-01, in the Gregorian calendar.
    ///
    /// <https://howardhinnant.github.io/date_algorithms.html>
    static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = shifted / 146_097
        let ofEra = shifted - era * 146_097
        let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * ofYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear - 719_468
    }

    /// Seconds that the local time is ahead of UTC; nil when nothing or something else follows the seconds.
    private static func offset(_ bytes: [UInt8]) -> Int? {
        var rest = bytes[19...]
        if rest.first == 0x2E || rest.first == 0x2C {
            rest = rest.dropFirst().drop { $0 &- 0x30 < 10 }
        }
        guard let sign = rest.first else { return nil }
        if sign == 0x5A || sign == 0x7A { return rest.count == 1 ? 0 : nil }
        let digits = Array(rest.dropFirst().filter { $0 != 0x3A })
        guard sign == 0x2B || sign == 0x2D, digits.count == 4, let hours = Self.digits(digits, 0, 2),
            let minutes = Self.digits(digits, 2, 2)
        else { return nil }
        return (sign == 0x2B ? 1 : -1) * (hours * 3600 + minutes * 60)
    }

    private static func digits(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int? {
        var value = 0
        for byte in bytes[start..<start + count] {
            guard byte &- 0x30 < 10 else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}
