/// Texts in the forms that OSCAL has for them.
enum OSCALText {
    /// One line that XML can hold and that both schemas take: no white space of any script at its ends.
    static func line(_ text: String) -> String {
        let line = XMLText.line(text)
        guard !line.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) else { return line }
        var scalars = line.unicodeScalars[...]
        while let last = scalars.last, isSpace(last) { scalars.removeLast() }
        while let first = scalars.first, isSpace(first) { scalars.removeFirst() }
        // In JSON a reader shows what XML cannot hold.
        var kept = String.UnicodeScalarView()
        kept.append(contentsOf: scalars.map { SafeText.isDeceptive($0) ? "\u{FFFD}" : $0 })
        return String(kept)
    }

    /// Whether nothing is left of a text in that form.
    static func isBlank(_ text: String) -> Bool {
        guard let first = text.utf8.first else { return true }
        return first <= 0x20 || first >= 0x7F ? line(text).isEmpty : false
    }

    /// The lines of a text, each a paragraph, blank ones left out.
    static func paragraphs(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map { line(String($0)) }.filter { !$0.isEmpty }
    }

    /// A text as Markdown that shows it as it is: what OSCAL's JSON would take for markup is escaped.
    ///
    /// https://pages.nist.gov/metaschema/specification/datatypes/#markup-data-types
    static func markdown(_ text: String) -> String {
        guard text.utf8.contains(where: markup.contains) else { return text }
        var escaped = ""
        for character in text.unicodeScalars {
            if character.isASCII && markup.contains(UInt8(character.value)) { escaped += "\\" }
            escaped.unicodeScalars.append(character)
        }
        return escaped
    }

    private static let markup = Set("\\`*_~^[]<>{}#|".utf8)

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar == "\u{FEFF}"
    }
}
