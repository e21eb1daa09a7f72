/// Makes text from inputs harmless to look at: nothing in it can move the cursor, reorder what is shown or hide.
enum SafeText {
    /// One line without control characters, escapes and direction overrides.
    ///
    /// Line ends and tabs become spaces. Each other such character becomes U+FFFD, so that a reader sees that
    /// something stood there (Trojan Source, CVE-2021-42574).
    static func line(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
        var safe = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0x2028, 0x2029, 0x85: safe.append(" ")
            default: safe.append(isDeceptive(scalar) ? "\u{FFFD}" : scalar)
            }
        }
        return String(safe)
    }

    /// Whether a character controls the display or shows as nothing.
    static func isDeceptive(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x1F, 0x7F...0x9F: true
        // Direction marks, embeddings, overrides and isolates.
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        // Zero-width space, word joiner and its like, line separators, byte order mark, interlinear annotation.
        case 0x200B, 0x2028, 0x2029, 0x2060...0x2064, 0xFEFF, 0xFFF9...0xFFFB: true
        // Noncharacters, and the tag characters that carry invisible text.
        case 0xFFFE, 0xFFFF, 0xE0000...0xE007F: true
        default: false
        }
    }

    /// At most so many characters, with an ellipsis for the rest.
    static func clip(_ text: String, to limit: Int) -> String {
        guard text.utf8.count > limit, text.count > limit else { return text }
        return text.prefix(max(limit - 1, 0)) + "…"
    }
}
