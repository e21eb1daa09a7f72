/// Reads JSON (RFC 8259), JSON with comments and trailing commas, and JSON5, over bytes.
///
/// One pass: lines, and the bytes on a line that continue a scalar, are counted along the way, so that a place costs
/// nothing even when ten megabytes stand on one line.
struct JSONParser {
    /// The text; no NUL is in it, so that 0 can stand for its end.
    let buffer: UnsafeBufferPointer<UInt8>
    /// Whether comments and trailing commas are allowed.
    let isLenient: Bool
    /// Whether the text is JSON5.
    let isJSON5: Bool
    let limits: Limits
    var offset = 0
    var line = 1
    /// Offset at which the line begins.
    var lineStart = 0
    /// Bytes of the line before the offset that do not begin a scalar.
    var continuations = 0
    var nodes = 0
    var warnings: [Diagnostic] = []

    static func parse(_ source: Source, as format: Document.Format, limits: Limits) throws(Diagnostic) -> Document {
        try source.bytes.withUnsafeBufferPointer { buffer throws(Diagnostic) -> Document in
            var parser = JSONParser(buffer: buffer, format: format, limits: limits)
            try parser.skipBlank()
            guard parser.byte != 0 else { throw Diagnostic(.syntax, "the file is empty", at: .start) }
            let root = try parser.value(depth: 1)
            try parser.skipBlank()
            guard parser.byte == 0 else { throw parser.problem("nothing may follow the value") }
            return Document(format: format, root: root, warnings: parser.warnings)
        }
    }

    private init(buffer: UnsafeBufferPointer<UInt8>, format: Document.Format, limits: Limits) {
        self.buffer = buffer
        isLenient = format != .json
        isJSON5 = format == .json5
        self.limits = limits
    }

    /// The byte at the offset, 0 at the end.
    var byte: UInt8 { offset < buffer.count ? buffer[offset] : 0 }

    /// Line and column of the offset.
    var position: Position { Position(line: line, column: offset - lineStart - continuations + 1) }

    func problem(_ message: String, at place: Position? = nil) -> Diagnostic {
        let text = byte == 0 && place == nil ? "the file ends too early: \(message)" : message
        return Diagnostic(.syntax, text, at: place ?? position)
    }

    private mutating func value(depth: Int) throws(Diagnostic) -> Node {
        let place = position
        nodes += 1
        guard nodes <= limits.nodes else { throw Diagnostic(.limit, "more than \(limits.nodes) values", at: place) }
        if isJSON5, let scalar = try relaxedScalar() { return Node(scalar, at: place) }
        switch byte {
        case UInt8(ascii: "{"): return Node(.object(try object(depth: depth, at: place)), at: place)
        case UInt8(ascii: "["): return Node(.array(try array(depth: depth, at: place)), at: place)
        case UInt8(ascii: "\""): return Node(.string(try string()), at: place)
        case UInt8(ascii: "t"): return Node(try word("true", .boolean(true)), at: place)
        case UInt8(ascii: "f"): return Node(try word("false", .boolean(false)), at: place)
        case UInt8(ascii: "n"): return Node(try word("null", .null), at: place)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return Node(try number(), at: place)
        default: throw problem("expected a value")
        }
    }

    private mutating func object(depth: Int, at open: Position) throws(Diagnostic) -> [Member] {
        try enter(depth)
        var members: [Member] = []
        var register = KeyRegister()
        while byte != UInt8(ascii: "}") {
            guard byte == UInt8(ascii: "\"") || isJSON5 && byte != 0 else {
                throw unclosed("{", open) ?? problem("expected a key in double quotes")
            }
            let place = position
            let key = isJSON5 ? try relaxedKey() : try string()
            if register.isRepeated(key, in: members) { warnings.warnOfRepeated(key, at: place) }
            try skipBlank()
            guard byte == UInt8(ascii: ":") else { throw problem("expected ':' after the key") }
            offset += 1
            try skipBlank()
            members.append(Member(key: key, keyPosition: place, value: try value(depth: depth + 1)))
            try separator(before: UInt8(ascii: "}"), of: "{", open)
        }
        offset += 1
        return members
    }

    private mutating func array(depth: Int, at open: Position) throws(Diagnostic) -> [Node] {
        try enter(depth)
        var elements: [Node] = []
        while byte != UInt8(ascii: "]") {
            if let problem = unclosed("[", open) { throw problem }
            elements.append(try value(depth: depth + 1))
            try separator(before: UInt8(ascii: "]"), of: "[", open)
        }
        offset += 1
        return elements
    }

    private mutating func enter(_ depth: Int) throws(Diagnostic) {
        guard depth <= limits.depth else {
            throw Diagnostic(.limit, "nested deeper than \(limits.depth) levels", at: position)
        }
        offset += 1
        try skipBlank()
    }

    private mutating func separator(before end: UInt8, of bracket: String, _ open: Position) throws(Diagnostic) {
        try skipBlank()
        if byte == end { return }
        guard byte == UInt8(ascii: ",") else {
            throw unclosed(bracket, open) ?? problem("expected ',' or '\(Character(Unicode.Scalar(end)))'")
        }
        let comma = position
        offset += 1
        try skipBlank()
        if byte == end && !isLenient { throw problem("a trailing comma is not allowed in JSON", at: comma) }
    }

    /// At the end of the file: which bracket is open.
    private func unclosed(_ bracket: String, _ open: Position) -> Diagnostic? {
        guard byte == 0 else { return nil }
        return problem("'\(bracket)' of line \(open.line), column \(open.column) is not closed")
    }

    mutating func word(_ word: StaticString, _ content: Node.Content) throws(Diagnostic) -> Node.Content {
        let length = word.utf8CodeUnitCount
        guard offset + length <= buffer.count else { throw problem("expected a value") }
        for index in 0..<length where buffer[offset + index] != word.utf8Start[index] {
            throw problem("expected a value")
        }
        offset += length
        return content
    }
}
