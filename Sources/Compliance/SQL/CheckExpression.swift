/// A boolean SQL expression of a check, in the subset that SQLite, DuckDB and Spark SQL read alike.
///
/// A user's check is untrusted: only what is listed here passes, so that no expression can end the statement it is
/// put into, call a function with effects, or read anything but evidence tables.
public struct CheckExpression: Sendable, Hashable {
    /// The expression as it is written.
    public let text: String
    /// Its tokens.
    public let tokens: [SQLToken]

    private static let keywords: Set<String> = [
        "AND", "OR", "NOT", "IN", "IS", "NULL", "LIKE", "ESCAPE", "BETWEEN", "EXISTS", "SELECT", "FROM", "WHERE", "AS",
        "CASE", "WHEN", "THEN", "ELSE", "END", "TRUE", "FALSE",
    ]
    private static let refused: Set<String> = [
        "WITH", "UNION", "JOIN", "GROUP", "ORDER", "LIMIT", "GLOB", "REGEXP", "MATCH", "COLLATE", "CAST", "OVER",
        "INSERT", "UPDATE", "DELETE", "DROP", "CREATE", "ATTACH", "PRAGMA", "HAVING", "DISTINCT", "RECURSIVE", "VALUES",
        "ROWID",
    ]
    private static let functions: Set<String> = ["LOWER", "UPPER", "LENGTH", "COALESCE", "ABS"]

    /// Reads an expression.
    ///
    /// - Throws: `SQLProblem` when it holds anything outside the portable subset.
    public init(_ text: String) throws(SQLProblem) {
        self.text = text
        tokens = try SQLTokenizer.tokens(of: text)
        try Self.checkParentheses(tokens)
        try Self.checkWords(tokens)
    }

    private static func checkParentheses(_ tokens: [SQLToken]) throws(SQLProblem) {
        var depth = 0
        for token in tokens {
            if token == .symbol("(") { depth += 1 }
            if token == .symbol(")") { depth -= 1 }
            if depth < 0 || depth > 32 { throw SQLProblem("the parentheses do not match or nest too deeply") }
        }
        guard depth == 0 else { throw SQLProblem("a parenthesis is not closed") }
        guard !tokens.isEmpty else { throw SQLProblem("the expression is empty") }
    }

    private static func checkWords(_ tokens: [SQLToken]) throws(SQLProblem) {
        for (index, token) in tokens.enumerated() {
            guard case .word(let word) = token else { continue }
            let upper = word.uppercased()
            if refused.contains(upper) { throw SQLProblem("\(word) is not part of the portable expressions") }
            let isCall = index + 1 < tokens.count && tokens[index + 1] == .symbol("(")
            if isCall && !keywords.contains(upper) && !functions.contains(upper) {
                throw SQLProblem("\(word) is not one of the portable functions lower, upper, length, coalesce, abs")
            }
            if upper == "FROM" { try checkTable(after: index, in: tokens) }
        }
    }

    private static func checkTable(after index: Int, in tokens: [SQLToken]) throws(SQLProblem) {
        guard index + 1 < tokens.count, case .word(let name) = tokens[index + 1], Table(rawValue: name) != nil else {
            throw SQLProblem("FROM is not followed by the name of an evidence table")
        }
        if index + 2 < tokens.count, tokens[index + 2] == .symbol(",") {
            throw SQLProblem("a subquery reads one table")
        }
    }

    /// The tables that subqueries of the expression read.
    public var tables: Set<Table> {
        var found: Set<Table> = []
        for (index, token) in tokens.enumerated() where token.isKeyword("FROM") && index + 1 < tokens.count {
            Table(rawValue: tokens[index + 1].source).map { _ = found.insert($0) }
        }
        return found
    }

    /// The names in the expression that are not key words or functions.
    public var names: Set<String> {
        Set(
            tokens.compactMap { token in
                guard case .word(let word) = token else { return nil }
                let upper = word.uppercased()
                return Self.keywords.contains(upper) || Self.functions.contains(upper) ? nil : word
            })
    }
}
