extension JSONParser {
    /// A text in double quotes.
    mutating func string() throws(Diagnostic) -> String {
        let open = position
        offset += 1
        let start = offset
        try skipPlain(open)
        if byte == UInt8(ascii: "\"") {
            let text = String(decoding: UnsafeBufferPointer(rebasing: buffer[start..<offset]), as: UTF8.self)
            offset += 1
            return text
        }
        var text = Array(buffer[start..<offset])
        while byte == UInt8(ascii: "\\") {
            try escape(into: &text)
            let run = offset
            try skipPlain(open)
            text += buffer[run..<offset]
        }
        offset += 1
        return String(decoding: text, as: UTF8.self)
    }

    /// Goes on to the quote or the backslash that follows.
    private mutating func skipPlain(_ open: Position) throws(Diagnostic) {
        var end = offset
        var continuing = 0
        while end < buffer.count {
            let byte = buffer[end]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { break }
            if byte & 0xC0 == 0x80 { continuing += 1 }
            end += 1
        }
        offset = end
        continuations += continuing
        if byte == 0 {
            throw problem("the text that begins in line \(open.line), column \(open.column) is not closed")
        }
        if byte < 0x20 { throw problem("a control character stands in a text: escape it, or close the text") }
    }

    mutating func escape(into text: inout [UInt8]) throws(Diagnostic) {
        let place = position
        offset += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): return try unicodeEscape(into: &text, at: place)
        case 0: throw problem("an escape is cut off")
        default: throw problem("no such escape; a backslash itself is written twice")
        }
        offset += 1
    }

    private mutating func unicodeEscape(into text: inout [UInt8], at place: Position) throws(Diagnostic) {
        var code = try hexadecimal()
        if (0xD800..<0xDC00).contains(code), buffer[offset...].starts(with: [0x5C, 0x75]) {
            let (mark, high) = (offset, code)
            offset += 1
            let low = try hexadecimal()
            if (0xDC00..<0xE000).contains(low) {
                code = 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
            } else {
                offset = mark
            }
        }
        if let scalar = Unicode.Scalar(code) {
            text += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
        } else {
            warnings.warn(Diagnostic(.encoding, "half of a surrogate pair is read as U+FFFD", at: place))
            text += UTF8.encodedReplacementCharacter
        }
    }

    private mutating func hexadecimal() throws(Diagnostic) -> UInt32 {
        var code: UInt32 = 0
        for _ in 0..<4 {
            offset += 1
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): code = code << 4 | UInt32(byte - 0x30)
            case UInt8(ascii: "a")...UInt8(ascii: "f"): code = code << 4 | UInt32(byte - 0x57)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): code = code << 4 | UInt32(byte - 0x37)
            default: throw problem("expected four hexadecimal digits after \\u")
            }
        }
        offset += 1
        return code
    }
}
