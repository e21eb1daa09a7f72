internal import Glibc

/// The clock, the only one of the program.
enum Clock {
    /// Now, RFC 3339 in UTC, seconds.
    static var now: String {
        var seconds = time(nil)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        var buffer = [CChar](repeating: 0, count: 32)
        let length = strftime(&buffer, buffer.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
        return String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// A date or a date-time in UTC as RFC 3339; nil when the text is neither.
    static func parse(_ text: String) -> String? {
        let full = text.count == 10 ? "\(text)T00:00:00Z" : text
        let fields = full.split { "-T:Z".contains($0) }.compactMap { Int($0) }
        guard full.utf8.count == 20, fields.count == 6, full.hasSuffix("Z"), isSpelled(full) else { return nil }
        var parts = tm()
        (parts.tm_year, parts.tm_mon, parts.tm_mday) = (Int32(fields[0] - 1900), Int32(fields[1] - 1), Int32(fields[2]))
        (parts.tm_hour, parts.tm_min, parts.tm_sec) = (Int32(fields[3]), Int32(fields[4]), Int32(fields[5]))
        // timegm moves 31 February into March: such a date is refused.
        var normal = parts
        guard timegm(&normal) != -1, normal.tm_mday == parts.tm_mday, normal.tm_mon == parts.tm_mon,
            normal.tm_hour == parts.tm_hour, normal.tm_min == parts.tm_min, normal.tm_sec == parts.tm_sec
        else { return nil }
        return full
    }

    /// Seconds since 1970 of a date-time as `parse` gives it.
    static func seconds(_ time: String) -> Int {
        let fields = time.split { "-T:Z".contains($0) }.compactMap { Int32($0) }
        guard fields.count == 6 else { return 0 }
        var parts = tm()
        (parts.tm_year, parts.tm_mon, parts.tm_mday) = (fields[0] - 1900, fields[1] - 1, fields[2])
        (parts.tm_hour, parts.tm_min, parts.tm_sec) = (fields[3], fields[4], fields[5])
        return timegm(&parts)
    }

    private static func isSpelled(_ text: String) -> Bool {
        zip(text.utf8, "0000-00-00T00:00:00Z".utf8).allSatisfy { written, shape in
            shape == UInt8(ascii: "0") ? (0x30...0x39).contains(written) : written == shape
        }
    }
}
