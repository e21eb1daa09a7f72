extension MarkdownText {
    /// A sentence with code in it: what stands between backticks, and words that are written like settings.
    ///
    /// `` `mcp__a` lets `` and `approval_policy = "never"` read as code spans and not as text full of escapes.
    static func prose(_ input: String) -> String {
        let line = SafeText.line(input)
        let parts = line.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
        guard !line.utf8.contains(UInt8(ascii: "\\")), parts.count > 2, !parts.count.isMultiple(of: 2) else {
            return words(line)
        }
        return parts.enumerated().map { position, part in
            // A colon behind a piece of code is not at the beginning of a line.
            if position > 0, position.isMultiple(of: 2), part.first == ":" {
                return ":" + words(String(part.dropFirst()))
            }
            if position.isMultiple(of: 2) { return words(part) }
            return part.isEmpty ? "" : code(part)
        }.joined()
    }

    /// The words of a text, those that look like code in code spans, the others with their marks disarmed.
    private static func words(_ text: String) -> String {
        guard text.utf8.contains(where: { isMark($0) || $0 == UInt8(ascii: "\"") }) || hasAddress(text) else {
            return self.text(text)
        }
        var rest = tokens(text)[...]
        var out: [String] = []
        var plain: [String] = []
        while let first = rest.first {
            let run = run(in: rest)
            guard run > 0 else {
                plain.append(first)
                rest = rest.dropFirst()
                continue
            }
            // What is assigned belongs to what it is assigned to.
            let assigned = plain.last == "=" && plain.count > 1 ? plain.suffix(2) : []
            plain.removeLast(assigned.count)
            if !plain.isEmpty { out.append(spaced(plain)) }
            plain = []
            let (lead, core, tail) = bare((assigned + rest.prefix(run)).joined(separator: " "))
            out.append(lead + code(core) + tail)
            rest = rest.dropFirst(run)
        }
        if !plain.isEmpty { out.append(spaced(plain)) }
        return out.joined(separator: " ")
    }

    /// The words of a text; what stands between double quotes is one of them, when it is short.
    private static func tokens(_ text: String) -> [String] {
        let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        var tokens: [String] = []
        var position = 0
        while position < words.count {
            let word = words[position]
            let quotes = word.count { $0 == "\"" }
            let end =
                quotes == 1 && word.first == "\""
                ? words[(position + 1)...].prefix(5).firstIndex { $0.contains("\"") } : nil
            if let end, words[end].count(where: { $0 == "\"" }) == 1 {
                tokens.append(words[position...end].joined(separator: " "))
                position = end + 1
            } else {
                tokens.append(word)
                position += 1
            }
        }
        return tokens
    }

    /// A text is escaped as one, so that what counts only at its beginning is escaped there only.
    private static func spaced(_ words: [String]) -> String { text(words.joined(separator: " ")) }

    /// How many words from the first on are one piece of code.
    private static func run(in words: ArraySlice<String>) -> Int {
        let block = block(in: words)
        guard block == 0 else { return block }
        guard let first = words.first, isMarked(first) || opens(first, words) else { return 0 }
        var end = words.startIndex + 1
        while end < words.endIndex, continues(words[end], after: words[end - 1]) { end += 1 }
        // An operator at the end belongs to the sentence.
        while end > words.startIndex + 1, words[end - 1] == "=" || words[end - 1] == "{" { end -= 1 }
        return end - words.startIndex
    }

    /// How many words a block in braces takes, its key with it: `limits: { memory: 512m }`.
    private static func block(in words: ArraySlice<String>) -> Int {
        let isKey = words.first?.last == ":" && words.dropFirst().first?.first == "{"
        guard isKey || words.first?.first == "{" else { return 0 }
        var depth = 0
        for (position, word) in words.enumerated() where position > 0 || !isKey {
            depth += word.count { $0 == "{" } - word.count { $0 == "}" }
            if depth <= 0 { return position + 1 }
        }
        return 0
    }

    /// A quoted word that a value follows: `"sandbox": {`.
    private static func opens(_ word: String, _ words: ArraySlice<String>) -> Bool {
        word.first == "\"" && word.hasSuffix("\":") && (words.dropFirst().first.map(isValue) ?? false)
    }

    /// Whether a word looks like a value: a quoted one, a number, a truth value, or the beginning of a list.
    private static func isValue(_ word: String) -> Bool {
        word.first.map { "\"[{".contains($0) || $0.isNumber } ?? false
            || ["true", "false", "null"].contains(word.trimmingPrefix { $0 == " " }.prefix { $0.isLetter })
    }

    private static func continues(_ word: String, after last: String) -> Bool {
        if word == "=" || last == "=" || last.last == ":" && isMarked(last) && isMarked(word) { return true }
        let isOpen = last.last.map { ":{[,".contains($0) } ?? false
        if isOpen && last.first == "\"" && last.hasSuffix("\":") { return isValue(word) }
        if word.allSatisfy({ "{}[],;.".contains($0) }) && word.contains(where: { "{}[]".contains($0) }) { return true }
        return isOpen && word.first == "\"" && (last.count == 1 || last.hasSuffix(",") || last.hasSuffix("["))
    }

    /// Whether a word would need marks to be disarmed, and can stand in a code span.
    private static func isMarked(_ word: String) -> Bool {
        // Bytes are compared: a report of a fleet has millions of words.
        var isMarked = false
        var isWord = false
        var isASCII = true
        for byte in word.utf8 {
            switch byte {
            case UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "\\"): return false
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: isWord = true
            case 0x80...: isASCII = false
            default: isMarked = isMarked || isMark(byte)
            }
        }
        if isMarked, isWord || !isASCII && word.contains(where: { $0.isLetter || $0.isNumber }) { return true }
        return hasAddress(word)
    }

    private static func isMark(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x23, 0x24, 0x26, 0x2A, 0x3C, 0x3E, 0x40, 0x5B, 0x5D, 0x5E, 0x5F, 0x7B, 0x7D, 0x7E: true  // #$&*<>@[]^_{}~
        default: false
        }
    }

    /// Whether a text has a `://`.
    private static func hasAddress(_ text: String) -> Bool {
        var last: (UInt8, UInt8) = (0, 0)
        for byte in text.utf8 {
            if last == (UInt8(ascii: ":"), UInt8(ascii: "/")), byte == UInt8(ascii: "/") { return true }
            last = (last.1, byte)
        }
        return false
    }

    /// A piece of code without the quotes, brackets and stops of the sentence around it.
    private static func bare(_ run: String) -> (lead: String, core: String, tail: String) {
        var core = run[...]
        var lead = ""
        var tail = ""
        while let last = core.last, core.count > 1, ".,;:".contains(last) {
            tail = String(last) + tail
            core.removeLast()
        }
        while core.count > 2, core.first == "(", core.last == ")", !core.dropFirst().dropLast().contains("(") {
            lead += "("
            tail = ")" + tail
            core = core.dropFirst().dropLast()
        }
        if core.first == "(", !core.contains(")") {
            lead += "("
            core.removeFirst()
        }
        if core.last == ")", !core.contains("(") {
            tail = ")" + tail
            core.removeLast()
        }
        return (lead, String(core), tail)
    }
}
