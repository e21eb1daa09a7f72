/// Reads JSON (RFC 8259), and JSON with comments and trailing commas, over bytes.
struct JSONParser {
    private let source: Source
    private let isLenient: Bool
    private let limits: Limits
    private var offset = 0
    private var nodes = 0
    private var warnings: [Diagnostic] = []
    /// A place that is known: files on one long line would cost their square if each place were counted from its start.
    private var known = (offset: 0, line: 1, column: 1)

    static func parse(_ source: Source, as format: Document.Format, limits: Limits) throws(Diagnostic) -> Document {
        var parser = JSONParser(source: source, isLenient: format == .jsonc, limits: limits)
        try parser.skipBlank()
        guard parser.offset < source.bytes.count else {
            throw Diagnostic(.syntax, "the file is empty", at: .start)
        }
        let root = try parser.value(depth: 0)
        try parser.skipBlank()
        guard parser.offset == source.bytes.count else { throw parser.problem("nothing may follow the value") }
        return Document(format: format, root: root, warnings: parser.warnings)
    }

    private init(source: Source, isLenient: Bool, limits: Limits) {
        self.source = source
        self.isLenient = isLenient
        self.limits = limits
    }

    private var byte: UInt8? { offset < source.bytes.count ? source.bytes[offset] : nil }

    /// Line and column of the current byte, counted on from the last one asked for.
    private mutating func here() -> Position {
        for byte in source.bytes[known.offset..<offset] {
            if byte == 0x0A {
                known.line += 1
                known.column = 1
            } else if byte & 0xC0 != 0x80 {
                known.column += 1
            }
        }
        known.offset = offset
        return Position(line: known.line, column: known.column)
    }

    private func problem(_ message: String, at place: Int? = nil) -> Diagnostic {
        let isEnd = (place ?? offset) >= source.bytes.count
        return Diagnostic(
            .syntax, isEnd ? "the file ends too early: \(message)" : message, at: source.position(of: place ?? offset))
    }

    private mutating func skipBlank() throws(Diagnostic) {
        while let byte {
            switch byte {
            case 0x20, 0x09, 0x0A, 0x0D: offset += 1
            case UInt8(ascii: "/"): try skipComment()
            default: return
            }
        }
    }

    private mutating func skipComment() throws(Diagnostic) {
        guard isLenient else { throw problem("comments are not allowed in JSON") }
        let start = offset
        let bytes = source.bytes
        guard start + 1 < bytes.count else { throw problem("expected a comment") }
        if bytes[start + 1] == UInt8(ascii: "/") {
            while let byte, byte != 0x0A { offset += 1 }
        } else if bytes[start + 1] == UInt8(ascii: "*") {
            offset += 2
            while offset + 1 < bytes.count, bytes[offset] != UInt8(ascii: "*") || bytes[offset + 1] != UInt8(ascii: "/") {
                offset += 1
            }
            guard offset + 1 < bytes.count else { throw problem("a comment is not closed", at: start) }
            offset += 2
        } else {
            throw problem("expected a comment")
        }
    }

    private mutating func value(depth: Int) throws(Diagnostic) -> Node {
        nodes += 1
        guard depth <= limits.depth else {
            throw Diagnostic(.limit, "nested deeper than \(limits.depth) levels", at: source.position(of: offset))
        }
        guard nodes <= limits.nodes else {
            throw Diagnostic(.limit, "more than \(limits.nodes) values", at: source.position(of: offset))
        }
        let start = here()
        switch byte {
        case UInt8(ascii: "{"): return Node(.object(try object(depth: depth)), at: start)
        case UInt8(ascii: "["): return Node(.array(try array(depth: depth)), at: start)
        case UInt8(ascii: "\""): return Node(.string(try string()), at: start)
        case UInt8(ascii: "t"): return Node(try word("true", .boolean(true)), at: start)
        case UInt8(ascii: "f"): return Node(try word("false", .boolean(false)), at: start)
        case UInt8(ascii: "n"): return Node(try word("null", .null), at: start)
        case .some(UInt8(ascii: "-")), .some(UInt8(ascii: "0")...UInt8(ascii: "9")): return Node(try number(), at: start)
        default: throw problem("expected a value")
        }
    }

    private mutating func object(depth: Int) throws(Diagnostic) -> [Member] {
        var members: [Member] = []
        var keys: Set<String> = []
        offset += 1
        try skipBlank()
        while byte != UInt8(ascii: "}") {
            guard byte == UInt8(ascii: "\"") else { throw problem("expected a key in double quotes or '}'") }
            let place = here()
            let key = try string()
            if !keys.insert(key).inserted {
                warnings.append(Diagnostic(.duplicateKey, "key \"\(key)\" is written twice; the last one counts", at: place))
            }
            try skipBlank()
            guard byte == UInt8(ascii: ":") else { throw problem("expected ':'") }
            offset += 1
            try skipBlank()
            members.append(Member(key: key, keyPosition: place, value: try value(depth: depth + 1)))
            try separator(before: UInt8(ascii: "}"))
        }
        offset += 1
        return members
    }

    private mutating func array(depth: Int) throws(Diagnostic) -> [Node] {
        var elements: [Node] = []
        offset += 1
        try skipBlank()
        while byte != UInt8(ascii: "]") {
            elements.append(try value(depth: depth + 1))
            try separator(before: UInt8(ascii: "]"))
        }
        offset += 1
        return elements
    }

    private mutating func separator(before end: UInt8) throws(Diagnostic) {
        try skipBlank()
        if byte == end { return }
        let comma = offset
        guard byte == UInt8(ascii: ",") else { throw problem("expected ',' or '\(Character(Unicode.Scalar(end)))'") }
        offset += 1
        try skipBlank()
        if byte == end && !isLenient { throw problem("a trailing comma is not allowed in JSON", at: comma) }
        if byte == nil { throw problem("expected a value") }
    }

    private mutating func word(_ word: String, _ content: Node.Content) throws(Diagnostic) -> Node.Content {
        guard source.bytes[offset...].starts(with: word.utf8) else { throw problem("expected a value") }
        offset += word.utf8.count
        return content
    }

    private mutating func number() throws(Diagnostic) -> Node.Content {
        let start = offset
        var isWhole = true
        while let byte {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"): break
            case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): isWhole = false
            default: return try numeral(start, isWhole)
            }
            offset += 1
        }
        return try numeral(start, isWhole)
    }

    private func numeral(_ start: Int, _ isWhole: Bool) throws(Diagnostic) -> Node.Content {
        let text = String(decoding: source.bytes[start..<offset], as: UTF8.self)
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let isLeadingZero = digits.count > 1 && digits.hasPrefix("0") && digits.dropFirst().first?.isNumber == true
        if isLeadingZero || digits.last == "." || digits.hasPrefix(".") {
            throw problem("\(text) is not a number", at: start)
        }
        if isWhole, let integer = Int(text) { return .integer(integer) }
        guard let real = Double(text), !text.hasPrefix("+") else { throw problem("\(text) is not a number", at: start) }
        return .real(real)
    }

    private mutating func string() throws(Diagnostic) -> String {
        let open = offset
        offset += 1
        var text: [UInt8] = []
        var run = offset
        while let byte {
            if byte == UInt8(ascii: "\"") {
                text += source.bytes[run..<offset]
                offset += 1
                return String(decoding: text, as: UTF8.self)
            } else if byte == UInt8(ascii: "\\") {
                text += source.bytes[run..<offset]
                try escape(into: &text)
                run = offset
            } else if byte < 0x20 {
                throw problem("a control character must be escaped, or a quote is missing")
            } else {
                offset += 1
            }
        }
        throw problem("a text that begins at \(source.position(of: open).line):\(source.position(of: open).column) is not closed")
    }

    private mutating func escape(into text: inout [UInt8]) throws(Diagnostic) {
        let simple: [UInt8: UInt8] = [
            0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, 0x62: 0x08, 0x66: 0x0C, 0x6E: 0x0A, 0x72: 0x0D, 0x74: 0x09,
        ]
        offset += 1
        guard let byte else { throw problem("an escape is cut off") }
        if let plain = simple[byte] {
            text.append(plain)
            offset += 1
            return
        }
        guard byte == UInt8(ascii: "u") else { throw problem("'\\\(Character(Unicode.Scalar(byte)))' is not an escape") }
        var code = try hexadecimal()
        if (0xD800..<0xDC00).contains(code), source.bytes[offset...].starts(with: [0x5C, 0x75]) {
            let mark = offset
            offset += 1
            let low = try hexadecimal()
            if (0xDC00..<0xE000).contains(low) {
                code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
            } else {
                offset = mark
            }
        }
        text += Array(String(Unicode.Scalar(code) ?? "\u{FFFD}").utf8)
    }

    private mutating func hexadecimal() throws(Diagnostic) -> UInt32 {
        guard offset + 5 <= source.bytes.count,
            let code = UInt32(String(decoding: source.bytes[(offset + 1)..<(offset + 5)], as: UTF8.self), radix: 16)
        else { throw problem("expected four hexadecimal digits") }
        offset += 5
        return code
    }
}
