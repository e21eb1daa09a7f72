/// Reads the words of a shell command line.
struct ShellLexer {
    private let text: [Character]
    private let level: Int
    private var at = 0
    private var done: [ShellScript.Command] = []
    private var command = ShellScript.Command()
    private var word: String?
    private var isOutput = false
    private var delimiters: [String] = []

    /// Words that only steer what follows them.
    private static let keywords: Set<String> = [
        "if", "then", "else", "elif", "do", "while", "until", "!", "{", "}",
    ]

    init(_ text: [Character], level: Int) {
        self.text = text
        self.level = level
    }

    mutating func commands() -> [ShellScript.Command] {
        while at < text.count { step() }
        endCommand(isPiped: false)
        return done
    }

    private func peek(_ distance: Int = 1) -> Character? {
        at + distance < text.count ? text[at + distance] : nil
    }

    private mutating func step() {
        let character = text[at]
        switch character {
        case " ", "\t", "\r": endWord()
        case "\n", "\r\n": endLine()
        case "#" where word == nil: skipComment()
        case "'": quote(until: "'", isLiteral: true)
        case "\"": quote(until: "\"", isLiteral: false)
        case "\\": escape()
        case "`": substitution(open: 0)
        case "$" where peek() == "(", "<" where peek() == "(", ">" where peek() == "(": substitution(open: 1)
        case ";", "(", ")": endCommand(isPiped: false)
        case "|": endPipe()
        case "&": endAmpersand()
        case "<", ">": redirect(character)
        default: word = (word ?? "") + String(character)
        }
        at += 1
    }

    private mutating func endWord() {
        guard let text = word else { return }
        word = nil
        if isOutput {
            command.outputs.append(text)
            isOutput = false
        } else if !command.words.isEmpty || !Self.keywords.contains(text) {
            command.words.append(text)
        }
    }

    private mutating func endCommand(isPiped: Bool) {
        endWord()
        isOutput = false
        if !command.words.isEmpty || !command.inner.isEmpty { done.append(command) }
        command = ShellScript.Command(isPiped: isPiped)
    }

    private mutating func endLine() {
        endCommand(isPiped: false)
        for delimiter in delimiters { skipDocument(until: delimiter) }
        delimiters = []
    }

    private mutating func endPipe() {
        let isOr = peek() == "|"
        if isOr || peek() == "&" { at += 1 }
        endCommand(isPiped: !isOr)
    }

    private mutating func endAmpersand() {
        if peek() == ">" {
            endWord()
            return
        }
        if peek() == "&" { at += 1 }
        endCommand(isPiped: false)
    }

    private mutating func escape() {
        guard let next = peek() else { return }
        at += 1
        if next != "\n" { word = (word ?? "") + String(next) }
    }

    private mutating func skipComment() {
        while let next = peek(), next != "\n" { at += 1 }
    }

    private mutating func quote(until end: Character, isLiteral: Bool) {
        word = word ?? ""
        at += 1
        while at < text.count, text[at] != end {
            if !isLiteral, text[at] == "\\", let next = peek() {
                word?.append(next)
                at += 2
            } else if !isLiteral, text[at] == "`" || (text[at] == "$" && peek() == "(") {
                substitution(open: text[at] == "`" ? 0 : 1)
                at += 1
            } else {
                word?.append(text[at])
                at += 1
            }
        }
    }

    /// Reads `$(…)`, `<(…)` or backquotes; `open` is the distance to the opening character.
    private mutating func substitution(open: Int) {
        let start = at + open + 1
        var end = start
        var depth = 1
        var quoted: Character?
        while end < text.count {
            let character = text[end]
            if character == "\\" {
                end += 1
            } else if open == 0 {
                if character == "`" { break }
            } else if let closing = quoted {
                if character == closing { quoted = nil }
            } else if character == "'" || character == "\"" {
                quoted = character
            } else if character == "(" {
                depth += 1
            } else if character == ")" {
                depth -= 1
                if depth == 0 { break }
            }
            end += 1
        }
        end = min(end, text.count)
        let isArithmetic = open == 1 && start < end && text[start] == "("
        if level < ShellScript.depth, !isArithmetic, start < end {
            command.inner.append(ShellScript(Array(text[start..<end]), level: level + 1))
        }
        word = (word ?? "") + "$()"
        at = end
    }

    private mutating func redirect(_ direction: Character) {
        // A number just before is a file descriptor, not a word.
        if let text = word, text.allSatisfy(\.isNumber) { word = nil }
        endWord()
        if direction == "<", peek() == "<", peek(2) != "<" {
            at += 1
            startDocument()
            return
        }
        while let next = peek(), next == direction || next == "&" || next == "|" {
            at += 1
            if next == "&" {
                while let digit = peek(), digit.isNumber || digit == "-" { at += 1 }
                return
            }
        }
        isOutput = direction == ">"
    }

    /// A here-document: its lines are data, up to the delimiter.
    private mutating func startDocument() {
        if peek() == "-" { at += 1 }
        while peek() == " " { at += 1 }
        var name = ""
        while let next = peek(), !next.isWhitespace, next != ";", next != ")", next != "|" {
            if next != "'" && next != "\"" && next != "\\" { name.append(next) }
            at += 1
        }
        if !name.isEmpty { delimiters.append(name) }
    }

    private mutating func skipDocument(until delimiter: String) {
        var line = ""
        while at + 1 < text.count {
            at += 1
            if text[at] == "\n" {
                if line.drop(while: { $0 == "\t" }) == delimiter { return }
                line = ""
            } else {
                line.append(text[at])
            }
        }
    }
}
