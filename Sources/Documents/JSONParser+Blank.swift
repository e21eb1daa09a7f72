extension JSONParser {
    /// Passes over white space and, where they are allowed, comments.
    mutating func skipBlank() throws(Diagnostic) {
        while true {
            switch byte {
            case 0x20, 0x09, 0x0D: offset += 1
            case 0x0A: beginLine()
            case UInt8(ascii: "/"): try skipComment()
            case 0x0B where isJSON5, 0x0C where isJSON5: offset += 1
            default: return
            }
        }
    }

    mutating func beginLine() {
        offset += 1
        line += 1
        lineStart = offset
        continuations = 0
    }

    private mutating func skipComment() throws(Diagnostic) {
        guard isLenient else { throw problem("comments are not allowed in JSON") }
        let open = position
        let second = offset + 1 < buffer.count ? buffer[offset + 1] : 0
        switch second {
        case UInt8(ascii: "/"):
            while byte != 0, byte != 0x0A { skipInComment() }
        case UInt8(ascii: "*"):
            offset += 2
            while offset + 1 < buffer.count {
                if buffer[offset] == UInt8(ascii: "*"), buffer[offset + 1] == UInt8(ascii: "/") {
                    offset += 2
                    return
                }
                skipInComment()
            }
            throw problem("a comment is not closed", at: open)
        default: throw problem("'/' begins no comment; expected '//' or '/*'")
        }
    }

    private mutating func skipInComment() {
        if byte == 0x0A { return beginLine() }
        if byte & 0xC0 == 0x80 { continuations += 1 }
        offset += 1
    }
}
