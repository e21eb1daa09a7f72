/// Command-line arguments written in one text, and lists of tools in one argument.
enum ArgumentWords {
    /// The words, quotes taken off; lines that are comments left out.
    static func split(_ text: String) -> [String] {
        var words: [String] = []
        var word = ""
        var isOpen = false
        var quote: Character?
        let lines = text.split(separator: "\n").filter { !$0.drop(while: \.isWhitespace).hasPrefix("#") }
        for character in lines.joined(separator: "\n") {
            if let mark = quote {
                if character == mark { quote = nil } else { word.append(character) }
            } else if character == "\"" || character == "'" {
                quote = character
                isOpen = true
            } else if character.isWhitespace {
                if isOpen || !word.isEmpty { words.append(word) }
                (word, isOpen) = ("", false)
            } else {
                word.append(character)
            }
        }
        return isOpen || !word.isEmpty ? words + [word] : words
    }

    /// The values of an option, `--option value` or `--option=value`, under any of its names.
    static func values(of names: String..., in words: [String]) -> [String] {
        words.indices.flatMap { index -> [String] in
            let word = words[index]
            if let name = names.first(where: { word.hasPrefix($0 + "=") }) {
                return [String(word.dropFirst(name.count + 1))]
            }
            guard names.contains(word) else { return [] }
            return Array(words[(index + 1)...].prefix { !$0.hasPrefix("--") })
        }
    }

    /// Rules such as `Bash(git log:*),Edit`: commas and spaces within parentheses do not part them.
    static func rules(_ text: String) -> [String] {
        var rules = [""]
        var depth = 0
        for character in text {
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            if depth <= 0, character == "," || character.isWhitespace {
                rules.append("")
            } else {
                rules[rules.count - 1].append(character)
            }
        }
        return rules.filter { !$0.isEmpty }
    }
}
