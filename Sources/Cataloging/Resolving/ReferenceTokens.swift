/// A reference as runs of letters and runs of digits, so that `ASI-01`, `asi 1` and `ASI01` read alike.
struct ReferenceTokens {
    /// What stands between a token and the one before it.
    enum Gap {
        /// Nothing: letters directly before digits.
        case glued
        /// A joining character: `-`, `.`, `_`, `/`, `:`, `;`.
        case joined
        /// A blank, a bracket, a dash between blanks.
        case apart
    }

    /// A run of letters or of digits.
    struct Token {
        /// Lower case, numbers without leading zeros.
        let text: String
        /// As it is written, in lower case.
        let written: String
        let isNumber: Bool
        let gap: Gap
        /// Where it begins in the text.
        let start: String.Index
        /// Where it ends in the text.
        let end: String.Index

        /// Whether it can be the year of an edition.
        var isYear: Bool { isNumber && written.utf8.count == 4 && written.hasPrefix("20") }
    }

    let source: String
    let tokens: [Token]

    init(_ source: String) {
        self.source = source
        var tokens: [Token] = []
        var gap = Gap.glued
        var index = source.startIndex
        while index < source.endIndex {
            let character = source[index]
            guard character.isLetter || Self.isDigit(character) else {
                gap = Self.widened(gap, by: character)
                index = source.index(after: index)
                continue
            }
            let start = index
            let isNumber = Self.isDigit(character)
            while index < source.endIndex, isNumber ? Self.isDigit(source[index]) : source[index].isLetter {
                index = source.index(after: index)
            }
            let written = source[start..<index].lowercased()
            tokens.append(
                Token(
                    text: isNumber ? Self.unpadded(written) : written, written: written, isNumber: isNumber,
                    gap: tokens.isEmpty ? .apart : gap, start: start, end: index))
            gap = .glued
        }
        self.tokens = tokens
    }

    /// All tokens, one blank between two.
    var key: String { Self.key(tokens[...]) }

    /// Some tokens, one blank between two.
    static func key(_ tokens: ArraySlice<Token>) -> String { tokens.map(\.text).joined(separator: " ") }

    /// The text from a token to the end, without the marks around it.
    func rest(from index: Int) -> String {
        guard index < tokens.count else { return "" }
        return text(index..<tokens.count)
    }

    /// The text of some tokens, with what stands between them.
    func text(_ range: Range<Int>) -> String {
        guard let first = range.first, let last = range.last else { return "" }
        var end = tokens[last].end
        // A bracket that belongs to the words, as in "Execution (RCE)".
        let text = source[tokens[first].start..<end]
        if end < source.endIndex, source[end] == ")", text.contains("(") { end = source.index(after: end) }
        return String(source[tokens[first].start..<end])
    }

    private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }

    private static func unpadded(_ digits: String) -> String {
        let significant = digits.drop { $0 == "0" }
        return significant.isEmpty ? "0" : String(significant)
    }

    private static func widened(_ gap: Gap, by character: Character) -> Gap {
        // Hyphens of all kinds join; the longer dashes do, too, unless blanks stand around them.
        let joins: Set<Character> = ["-", ".", "_", "/", ":", ";", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}"]
        return gap == .apart || !joins.contains(character) ? .apart : .joined
    }
}
