/// Patterns in which `*` stands for any characters, spaces included.
enum Wildcard {
    /// Whether the pattern matches the whole text.
    ///
    /// Takes time proportional to the product of the lengths at worst.
    static func matches(_ pattern: String, _ text: String) -> Bool {
        let pattern = Array(pattern.utf8)
        let text = Array(text.utf8)
        let star = UInt8(ascii: "*")
        var (atPattern, atText) = (0, 0)
        var resume: (pattern: Int, text: Int)?
        while atText < text.count {
            if atPattern < pattern.count, pattern[atPattern] == star {
                resume = (atPattern + 1, atText)
                atPattern += 1
            } else if atPattern < pattern.count, pattern[atPattern] == text[atText] {
                atPattern += 1
                atText += 1
            } else if let back = resume {
                resume = (back.pattern, back.text + 1)
                (atPattern, atText) = (back.pattern, back.text + 1)
            } else {
                return false
            }
        }
        return pattern[atPattern...].allSatisfy { $0 == star }
    }

    /// Whether every text that the other pattern matches is matched by this one, as far as can be told by its letters:
    /// a star of the other pattern is taken as a character that only a star matches.
    static func covers(_ pattern: String, _ other: String) -> Bool {
        if !pattern.utf8.contains(UInt8(ascii: "*")) { return pattern == other }
        let opaque = String(decoding: other.utf8.map { $0 == UInt8(ascii: "*") ? 1 : $0 }, as: UTF8.self)
        if matches(pattern, opaque) { return true }
        // `git push *` matches `git push` too, when its last star is the only one.
        guard pattern.hasSuffix(" *"), pattern.count(where: { $0 == "*" }) == 1 else { return false }
        return pattern.dropLast(2) == other
    }
}
