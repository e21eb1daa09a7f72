/// What a regular expression over command lines covers, as far as its beginning tells.
enum CommandPattern {
    /// The commands that the expression begins with, `*` for what it leaves open; alternatives are written out.
    static func commands(_ expression: String) -> [String] {
        var text = expression[...]
        if text.hasPrefix("(?i)") { text = text.dropFirst(4) }
        let isAnchored = text.hasPrefix("^")
        if isAnchored { text = text.dropFirst() }
        // Not tied to the beginning it matches inside any command.
        guard isAnchored else { return ["*"] }
        return expand(Array(text), depth: 0).map { command in
            let words = command.drop { $0 == " " }
            return words.isEmpty || words.hasPrefix("*") ? "*" : String(words)
        }
    }

    private static func expand(_ text: [Character], depth: Int) -> [String] {
        var prefixes = [""]
        var index = 0
        while index < text.count, prefixes.count <= 64 {
            let character = text[index]
            switch character {
            case "(" where depth < 4:
                guard let end = close(text, index) else { return prefixes.map { $0 + " *" } }
                var inner = Array(text[(index + 1)..<end])
                if inner.starts(with: ["?", ":"]) { inner.removeFirst(2) }
                let options = split(inner).flatMap { expand($0, depth: depth + 1) }
                prefixes = prefixes.flatMap { prefix in options.map { prefix + $0 } }
                index = end + 1
                if index < text.count, "?*+{".contains(text[index]) { return prefixes.map { $0 + " *" } }
                continue
            case "\\" where index + 1 < text.count:
                let next = text[index + 1]
                index += 2
                if next == "b" { continue }
                if next == "s" {
                    if index < text.count, "+*?".contains(text[index]) { index += 1 }
                    prefixes = prefixes.map { $0.hasSuffix(" ") ? $0 : $0 + " " }
                    continue
                }
                if next.isLetter || next.isNumber { return prefixes.map { $0 + "*" } }
                prefixes = prefixes.map { $0 + String(next) }
                continue
            case "$": return prefixes
            case "|" where depth == 0:
                return prefixes + expand(Array(text[(index + 1)...]).drop { $0 == "^" }.map { $0 }, depth: depth + 1)
            case ".", "[", "*", "+", "?", "{", "(": return prefixes.map { $0 + "*" }
            default: prefixes = prefixes.map { $0 + String(character) }
            }
            index += 1
        }
        return depth == 0 ? prefixes.map { $0.hasSuffix(" ") ? $0 + "*" : $0 + " *" } : prefixes
    }

    private static func close(_ text: [Character], _ start: Int) -> Int? {
        var depth = 0
        for index in start..<text.count where text[index] == "(" || text[index] == ")" {
            if index > 0, text[index - 1] == "\\" { continue }
            depth += text[index] == "(" ? 1 : -1
            if depth == 0 { return index }
        }
        return nil
    }

    private static func split(_ text: [Character]) -> [[Character]] {
        var parts: [[Character]] = [[]]
        var depth = 0
        for character in text {
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            if character == "|" && depth == 0 { parts.append([]) } else { parts[parts.count - 1].append(character) }
        }
        return parts
    }

    /// The worst of the commands, in the words of the column `permission.hazard`.
    static func hazard(_ commands: [String]) -> String {
        commands.contains("*") ? "arbitrary-code" : (commands.map(ShellHazard.of).max() ?? .arbitraryCode).rawValue
    }
}
