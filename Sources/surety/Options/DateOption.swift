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
}
