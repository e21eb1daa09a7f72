extension CheckExpression {
    /// The expressions that remain when one operand of a top-level `AND` or `OR` is left out.
    ///
    /// A check whose examples do not notice such a loss has an operand that nothing tests.
    public var withOneOperandDropped: [String] {
        for keyword in ["OR", "AND"] {
            let operands = split(at: keyword)
            guard operands.count > 1 else { continue }
            return operands.indices.map { dropped in
                operands.enumerated().filter { $0.offset != dropped }.map(\.element)
                    .joined(separator: " \(keyword) ")
            }
        }
        return []
    }

    private func split(at keyword: String) -> [String] {
        var operands: [[SQLToken]] = [[]]
        var depth = 0
        var between = false
        for token in tokens {
            if token == .symbol("(") || token.isKeyword("CASE") { depth += 1 }
            if token == .symbol(")") || token.isKeyword("END") { depth -= 1 }
            if depth == 0 && token.isKeyword("BETWEEN") { between = true }
            if depth == 0 && token.isKeyword("AND") && between {
                between = false
            } else if depth == 0 && token.isKeyword(keyword) {
                operands.append([])
                continue
            }
            operands[operands.count - 1].append(token)
        }
        return operands.map { Self.text(of: $0) }
    }

    static func text(of tokens: [SQLToken]) -> String {
        tokens.map(\.source).joined(separator: " ").replacing(" . ", with: ".")
    }

    /// Columns read inside a `NOT EXISTS`, which reads an unknown as absent and so as a pass.
    ///
    /// Only columns that always have a value may stand there.
    public var nullableColumnsUnderNotExists: [String] {
        var found: [String] = []
        for index in tokens.indices.dropLast(3)
        where tokens[index].isKeyword("NOT") && tokens[index + 1].isKeyword("EXISTS") {
            let inner = parenthesised(from: index + 2)
            guard let from = inner.firstIndex(where: { $0.isKeyword("FROM") }),
                let table = Table(rawValue: inner[from + 1].source)
            else { continue }
            let nullable = EvidenceSchema.schema(of: table).columns.filter { !$0.isRequired }.map(\.name)
            found += inner.compactMap { token in
                if case .word(let word) = token, nullable.contains(word) { word } else { nil }
            }
        }
        return found
    }

    func parenthesised(from start: Int) -> [SQLToken] {
        var depth = 0
        var inner: [SQLToken] = []
        for token in tokens[start...] {
            if token == .symbol("(") { depth += 1 }
            if token == .symbol(")") { depth -= 1 }
            inner.append(token)
            if depth == 0 { break }
        }
        return inner
    }
}
