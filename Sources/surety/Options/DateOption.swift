internal import ArgumentParser
internal import Compliance

/// A date as an option has it.
enum DateOption {
    /// Reads the option.
    ///
    /// - Throws: `ValidationError` for what is no date of the calendar.
    static func parse(_ text: String) throws -> String {
        guard CalendarDate(full: text) != nil else {
            throw ValidationError("'\(text)' is no date, such as 2026-12-31")
        }
        return text
    }

    /// Reads a point in time.
    ///
    /// - Throws: `ValidationError` for what is none.
    static func time(_ text: String) throws -> String {
        guard let time = Clock.parse(text) else {
            throw ValidationError("'\(text)' is neither YYYY-MM-DD nor YYYY-MM-DDThh:mm:ssZ")
        }
        return time
    }
}
