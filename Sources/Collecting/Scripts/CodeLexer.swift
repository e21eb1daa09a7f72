/// A word of a program: a name with its dots, a string without its quotes, or a mark.
struct CodeToken: Equatable {
    enum Kind { case name, string, mark }
    let kind: Kind
    let text: String
    /// Line in the file, from 1.
    let line: Int

    func isMark(_ text: String) -> Bool { kind == .mark && self.text == text }
}

/// Takes Python and JavaScript apart into words: comments fall away, text in strings is not code.
///
/// <https://docs.python.org/3/reference/lexical_analysis.html>, ECMA-262 clause 12.
struct CodeLexer {
    private let bytes: [UInt8]
    private let language: CodeLanguage
    private let level: Int
    private var at = 0
    private var line: Int
    private(set) var tokens: [CodeToken] = []

    /// Longer texts are cut: a hook of a megabyte is not read by people either.
    static let longest = 1 << 20

    init(_ text: String, _ language: CodeLanguage, line: Int = 1, level: Int = 0) {
        bytes = Array(text.utf8.prefix(Self.longest))
        self.language = language
        self.line = line
        self.level = level
        while at < bytes.count { step() }
    }

    private func peek(_ distance: Int = 0) -> UInt8 { at + distance < bytes.count ? bytes[at + distance] : 0 }
    private func starts(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { word in word.indices.allSatisfy { peek($0) == word[$0] } }
    }

    private mutating func step() {
        let byte = peek()
        switch byte {
        case UInt8(ascii: "\n"):
            line += 1
            at += 1
        case UInt8(ascii: "#") where language == .python || starts("#!"): skipLine()
        case UInt8(ascii: "/") where language == .javaScript && starts("//"): skipLine()
        case UInt8(ascii: "/") where language == .javaScript && starts("/*"): skipBlock()
        case UInt8(ascii: "/") where language == .javaScript && beginsExpression: skipPattern()
        case UInt8(ascii: "'"), UInt8(ascii: "\""): string(isFormatted: false)
        case UInt8(ascii: "`") where language == .javaScript: string(isFormatted: true)
        case _ where Self.isWord(byte): name()
        case _ where byte > UInt8(ascii: " "):
            mark(byte)
        default: at += 1
        }
    }

    private mutating func mark(_ byte: UInt8) {
        // `==` and `===` compare, `=` sets; `=>` is neither.
        let begins = "=!<>:+-*/".utf8.contains(byte) && byte != UInt8(ascii: ":")
        var length = 1
        if begins, peek(1) == UInt8(ascii: "=") || byte == UInt8(ascii: "=") && peek(1) == UInt8(ascii: ">") {
            length = peek(1) == UInt8(ascii: "=") && peek(2) == UInt8(ascii: "=") ? 3 : 2
        }
        add(.mark, String(decoding: bytes[at..<min(at + length, bytes.count)], as: UTF8.self))
        at += length
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
            true
        default: false
        }
    }

    private mutating func add(_ kind: CodeToken.Kind, _ text: String) {
        tokens.append(CodeToken(kind: kind, text: text, line: line))
    }

    private mutating func skipLine() {
        while at < bytes.count, peek() != UInt8(ascii: "\n") { at += 1 }
    }

    private mutating func skipBlock() {
        at += 2
        while at < bytes.count, !starts("*/") {
            if peek() == UInt8(ascii: "\n") { line += 1 }
            at += 1
        }
        at += 2
    }

    /// Whether a slash begins a regular expression: it does wherever a value may begin.
    private var beginsExpression: Bool {
        guard let last = tokens.last else { return true }
        if last.kind == .mark { return ![")", "]", "}"].contains(last.text) }
        return last.kind == .name && ["return", "typeof", "case", "in", "of"].contains(last.text)
    }

    private mutating func skipPattern() {
        at += 1
        var isClass = false
        while at < bytes.count, peek() != UInt8(ascii: "\n") {
            let byte = peek()
            at += byte == UInt8(ascii: "\\") ? 2 : 1
            if byte == UInt8(ascii: "[") { isClass = true }
            if byte == UInt8(ascii: "]") { isClass = false }
            if byte == UInt8(ascii: "/"), !isClass { return }
        }
    }

    /// A name with what follows its dots: `os.path.join`; after a bracket it begins with the dot.
    private mutating func name() {
        let isMember = tokens.last?.isMark(".") == true
        let start = at
        while at < bytes.count, Self.isWord(peek()) || isInnerDot { at += 1 }
        let text = String(decoding: bytes[start..<at], as: UTF8.self).replacing("?", with: "")
        let isQuote = peek() == UInt8(ascii: "'") || peek() == UInt8(ascii: "\"")
        if language == .python, isQuote, text.count < 3, text.lowercased().allSatisfy({ "rbfu".contains($0) }) {
            string(isFormatted: text.lowercased().contains("f"))
            return
        }
        if isMember { tokens.removeLast() }
        add(.name, isMember ? "." + text : text)
    }

    private var isInnerDot: Bool {
        if peek() == UInt8(ascii: "?") { return peek(1) == UInt8(ascii: ".") && Self.isWord(peek(2)) }
        return peek() == UInt8(ascii: ".") && Self.isWord(peek(1))
    }

    private mutating func string(isFormatted: Bool) {
        let quote = peek()
        let start = line
        let isTriple = language == .python && peek(1) == quote && peek(2) == quote
        at += isTriple ? 3 : 1
        var content: [UInt8] = []
        while at < bytes.count {
            let byte = peek()
            if byte == UInt8(ascii: "\\") {
                content.append(peek(1))
                if peek(1) == UInt8(ascii: "\n") { line += 1 }
                at += 2
                continue
            }
            if byte == quote, !isTriple || (peek(1) == quote && peek(2) == quote) { break }
            // A quote that is not closed ends with its line.
            if byte == UInt8(ascii: "\n"), !isTriple, quote != UInt8(ascii: "`") { break }
            if byte == UInt8(ascii: "\n") { line += 1 }
            content.append(byte)
            at += 1
        }
        if peek() == quote { at += isTriple ? 3 : 1 }
        let text = String(decoding: content, as: UTF8.self)
        guard isFormatted else { return tokens.append(CodeToken(kind: .string, text: text, line: start)) }
        formatted(text, from: start)
    }

    /// A formatted string: its holes stand as `$x`, and the code in them follows it.
    private mutating func formatted(_ text: String, from start: Int) {
        let open = language == .python ? "{" : "${"
        var rest = text[...]
        var plain = ""
        var inner: [CodeToken] = []
        while let hole = rest.firstRange(of: open) {
            let code = rest[hole.upperBound...].prefix { $0 != "}" }
            plain += rest[..<hole.lowerBound] + "$x"
            if level < 4 { inner += CodeLexer(String(code), language, line: start, level: level + 1).tokens }
            rest = rest[code.endIndex...].dropFirst()
        }
        tokens.append(CodeToken(kind: .string, text: plain + rest, line: start))
        tokens += inner
    }
}

/// A language that hooks are written in, beside that of the shell.
enum CodeLanguage {
    case python, javaScript

    /// The language that the ending of a file's name tells; nil for the shell and others.
    init?(ofFile name: String) {
        switch name.split(separator: ".").last {
        case "py": self = .python
        case "js", "mjs", "cjs", "ts", "mts", "cts": self = .javaScript
        default: return nil
        }
    }

    /// The language of code that a program is given on its command line.
    init?(ofProgram name: String) {
        switch name {
        case "python", "python3", "python2", "py", "pypy": self = .python
        case "node", "bun", "deno", "tsx", "ts-node": self = .javaScript
        default: return nil
        }
    }
}
