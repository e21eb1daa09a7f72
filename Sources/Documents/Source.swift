/// The text of a file as validated UTF-8, with a way from byte offsets to lines and columns.
struct Source: Sendable {
    /// UTF-8 without a byte-order mark.
    let bytes: [UInt8]
    /// Offset at which each line begins.
    private let lineStarts: [Int]

    /// Decodes a file.
    ///
    /// - Throws: `Diagnostic` for bytes that are no text, too many bytes, and merge-conflict markers.
    init(_ raw: [UInt8], limits: Limits) throws(Diagnostic) {
        guard raw.count <= limits.bytes else {
            throw Diagnostic(.limit, "the file has \(raw.count) bytes; at most \(limits.bytes) are read", at: nil)
        }
        let bytes = try Encoding.utf8(raw)
        var starts = [0]
        for (offset, byte) in bytes.enumerated() where byte == 0x0A { starts.append(offset + 1) }
        self.bytes = bytes
        lineStarts = starts
        if let zero = bytes.firstIndex(of: 0) {
            throw Diagnostic(.encoding, "the file holds a NUL byte", at: position(of: zero))
        }
        try refuseConflicts()
    }

    /// Line and column of a byte.
    func position(of offset: Int) -> Position {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        let end = min(offset, bytes.count)
        let scalars = bytes[lineStarts[low]..<max(end, lineStarts[low])].count { $0 & 0xC0 != 0x80 }
        return Position(line: low + 1, column: scalars + 1)
    }

    private func refuseConflicts() throws(Diagnostic) {
        for start in lineStarts {
            guard start + 7 < bytes.count, bytes[start] == UInt8(ascii: "<") || bytes[start] == UInt8(ascii: ">") else {
                continue
            }
            let line = bytes[start..<(start + 7)]
            guard line.allSatisfy({ $0 == bytes[start] }), bytes[start + 7] == UInt8(ascii: " ") else { continue }
            throw Diagnostic(.syntax, "an unresolved merge-conflict marker", at: position(of: start))
        }
    }
}
