/// A text that gives out its lines. One block of bytes: an array of strings would take several times the memory.
struct LineText: Sendable {
    private let bytes: [UInt8]
    private let starts: [Int32]

    /// A text of valid UTF-8; other bytes are replaced when a line is given out.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var starts: [Int32] = bytes.isEmpty ? [] : [0]
        for (offset, byte) in bytes.enumerated() where byte == 0x0A {
            starts.append(Int32(truncatingIfNeeded: offset + 1))
        }
        if bytes.last == 0x0A { starts.removeLast() }
        self.starts = starts
    }

    /// No text.
    static let empty = LineText([])

    /// All lines.
    var all: [String] { starts.indices.map(line) }

    /// One line, from 1.
    subscript(number: Int) -> String? {
        starts.indices.contains(number - 1) ? line(number - 1) : nil
    }

    private func line(_ index: Int) -> String {
        let start = Int(starts[index])
        var end = index + 1 < starts.count ? Int(starts[index + 1]) - 1 : bytes.count
        if index + 1 == starts.count, end > start, bytes[end - 1] == 0x0A { end -= 1 }
        if end > start, bytes[end - 1] == 0x0D { end -= 1 }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }
}
