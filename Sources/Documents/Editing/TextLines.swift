/// The lines of a text by the bytes that they take, and how it breaks and indents them.
struct TextLines {
    let bytes: [UInt8]
    /// First byte of each line.
    private let starts: [Int]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var starts = [0]
        for (offset, byte) in bytes.enumerated() where byte == 0x0A && offset + 1 < bytes.count {
            starts.append(offset + 1)
        }
        self.starts = starts
    }

    var count: Int { starts.count }

    /// The bytes of a line with its break.
    func range(_ line: Int) -> Range<Int> { starts[line]..<(line + 1 < starts.count ? starts[line + 1] : bytes.count) }

    /// The line that holds a byte.
    func line(of offset: Int) -> Int { max(0, (starts.firstIndex { $0 > offset } ?? starts.count) - 1) }

    /// First byte of the line that holds a byte.
    func start(of offset: Int) -> Int { starts[line(of: offset)] }

    /// The byte behind the line that holds a byte, its break left out.
    func end(of offset: Int) -> Int {
        var end = range(line(of: offset)).upperBound
        while end > offset, end > 0, [0x0A, 0x0D].contains(bytes[end - 1]) { end -= 1 }
        return end
    }

    /// Whether nothing but spaces and tabs stands before a byte in its line.
    func isFirst(_ offset: Int) -> Bool { bytes[start(of: offset)..<offset].allSatisfy { $0 == 0x20 || $0 == 0x09 } }

    /// The spaces and tabs with which the line of a byte begins.
    func indent(of offset: Int) -> String {
        String(decoding: bytes[start(of: offset)...].prefix { $0 == 0x20 || $0 == 0x09 }, as: UTF8.self)
    }

    /// How the text breaks lines.
    var lineBreak: String {
        guard let first = bytes.firstIndex(of: 0x0A), first > 0, bytes[first - 1] == 0x0D else { return "\n" }
        return "\r\n"
    }

    /// By how much the text indents: the smallest step that it has; two spaces where it has none.
    var unit: String {
        let indents = (0..<min(count, 400)).compactMap { line -> String? in
            let indent = indent(of: range(line).lowerBound)
            let rest = bytes[(range(line).lowerBound + indent.utf8.count)...].first
            return indent.isEmpty || rest == 0x0A || rest == 0x0D || rest == 0x2A ? nil : indent
        }
        return indents.min { $0.utf8.count < $1.utf8.count } ?? "  "
    }
}
