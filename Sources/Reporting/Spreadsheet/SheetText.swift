/// Text as the content of a worksheet's XML.
enum SheetText {
    /// Text that has no control characters, for an attribute or an element.
    static func attribute(_ text: String) -> String {
        guard text.utf8.contains(where: { [0x26, 0x3C, 0x3E, 0x22].contains($0) }) else { return text }
        return text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }

    /// Text of a cell: what a spreadsheet would decode in it is kept as it stands.
    ///
    /// `_x003D_` in a cell's text reads as `=`, ISO/IEC 29500-1 §22.9.2.19: the underscore in front is itself encoded.
    static func cell(_ text: String) -> String {
        guard text.contains("_x") else { return attribute(text) }
        let units = Array(text.unicodeScalars)
        var kept = String.UnicodeScalarView()
        for (position, scalar) in units.enumerated() {
            if scalar == "_" && isEscape(units[position...].dropFirst().prefix(6)) {
                kept.append(contentsOf: "_x005F".unicodeScalars)
            }
            kept.append(scalar)
        }
        return attribute(String(kept))
    }

    /// Whether `x`, four hexadecimal digits and an underscore stand there.
    private static func isEscape(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
        guard rest.count == 6, rest.first == "x", rest.last == "_" else { return false }
        return rest.dropFirst().dropLast().allSatisfy { $0.properties.isASCIIHexDigit }
    }

    /// The letters of a column, from 0: A to Z, AA to ZZ, AAA.
    static func letters(_ column: Int) -> String {
        var rest = column + 1
        var letters = ""
        while rest > 0 {
            let letter = UInt8(ascii: "A") + UInt8((rest - 1) % 26)
            letters = String(Unicode.Scalar(letter)) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }
}
