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
        var parts = tm()
        let end = full.withCString { start -> Int? in
            guard let stop = strptime(start, "%Y-%m-%dT%H:%M:%SZ", &parts) else { return nil }
            return stop - UnsafeMutablePointer(mutating: start)
        }
        guard end == full.utf8.count, full.utf8.count == 20 else { return nil }
        var normal = parts
        // timegm moves 31 February into March: such a date is refused.
        guard timegm(&normal) != -1, normal.tm_mday == parts.tm_mday else { return nil }
        return full
    }
}
