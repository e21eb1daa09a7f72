/// Writes values as literals that SQLite, DuckDB and Spark SQL read alike.
enum SQLLiteral {
    /// Largest number, so that a product with a unit (an hour has 3600 seconds) stays within 64 bits everywhere.
    static let largest = 1_000_000_000_000
    /// Longest text, in scalars.
    static let longest = 1000

    /// The literal.
    ///
    /// A negative number stands in brackets: behind a minus it would otherwise begin a comment. A text may hold no
    /// backslash, which Spark SQL reads as an escape, <https://spark.apache.org/docs/latest/sql-ref-literals.html>.
    ///
    /// - Throws: `SQLProblem` for a value that has no literal with the same meaning everywhere.
    static func text(of value: Value) throws(SQLProblem) -> String {
        switch value {
        case .integer(let integer):
            guard integer.magnitude <= UInt(largest) else { throw tooLarge(value) }
            return integer < 0 ? "(\(integer))" : String(integer)
        case .real(let real):
            guard real.isFinite else { throw SQLProblem("\(real) is not a number") }
            guard real.magnitude <= Double(largest) else { throw tooLarge(value) }
            let digits = String(real)
            guard !digits.contains("e") else { throw SQLProblem("\(digits) has too many decimals") }
            return real.sign == .minus ? "(\(digits))" : digits
        case .text(let text):
            return try quoted(text)
        case .boolean, .null:
            throw SQLProblem("expected a number or a text, not \(value.description)")
        }
    }

    private static func quoted(_ text: String) throws(SQLProblem) -> String {
        guard text.unicodeScalars.count <= longest else {
            throw SQLProblem("the text is longer than \(longest) characters")
        }
        let isPlain = text.unicodeScalars.allSatisfy { $0 != "\\" && $0.properties.generalCategory != .control }
        guard isPlain else { throw SQLProblem("the text holds a backslash or a control character") }
        return "'" + text.replacing("'", with: "''") + "'"
    }

    private static func tooLarge(_ value: Value) -> SQLProblem {
        SQLProblem("\(value.description) is beyond \(largest)")
    }
}
