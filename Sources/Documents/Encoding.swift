/// Turns the bytes of a text file into valid UTF-8.
enum Encoding {
    /// UTF-8 without a byte-order mark, from UTF-8 or UTF-16, with or without one.
    static func utf8(_ raw: [UInt8]) throws(Diagnostic) -> [UInt8] {
        if raw.starts(with: [0xFF, 0xFE, 0, 0]) || raw.starts(with: [0, 0, 0xFE, 0xFF]) {
            throw Diagnostic(.encoding, "the file is UTF-32; only UTF-8 and UTF-16 are read", at: nil)
        }
        if raw.starts(with: [0xEF, 0xBB, 0xBF]) { return try checked(Array(raw.dropFirst(3))) }
        if raw.starts(with: [0xFF, 0xFE]) { return try utf16(raw.dropFirst(2), isLittleEndian: true) }
        if raw.starts(with: [0xFE, 0xFF]) { return try utf16(raw.dropFirst(2), isLittleEndian: false) }
        // Configuration begins with ASCII: two such characters in UTF-16 have NUL in every second byte (RFC 4627 §3).
        if raw.count > 3, raw[1] == 0, raw[3] == 0, raw[0] != 0, raw[2] != 0 {
            return try utf16(raw[...], isLittleEndian: true)
        }
        if raw.count > 3, raw[0] == 0, raw[2] == 0, raw[1] != 0, raw[3] != 0 {
            return try utf16(raw[...], isLittleEndian: false)
        }
        return try checked(raw)
    }

    private static func checked(_ bytes: [UInt8]) throws(Diagnostic) -> [UInt8] {
        if String(validating: bytes, as: UTF8.self) != nil { return bytes }
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var offset = 0
        while case .scalarValue(let scalar) = decoder.decode(&iterator) { offset += UTF8.width(scalar) }
        let byte = offset < bytes.count ? String(bytes[offset], radix: 16, uppercase: true) : ""
        let padded = byte.count == 1 ? "0\(byte)" : byte
        throw Diagnostic(
            .encoding, "the file is not valid UTF-8: byte 0x\(padded)", at: Source.position(of: offset, in: bytes))
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, isLittleEndian: Bool) throws(Diagnostic) -> [UInt8] {
        let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { index in
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return isLittleEndian ? second << 8 | first : first << 8 | second
        }
        var text: [UInt8] = []
        text.reserveCapacity(units.count)
        var decoder = UTF16()
        var iterator = units.makeIterator()
        decoding: while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar): text += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
            case .emptyInput: break decoding
            case .error:
                let place = Source.position(of: text.count, in: text)
                throw Diagnostic(.encoding, "the file is not valid UTF-16: half of a surrogate pair", at: place)
            }
        }
        guard bytes.count.isMultiple(of: 2) else {
            let place = Source.position(of: text.count, in: text)
            throw Diagnostic(.encoding, "the file is UTF-16 with an odd number of bytes", at: place)
        }
        return text
    }
}
