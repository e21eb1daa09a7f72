internal import Documents

/// The calls in Python source as its text shows them: name, keyword arguments, place.
///
/// No Python is run and nothing is resolved: an argument is its text. Strings and comments are skipped, brackets counted.
struct PythonCalls {
    /// One call.
    struct Call {
        let name: String
        let line: Int
        let arguments: [Argument]

        /// The argument of a keyword.
        subscript(_ keyword: String) -> Argument? { arguments.last { $0.keyword == keyword } }
    }

    /// One argument: its keyword, its text without the space around, its line.
    struct Argument {
        let keyword: String?
        let text: String
        let line: Int

        /// The truth value, when the argument is a literal one.
        var boolean: Bool? { text == "True" ? true : text == "False" ? false : nil }

        /// The number, when the argument is a literal one.
        var number: Double? { Double(text.replacing("_", with: "")) }

        /// The text between quotes, when the argument is one plain string.
        var string: String? {
            guard let quote = text.first, quote == "\"" || quote == "'", text.count >= 2, text.last == quote else {
                return nil
            }
            let inner = text.dropFirst().dropLast()
            return inner.contains(quote) || inner.contains("\\") ? nil : String(inner)
        }
    }

    /// All calls of the given names, in their order.
    static func find(_ names: Set<String>, in lines: [String]) -> [Call] {
        var scanner = PythonCalls(lines)
        return scanner.calls(names)
    }

    private let text: [UInt8]
    private var index = 0
    private var line = 1

    private init(_ lines: [String]) {
        text = Array(lines.joined(separator: "\n").utf8)
    }

    private mutating func calls(_ names: Set<String>) -> [Call] {
        var found: [Call] = []
        while index < text.count {
            guard isWord(text[index]) else {
                skip()
                continue
            }
            let start = index
            while index < text.count, isWord(text[index]) { index += 1 }
            let word = String(decoding: text[start..<index], as: UTF8.self)
            let isAttribute = start > 0 && text[start - 1] == UInt8(ascii: ".")
            guard names.contains(word), !isAttribute, index < text.count, text[index] == UInt8(ascii: "(") else {
                continue
            }
            let place = line
            let back = (index, line)
            index += 1
            let arguments = arguments()
            found.append(Call(name: word, line: place, arguments: arguments ?? []))
            // Calls may stand within calls: go on behind the bracket.
            (index, line) = (back.0 + 1, back.1)
        }
        return found
    }

    /// The arguments up to the closing bracket; nil when there is none.
    private mutating func arguments() -> [Argument]? {
        var found: [Argument] = []
        var depth = 0
        var begin = index
        var beginLine = line
        while index < text.count {
            let byte = text[index]
            if depth == 0, byte == UInt8(ascii: ",") || byte == UInt8(ascii: ")") {
                argument(begin..<index, beginLine).map { found.append($0) }
                index += 1
                if byte == UInt8(ascii: ")") { return found }
                (begin, beginLine) = (index, line)
                continue
            }
            if [UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{")].contains(byte) { depth += 1 }
            if [UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}")].contains(byte) { depth -= 1 }
            skip()
        }
        return nil
    }

    private func argument(_ range: Range<Int>, _ line: Int) -> Argument? {
        let raw = String(decoding: text[range], as: UTF8.self)
        var rest = raw[...]
        var line = line
        while let first = rest.first {
            if first == "#" {
                rest = rest.drop { $0 != "\n" }
            } else if first.isWhitespace {
                if first == "\n" { line += 1 }
                rest = rest.dropFirst()
            } else {
                break
            }
        }
        while rest.last?.isWhitespace == true { rest = rest.dropLast() }
        guard !rest.isEmpty else { return nil }
        let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        let after = rest[name.endIndex...].drop { $0 == " " }
        guard !name.isEmpty, after.first == "=", after.dropFirst().first != "=" else {
            return Argument(keyword: nil, text: String(rest), line: line)
        }
        let value = after.dropFirst().drop(while: \.isWhitespace)
        return Argument(keyword: String(name), text: String(value), line: line)
    }

    /// Goes on by one byte, or over a string or a comment.
    private mutating func skip() {
        let byte = text[index]
        if byte == UInt8(ascii: "\n") { line += 1 }
        index += 1
        if byte == UInt8(ascii: "#") {
            while index < text.count, text[index] != UInt8(ascii: "\n") { index += 1 }
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
            skipString(byte)
        }
    }

    private mutating func skipString(_ quote: UInt8) {
        let isLong = index + 1 < text.count && text[index] == quote && text[index + 1] == quote
        if isLong { index += 2 }
        while index < text.count {
            let byte = text[index]
            if byte == UInt8(ascii: "\n") {
                if !isLong { return }
                line += 1
            }
            if byte == UInt8(ascii: "\\") {
                if index + 1 < text.count, text[index + 1] == UInt8(ascii: "\n") { line += 1 }
                index += 2
                continue
            }
            index += 1
            guard byte == quote else { continue }
            if !isLong { return }
            if index + 1 < text.count, text[index] == quote, text[index + 1] == quote {
                index += 2
                return
            }
        }
    }

    private func isWord(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5A)
            || (byte >= 0x61 && byte <= 0x7A) || byte >= 0x80
    }
}
