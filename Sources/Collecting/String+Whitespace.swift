extension StringProtocol {
    /// Whether a blank of any kind stands in the text.
    ///
    /// Nearly all text is ASCII, and looking up properties of its characters costs more than the rest of a search.
    var hasWhitespace: Bool {
        for byte in utf8 {
            if byte >= 0x80 { return contains(where: \.isWhitespace) }
            if byte == 0x20 || 0x09...0x0D ~= byte { return true }
        }
        return false
    }
}
