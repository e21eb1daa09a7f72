/// Texts of foreign files in the form that frameworks have, and that every export can hold.
enum ImportedText {
    /// One line: white space of any script as single spaces, characters that XML cannot hold as U+FFFD.
    static func line(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return OSCALMarkup.collapsed(text) }
        var line = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            // A byte-order mark within a text shows as nothing.
            case 0xFEFF: continue
            case _ where scalar.properties.isWhitespace: line.append(" ")
            case 0..<0x20, 0xFFFE, 0xFFFF: line.append("\u{FFFD}")
            default: line.append(scalar)
            }
        }
        return OSCALMarkup.collapsed(String(line))
    }

    /// Lines, blank ones left out.
    static func paragraphs(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).map { line(String($0)) }.filter { !$0.isEmpty }
            .joined(separator: "\n")
    }
}
