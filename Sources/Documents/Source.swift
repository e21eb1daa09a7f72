/// The text of a file as validated UTF-8, with a way from byte offsets to lines and columns.
struct Source: Sendable {
    /// UTF-8 without a byte-order mark and without NUL.
    let bytes: [UInt8]

    /// Decodes a file.
    ///
    /// - Throws: `Diagnostic` for bytes that are no text, and for too many of them.
    init(_ raw: [UInt8], limits: Limits) throws(Diagnostic) {
        guard raw.count <= limits.bytes else {
            throw Diagnostic(.limit, "the file has \(raw.count) bytes; at most \(limits.bytes) are read", at: nil)
        }
        bytes = try Encoding.utf8(raw)
        if let zero = bytes.firstIndex(of: 0) {
            throw Diagnostic(.encoding, "the file holds a NUL byte", at: position(of: zero))
        }
    }

    /// Line and column of a byte, for the one place of a failure.
    ///
    /// It walks the text; parsers count as they go.
    func position(of offset: Int) -> Position { Source.position(of: offset, in: bytes) }

    /// Line and column of a byte, in a text that need not be whole.
    static func position(of offset: Int, in bytes: [UInt8]) -> Position {
        var line = 1
        var column = 1
        for byte in bytes.prefix(offset) {
            if byte == 0x0A {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        return Position(line: line, column: column)
    }
}
