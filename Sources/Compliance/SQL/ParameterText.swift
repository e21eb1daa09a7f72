/// Finds the parameters that a text of a check refers to: `:name` in SQL, `{:name}` in prose.
enum ParameterText {
    enum Piece: Hashable {
        case text(String)
        case parameter(String)
    }

    /// The pieces of a SQL expression; what stands between quotes is text, whatever it looks like.
    static func pieces(ofSQL sql: String) -> [Piece] {
        var isQuoted = false
        return pieces(sql) { rest in
            if rest.first == "'" { isQuoted.toggle() }
            guard !isQuoted, rest.first == ":" else { return nil }
            let name = name(rest.dropFirst())
            return name.isEmpty ? nil : (name, name.count + 1)
        }
    }

    /// The pieces of a title, a message, a rationale or a remediation.
    static func pieces(ofProse prose: String) -> [Piece] {
        pieces(prose) { rest in
            guard rest.starts(with: "{:".unicodeScalars) else { return nil }
            let name = name(rest.dropFirst(2))
            guard !name.isEmpty, rest.dropFirst(2 + name.count).first == "}" else { return nil }
            return (name, name.count + 3)
        }
    }

    /// The text with each known parameter replaced; one that is not known stays as it is written.
    static func text(_ pieces: [Piece], _ replacement: (String) -> String?, unknown: (String) -> String) -> String {
        pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .parameter(let name): replacement(name) ?? unknown(name)
            }
        }.joined()
    }

    /// Whether a text can be the name of a parameter.
    static func isName(_ text: String) -> Bool { !text.isEmpty && name(text.unicodeScalars[...]) == text }

    private static func pieces(
        _ text: String, _ parameter: (Substring.UnicodeScalarView) -> (name: String, length: Int)?
    ) -> [Piece] {
        var pieces: [Piece] = []
        var plain = ""
        var rest = text.unicodeScalars[...]
        while let scalar = rest.first {
            if let found = parameter(rest) {
                if !plain.isEmpty { pieces.append(.text(plain)) }
                plain = ""
                pieces.append(.parameter(found.name))
                rest = rest.dropFirst(found.length)
            } else {
                plain.unicodeScalars.append(scalar)
                rest.removeFirst()
            }
        }
        if !plain.isEmpty { pieces.append(.text(plain)) }
        return pieces
    }

    private static func name(_ rest: Substring.UnicodeScalarView) -> String {
        guard let first = rest.first, ("a"..."z").contains(first) else { return "" }
        return String(rest.prefix { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "_" })
    }
}
