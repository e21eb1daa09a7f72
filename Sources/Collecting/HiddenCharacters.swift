/// Characters that a person does not see and a model reads.
///
/// Joiners of emoji and of scripts that need them, flags, and a byte-order mark at the start are left alone.
enum HiddenCharacters {
    /// Number of hidden characters in a line.
    static func count(in line: String, isFirst: Bool = false) -> Int {
        if line.utf8.allSatisfy({ $0 < 0x7F && ($0 >= 0x20 || $0 == 0x09 || $0 == 0x0D || $0 == 0x0C) }) { return 0 }
        var count = 0
        var previous: Unicode.Scalar = " "
        var isFlag = false
        for (index, scalar) in line.unicodeScalars.enumerated() {
            if scalar.value == 0x1F3F4 {
                isFlag = true
            } else if !(0xE0020...0xE007F).contains(scalar.value) {
                isFlag = false
            }
            let isMark = isFirst && index == 0 && scalar.value == 0xFEFF
            if !isMark && !isFlag && isHidden(scalar, after: previous) { count += 1 }
            previous = scalar
        }
        return count
    }

    private static func isHidden(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // Control characters but tab, form feed and line ends.
        case 0x00...0x08, 0x0B, 0x0E...0x1F, 0x7F...0x9F: true
        // Zero width, direction, invisible operators, tags (Unicode TR 36, 3.4 and TR 9).
        case 0x200B, 0x2060...0x2064, 0x202A...0x202E, 0x2066...0x206F, 0x180E, 0xFEFF, 0xFFF9...0xFFFB,
            0xE0000...0xE007F:
            true
        // Joiners belong between letters of some scripts and between emoji, not behind ASCII.
        case 0x200C, 0x200D: previous.isASCII
        // One variation selector chooses a glyph, a row of them carries bytes.
        case 0xFE00...0xFE0E, 0xE0100...0xE01EF:
            (0xFE00...0xFE0F).contains(previous.value) || (0xE0100...0xE01EF).contains(previous.value)
        default: false
        }
    }
}
