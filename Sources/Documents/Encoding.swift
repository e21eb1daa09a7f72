/// Turns the bytes of a text file into valid UTF-8.
enum Encoding {
    static func utf8(_ raw: [UInt8]) throws(Diagnostic) -> [UInt8] {
        if raw.starts(with: [0xEF, 0xBB, 0xBF]) { return try checked(Array(raw.dropFirst(3))) }
        if raw.starts(with: [0xFF, 0xFE]) { return try utf16(raw.dropFirst(2), littleEndian: true) }
        if raw.starts(with: [0xFE, 0xFF]) { return try utf16(raw.dropFirst(2), littleEndian: false) }
        if raw.count > 3, raw[1] == 0, raw[3] == 0, raw[0] != 0 { return try utf16(raw[...], littleEndian: true) }
        if raw.count > 3, raw[0] == 0, raw[2] == 0, raw[1] != 0 { return try utf16(raw[...], littleEndian: false) }
        return try checked(raw)
    }

    private static func checked(_ bytes: [UInt8]) throws(Diagnostic) -> [UInt8] {
        if String(validating: bytes, as: UTF8.self) != nil { return bytes }
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var line = 1
        var column = 1
        while case .scalarValue(let scalar) = decoder.decode(&iterator) {
            if scalar == "\n" {
                line += 1
                column = 1
            } else {
                column += 1
            }
        }
        throw Diagnostic(.encoding, "the file is not valid UTF-8", at: Position(line: line, column: column))
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, littleEndian: Bool) throws(Diagnostic) -> [UInt8] {
        guard bytes.count.isMultiple(of: 2) else {
            throw Diagnostic(.encoding, "the file is UTF-16 with an odd number of bytes", at: nil)
        }
        let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map { index in
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return littleEndian ? second << 8 | first : first << 8 | second
        }
        guard let text = String(validating: units, as: UTF16.self) else {
            throw Diagnostic(.encoding, "the file is not valid UTF-16", at: nil)
        }
        return Array(text.utf8)
    }
}
