internal import Documents

/// A `.rules` file: calls of `prefix_rule` with literal arguments, the part of Starlark that the rules consist of.
///
/// Anything else, such as a variable or a loop, is a problem: nobody can say what it adds.
/// <https://developers.openai.com/codex/rules>
struct CodexRules {
    /// A literal.
    indirect enum Literal {
        case text(String)
        case list([Literal])
        case other
    }

    /// One rule, with the line that it begins on.
    struct Rule {
        /// The alternatives of each word.
        let words: [[String]]
        let decision: String
        let line: Int
    }

    private(set) var rules: [Rule] = []
    /// Why the file was not understood in full.
    private(set) var problem: Diagnostic?

    private let bytes: [UInt8]
    private var at = 0
    private var line = 1

    /// Most nesting of lists.
    private static let depth = 16

    init(_ text: String) {
        bytes = Array(text.utf8)
        do { try read() } catch { problem = error }
    }

    private func failure(_ message: String) -> Diagnostic {
        Diagnostic(.syntax, message, at: Position(line: line, column: 1))
    }

    private mutating func read() throws(Diagnostic) {
        skip()
        while at < bytes.count {
            let start = line
            let name = word()
            guard !name.isEmpty, take("(") else { throw failure("a rule is a call such as prefix_rule(…)") }
            let arguments = try arguments()
            switch name {
            case "prefix_rule": rules.append(try rule(arguments, line: start))
            case "host_executable", "network_rule": break
            default: throw failure("\(name) is not a rule that is read")
            }
            skip()
        }
    }

    private func rule(_ arguments: [(String, Literal)], line: Int) throws(Diagnostic) -> Rule {
        var (pattern, decision) = ([Literal](), "allow")
        for (name, value) in arguments {
            switch (name, value) {
            case ("pattern", .list(let list)): pattern = list
            case ("decision", .text(let text)): decision = text
            case ("pattern", _), ("decision", _): throw failure("\(name) is not a literal")
            default: break
            }
        }
        var words: [[String]] = []
        for element in pattern {
            switch element {
            case .text(let text): words.append([text])
            case .list(let list):
                let texts = list.compactMap { if case .text(let text) = $0 { text } else { nil } }
                guard !texts.isEmpty, texts.count == list.count else { throw failure("alternatives are texts") }
                words.append(texts)
            case .other: throw failure("a pattern consists of texts")
            }
        }
        guard !words.isEmpty else { throw failure("a rule has a pattern that is not empty") }
        guard ["allow", "prompt", "forbidden"].contains(decision) else {
            throw failure("there is no decision \(decision)")
        }
        return Rule(words: words, decision: decision, line: line)
    }

    private mutating func arguments() throws(Diagnostic) -> [(String, Literal)] {
        var found: [(String, Literal)] = []
        skip()
        while !take(")") {
            guard at < bytes.count else { throw failure("the file ends inside a rule") }
            let name = word()
            guard !name.isEmpty, take("=") else { throw failure("arguments are written name = value") }
            found.append((name, try literal(0)))
            guard take(",") || peek(")") else { throw failure("expected a comma or a closing parenthesis") }
        }
        return found
    }

    private mutating func literal(_ level: Int) throws(Diagnostic) -> Literal {
        skip()
        guard at < bytes.count else { throw failure("the file ends inside a rule") }
        guard level < Self.depth else { throw failure("lists are nested too deep") }
        switch bytes[at] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return .text(try text())
        case UInt8(ascii: "["):
            at += 1
            var elements: [Literal] = []
            while !take("]") {
                elements.append(try literal(level + 1))
                guard take(",") || peek("]") else { throw failure("expected a comma or a closing bracket") }
            }
            return .list(elements)
        default:
            let name = word()
            guard ["True", "False", "None"].contains(name) else { throw failure("expected a text or a list") }
            return .other
        }
    }

    /// A text in single, double or triple quotes.
    private mutating func text() throws(Diagnostic) -> String {
        let quote = bytes[at]
        let isLong = at + 2 < bytes.count && bytes[at + 1] == quote && bytes[at + 2] == quote
        let end = isLong ? 3 : 1
        at += end
        var result: [UInt8] = []
        while at < bytes.count {
            let byte = bytes[at]
            if byte == quote, !isLong || (at + 2 < bytes.count && bytes[at + 1] == quote && bytes[at + 2] == quote) {
                at += end
                return String(decoding: result, as: UTF8.self)
            }
            if byte == 0x0A {
                guard isLong else { break }
                line += 1
            }
            if byte == UInt8(ascii: "\\"), at + 1 < bytes.count {
                at += 1
                switch bytes[at] {
                case UInt8(ascii: "n"): result.append(0x0A)
                case UInt8(ascii: "t"): result.append(0x09)
                case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "'"): result.append(bytes[at])
                default: throw failure("an escape that is not read")
                }
            } else {
                result.append(byte)
            }
            at += 1
        }
        throw failure("a text does not end")
    }

    private mutating func word() -> String {
        skip()
        let start = at
        while at < bytes.count {
            let byte = bytes[at]
            let isLetter = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
            guard isLetter || byte == 0x5F || (byte >= 0x30 && byte <= 0x39) else { break }
            at += 1
        }
        return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    /// Blanks and comments.
    private mutating func skip() {
        while at < bytes.count {
            switch bytes[at] {
            case 0x0A:
                line += 1
                at += 1
            case 0x20, 0x09, 0x0D: at += 1
            case UInt8(ascii: "#"): while at < bytes.count, bytes[at] != 0x0A { at += 1 }
            default: return
            }
        }
    }

    private mutating func peek(_ character: Unicode.Scalar) -> Bool {
        skip()
        return at < bytes.count && bytes[at] == UInt8(ascii: character)
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard peek(character) else { return false }
        at += 1
        return true
    }
}
