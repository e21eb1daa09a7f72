/// What JSON5 adds to values and keys: <https://spec.json5.org>.
extension JSONParser {
    /// A text or number in the wider grammar; nil for whatever is written as in JSON.
    mutating func relaxedScalar() throws(Diagnostic) -> Node.Content? {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): .string(try relaxedString())
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "I"), UInt8(ascii: "N"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            try relaxedNumber()
        default: nil
        }
    }

    /// A key in quotes, or one that is written like a variable's name.
    mutating func relaxedKey() throws(Diagnostic) -> String {
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { return try relaxedString() }
        let start = offset
        while true {
            let isLetter =
                (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte == 0x5F || byte == 0x24 || byte >= 0x80
            let isDigit = byte &- 0x30 < 10
            guard isLetter || isDigit && offset > start else { break }
            if byte & 0xC0 == 0x80 { continuations += 1 }
            offset += 1
        }
        guard offset > start else { throw problem("expected a key") }
        return String(decoding: UnsafeBufferPointer(rebasing: buffer[start..<offset]), as: UTF8.self)
    }

    private mutating func relaxedString() throws(Diagnostic) -> String {
        let (open, quote) = (position, byte)
        var text: [UInt8] = []
        offset += 1
        while byte != quote {
            switch byte {
            case 0: throw problem("the text that begins in line \(open.line), column \(open.column) is not closed")
            case 0x0A, 0x0D: throw problem("a text ends on its line, unless a backslash stands before the line's end")
            case UInt8(ascii: "\\"): try relaxedEscape(into: &text)
            default:
                if byte & 0xC0 == 0x80 { continuations += 1 }
                text.append(byte)
                offset += 1
            }
        }
        offset += 1
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func relaxedEscape(into text: inout [UInt8]) throws(Diagnostic) {
        let next = offset + 1 < buffer.count ? buffer[offset + 1] : 0
        switch next {
        case 0: throw problem("an escape is cut off")
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "u"):
            return try escape(into: &text)
        case UInt8(ascii: "x"): return try relaxedByte(into: &text)
        case UInt8(ascii: "1")...UInt8(ascii: "9"): throw problem("no such escape: a digit follows the backslash")
        default: break
        }
        offset += 1
        switch next {
        case 0x0A: beginLine()
        case 0x0D:
            offset += 1
            if byte == 0x0A { beginLine() }
        case UInt8(ascii: "0"), UInt8(ascii: "v"):
            text.append(next == UInt8(ascii: "v") ? 0x0B : 0)
            offset += 1
        case UInt8(ascii: "'"):
            text.append(next)
            offset += 1
        // A backslash before any other character is left out.
        default: break
        }
    }

    /// Two hexadecimal digits after `\x`.
    private mutating func relaxedByte(into text: inout [UInt8]) throws(Diagnostic) {
        guard offset + 3 < buffer.count,
            let code = UInt32(String(decoding: buffer[(offset + 2)...(offset + 3)], as: UTF8.self), radix: 16),
            let scalar = Unicode.Scalar(code)
        else { throw problem("expected two hexadecimal digits after \\x") }
        text += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
        offset += 4
    }

    private mutating func relaxedNumber() throws(Diagnostic) -> Node.Content {
        let isNegative = byte == UInt8(ascii: "-")
        if isNegative || byte == UInt8(ascii: "+") { offset += 1 }
        let start = offset
        switch byte {
        case UInt8(ascii: "I"):
            return try word("Infinity", .real(isNegative ? -Double.infinity : Double.infinity))
        case UInt8(ascii: "N"): return try word("NaN", .real(Double.nan))
        default: break
        }
        while byte &- 0x30 < 10 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte == UInt8(ascii: ".")
            || (byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")) && buffer[offset - 1] | 0x20 == 0x65
        {
            offset += 1
        }
        let text = String(decoding: UnsafeBufferPointer(rebasing: buffer[start..<offset]), as: UTF8.self).lowercased()
        if text.hasPrefix("0x"), let code = Int(text.dropFirst(2), radix: 16), text.dropFirst(2).first != "-" {
            return .integer(isNegative ? -code : code)
        }
        let isWhole = !text.isEmpty && text.utf8.allSatisfy { $0 &- 0x30 < 10 }
        if isWhole, text.count > 1, text.hasPrefix("0") { throw problem("a number may not begin with 0") }
        if isWhole, let integer = Int(text) { return .integer(isNegative ? -integer : integer) }
        // Swift wants a digit on both sides of the point.
        let padded = "0" + text.replacing(".e", with: ".0e") + (text.hasSuffix(".") ? "0" : "")
        let hasDigit = text.first?.isNumber == true || text.dropFirst().first?.isNumber == true && text.hasPrefix(".")
        guard hasDigit, !text.hasPrefix("0x"), let real = Double(padded) else { throw problem("expected a number") }
        return .real(isNegative ? -real : real)
    }
}
