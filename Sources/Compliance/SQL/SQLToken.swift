/// One word of a check's SQL expression.
public enum SQLToken: Sendable, Hashable {
    /// A key word, a function or a name; key words in upper case.
    case word(String)
    /// A text between single quotes, quotes included.
    case text(String)
    /// A number.
    case number(String)
    /// An operator, comma, dot or parenthesis.
    case symbol(String)

    /// The token as it is written.
    public var source: String {
        switch self {
        case .word(let source), .text(let source), .number(let source), .symbol(let source): source
        }
    }

    /// Whether the token is a key word.
    func isKeyword(_ keyword: String) -> Bool {
        if case .word(let word) = self { word.uppercased() == keyword } else { false }
    }
}
