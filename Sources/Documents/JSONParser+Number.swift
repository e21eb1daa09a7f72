extension JSONParser {
    /// A number by the grammar of RFC 8259 §6: an integer when it is written as one and fits.
    mutating func number() throws(Diagnostic) -> Node.Content {
        let (start, place) = (offset, position)
        if byte == UInt8(ascii: "-") { offset += 1 }
        let firstDigit = byte
        let whole = try digits("expected a digit")
        if firstDigit == UInt8(ascii: "0"), whole > 1 { throw problem("a number may not begin with 0", at: place) }
        var isInteger = true
        if byte == UInt8(ascii: ".") {
            isInteger = false
            offset += 1
            _ = try digits("expected a digit after the decimal point")
        }
        if byte | 0x20 == UInt8(ascii: "e") {
            isInteger = false
            offset += 1
            if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { offset += 1 }
            _ = try digits("expected a digit in the exponent")
        }
        if isInteger, whole <= 18 { return .integer(integer(from: start)) }
        let text = String(decoding: UnsafeBufferPointer(rebasing: buffer[start..<offset]), as: UTF8.self)
        if isInteger, let integer = Int(text) { return .integer(integer) }
        guard let real = Double(text) else { throw problem("\(text) is not a number") }
        return .real(real)
    }

    private mutating func digits(_ message: String) throws(Diagnostic) -> Int {
        let start = offset
        while byte &- UInt8(ascii: "0") < 10 { offset += 1 }
        guard offset > start else { throw problem(message) }
        return offset - start
    }

    private func integer(from start: Int) -> Int {
        let isNegative = buffer[start] == UInt8(ascii: "-")
        var integer = 0
        for index in (isNegative ? start + 1 : start)..<offset {
            integer = integer &* 10 &+ Int(buffer[index] &- UInt8(ascii: "0"))
        }
        return isNegative ? -integer : integer
    }
}
