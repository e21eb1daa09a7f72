/// Reads Markdown that may begin with YAML between two lines of `---`.
enum MarkdownParser {
    static func parse(_ source: Source, limits: Limits) throws(Diagnostic) -> Document {
        let lines = source.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        let empty = Node(.object([]), at: .start)
        guard isFence(lines[0]) else {
            return Document(format: .markdown, root: empty, body: text(of: source.bytes[...]))
        }
        guard let close = lines.dropFirst().firstIndex(where: isFence) else {
            let warning = Diagnostic(.syntax, "the front matter is not closed by a line of ---", at: .start)
            return Document(format: .markdown, root: empty, body: text(of: source.bytes[...]), warnings: [warning])
        }
        let matter = source.bytes[lines[1].startIndex..<lines[close].startIndex]
        let body = close + 1 < lines.count ? source.bytes[lines[close + 1].startIndex...] : []
        let isBlank = matter.allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
        let (root, warnings) =
            isBlank ? (empty, []) : try YAMLParser.parse(Array(matter), limits: limits, firstLine: 2)
        return Document(
            format: .markdown, root: root, body: text(of: body), bodyLine: close + 2, warnings: warnings)
    }

    private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
        var line = line
        while let last = line.last, [0x20, 0x09, 0x0D].contains(last) { line.removeLast() }
        return line.elementsEqual("---".utf8)
    }

    private static func text(of bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
