/// Values in the lexical forms that OSCAL's schema asks for.
enum OSCALValues {
    /// A path as a relative reference: bytes that mean something in a URI are percent-encoded, the colon too, so that
    /// no path can pass for a URI with a scheme or a host.
    static func href(ofPath path: String) -> String? {
        guard !path.isEmpty else { return nil }
        let hex = Array("0123456789ABCDEF")
        var reference = ""
        for byte in path.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x2F:
                reference.unicodeScalars.append(Unicode.Scalar(byte))
            default: reference += "%" + String([hex[Int(byte >> 4)], hex[Int(byte & 15)]])
            }
        }
        return reference.hasPrefix("/") ? "%2F" + reference.dropFirst() : reference
    }

    /// A web address that stands in a catalog, when it is one.
    static func href(ofLink link: String) -> String? {
        let allowed = link.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"<>\\^`{|}%#[]".utf8.contains($0) }
        return allowed && (link.hasPrefix("https://") || link.hasPrefix("http://")) && link.utf8.count > 8 ? link : nil
    }

    /// A SHA-256 in lower-case hexadecimal, when it is one; OSCAL holds a hash to its length.
    static func sha256(_ text: String?) -> String? {
        guard var text else { return nil }
        if text.hasPrefix("sha256:") { text.removeFirst(7) }
        let isDigest =
            text.utf8.count == 64 && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
        return isDigest ? text : nil
    }

    /// A date and time with zone, from one or from a date alone, whose time is then the one given.
    ///
    /// Returns nil for what the schema refuses: other forms, years before 1900, days that are not.
    static func dateTime(_ text: String, time: String = "00:00:00") -> String? {
        guard isDate(text.prefix(10)) else { return nil }
        let rest = text.dropFirst(10)
        if rest.isEmpty { return "\(text)T\(time)Z" }
        let bytes = Array(rest.utf8)
        guard bytes.first == UInt8(ascii: "T"), bytes.last == UInt8(ascii: "Z"), bytes.count >= 10 else { return nil }
        let clock = rest.dropFirst().dropLast()
        let fraction = clock.dropFirst(8)
        let numbers = clock.prefix(8).split(separator: ":", omittingEmptySubsequences: false).map(number)
        let isFraction =
            fraction.isEmpty
            || (fraction.hasPrefix(".") && fraction.count > 1
                && fraction.dropFirst().utf8.allSatisfy { (48...57).contains($0) })
        guard numbers.count == 3, let hour = numbers[0], let minute = numbers[1], let second = numbers[2],
            hour < 24, minute < 60, second < 60, isFraction
        else { return nil }
        return text
    }

    private static func isDate(_ text: Substring) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
            let year = Int(parts[0]), (1900...2999).contains(year), let month = number(parts[1]),
            (1...12).contains(month), let day = number(parts[2]), day >= 1
        else { return false }
        // The schema knows leap days from 2000 on.
        let isLeap = year >= 2000 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return day <= days[month - 1]
    }

    private static func number(_ text: Substring) -> Int? {
        text.utf8.count == 2 && text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
    }
}
