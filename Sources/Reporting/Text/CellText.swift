/// Text from inputs as the content of a spreadsheet's cell.
enum CellText {
    /// One line without control characters that no spreadsheet runs, at most so many UTF-16 units long.
    ///
    /// Spreadsheets count a cell's 32,767 characters in UTF-16.
    static func text(_ text: String, limit: Int = RegisterColumn.longest) -> String {
        clip(neutral(SafeText.line(text)), to: limit)
    }

    /// The text with an apostrophe before what a spreadsheet would run as a formula.
    ///
    /// Spreadsheets skip blanks before the sign, and some take its full-width forms for it. A workbook's text is none,
    /// but becomes one when somebody edits the cell or saves the sheet as CSV.
    /// https://owasp.org/www-community/attacks/CSV_Injection
    static func neutral(_ text: String) -> String {
        guard let first = text.unicodeScalars.first(where: { $0 != " " && $0 != "\u{A0}" && $0 != "\u{FFFD}" }) else {
            return text
        }
        let starts: [Unicode.Scalar] = ["=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}"]
        return starts.contains(first) ? "'" + text : text
    }

    /// At most so many UTF-16 units, with an ellipsis for the rest; no character is cut in two.
    static func clip(_ text: String, to limit: Int) -> String {
        guard text.utf8.count > limit, text.utf16.count > limit else { return text }
        var kept = ""
        var size = 1
        for character in text {
            size += character.utf16.count
            guard size <= limit else { break }
            kept.append(character)
        }
        return kept + (limit > 0 ? "…" : "")
    }
}
