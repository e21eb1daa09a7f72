/// Finds secrets that a command line or a line of shell gives by name: `TOKEN=…`, `--api-key …`, `password: …`.
enum SecretAssignment {
    /// The secret parts of a text, in order.
    static func ranges(in text: String) -> [Range<String.Index>] {
        var found: [Range<String.Index>] = []
        var index = text.startIndex
        while let sign = text[index...].firstIndex(where: { $0 == "=" || $0 == ":" || $0 == " " }) {
            index = text.index(after: sign)
            guard let value = value(after: sign, in: text), isSecret(name(before: sign, in: text), text[value]) else {
                continue
            }
            found.append(value)
            index = value.upperBound
        }
        return found
    }

    /// Whether a literal under this name is a secret.
    private static func isSecret(_ name: Substring, _ value: Substring) -> Bool {
        !name.isEmpty && SecretScanner.isNamedSecret(String(name), String(value))
    }

    // Before a space only an option counts: `--token abc`, not the prose `the token abc`.
    private static func name(before sign: String.Index, in text: String) -> Substring {
        var end = sign
        while end > text.startIndex, "\"' ".contains(text[text.index(before: end)]), text[sign] != " " {
            end = text.index(before: end)
        }
        var start = end
        while start > text.startIndex, isWord(text[text.index(before: start)]) { start = text.index(before: start) }
        return text[sign] == " " && !text[start..<end].hasPrefix("-") ? "" : text[start..<end]
    }

    private static func value(after sign: String.Index, in text: String) -> Range<String.Index>? {
        let start = text[text.index(after: sign)...].firstIndex { $0 != " " } ?? text.endIndex
        guard start < text.endIndex else { return nil }
        if text[start] == "\"" || text[start] == "'" {
            let first = text.index(after: start)
            return first..<(text[first...].firstIndex(of: text[start]) ?? text.endIndex)
        }
        return start..<(text[start...].firstIndex { " \"'&;,)}]\n\\`".contains($0) } ?? text.endIndex)
    }

    private static func isWord(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || character == "_" || character == "-")
    }
}
