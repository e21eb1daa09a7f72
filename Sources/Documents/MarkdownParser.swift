/// Reads Markdown that may begin with YAML between two lines of `---`.
enum MarkdownParser {
    static func parse(_ source: Source, limits: Limits) throws(Diagnostic) -> Document {
        let bytes = source.bytes
        let empty = Node(.object([]), at: .start)
        var end = lineEnd(bytes, from: 0)
        let start = end
        guard isFence(bytes[0..<end]) else {
            return Document(format: .markdown, root: empty, body: text(of: bytes[...]))
        }
        var line = 1
        while end < bytes.count {
            let next = lineEnd(bytes, from: end)
            line += 1
            if isFence(bytes[end..<next]) {
                return try document(bytes, matter: start..<end, body: next, bodyLine: line + 1, limits: limits)
            }
            end = next
        }
        let warning = Diagnostic(.syntax, "the front matter is not closed by a line of ---", at: .start)
        return Document(format: .markdown, root: empty, body: text(of: bytes[...]), warnings: [warning])
    }

    private static func document(
        _ bytes: [UInt8], matter: Range<Int>, body: Int, bodyLine: Int, limits: Limits
    ) throws(Diagnostic) -> Document {
        var (root, warnings) = try YAMLParser.parse(Array(bytes[matter]), limits: limits, firstLine: 2)
        if !root.isObject {
            if root.content != .null {
                warnings.append(Diagnostic(.syntax, "the front matter holds no keys", at: root.position))
            }
            root = Node(.object([]), at: root.position)
        }
        return Document(
            format: .markdown, root: root, body: text(of: bytes[body...]), bodyLine: bodyLine, warnings: warnings)
    }

    /// Offset behind the line break of the line that holds the offset.
    private static func lineEnd(_ bytes: [UInt8], from start: Int) -> Int {
        bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
    }

    private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
        var line = line
        while let last = line.last, [0x20, 0x09, 0x0A, 0x0D].contains(last) { line.removeLast() }
        return line.elementsEqual("---".utf8)
    }

    private static func text(of bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
