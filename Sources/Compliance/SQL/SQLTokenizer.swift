/// Splits a check's SQL expression into tokens, and refuses whatever is not plain expression text.
enum SQLTokenizer {
    private static let operators: Set<String> = [
        "=", "<>", "<", "<=", ">", ">=", "+", "-", "*", "/", "||", "(", ")", ",", ".",
    ]

    static func tokens(of text: String) throws(SQLProblem) -> [SQLToken] {
        var tokens: [SQLToken] = []
        var rest = Array(text.unicodeScalars)[...]
        while let scalar = rest.first {
            if scalar.properties.isWhitespace {
                rest.removeFirst()
            } else if scalar == "'" {
                tokens.append(.text(try takeText(&rest)))
            } else if isDigit(scalar) {
                tokens.append(.number(take(&rest) { isDigit($0) || $0 == "." }))
            } else if isWord(scalar) {
                tokens.append(.word(take(&rest) { isWord($0) || isDigit($0) }))
            } else {
                tokens.append(.symbol(try takeOperator(&rest)))
            }
        }
        return tokens
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || scalar == "_"
    }

    private static func take(
        _ rest: inout ArraySlice<Unicode.Scalar>, while accepts: (Unicode.Scalar) -> Bool
    ) -> String {
        let taken = rest.prefix(while: accepts)
        rest = rest.dropFirst(taken.count)
        return String(String.UnicodeScalarView(taken))
    }

    private static func takeText(_ rest: inout ArraySlice<Unicode.Scalar>) throws(SQLProblem) -> String {
        var text = String.UnicodeScalarView(rest.prefix(1))
        rest.removeFirst()
        while let scalar = rest.popFirst() {
            text.append(scalar)
            guard scalar == "'" else { continue }
            guard rest.first == "'" else { return String(text) }
            text.append("'")
            rest.removeFirst()
        }
        throw SQLProblem("a text is not closed: \(String(text))")
    }

    private static func takeOperator(_ rest: inout ArraySlice<Unicode.Scalar>) throws(SQLProblem) -> String {
        for length in [2, 1] where rest.count >= length {
            let candidate = String(String.UnicodeScalarView(rest.prefix(length)))
            guard operators.contains(candidate) else { continue }
            // `--` and `/*` begin comments, which could hide the rest of the statement.
            let next = rest.dropFirst(length).first
            if (candidate == "-" && next == "-") || (candidate == "/" && next == "*") { break }
            rest = rest.dropFirst(length)
            return candidate
        }
        throw SQLProblem("\(String(String.UnicodeScalarView(rest.prefix(2)))) is not part of the portable expressions")
    }
}

/// Why an expression is refused.
public struct SQLProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// The cause, in words.
    public let description: String

    /// A problem.
    public init(_ description: String) {
        self.description = description
    }
}
