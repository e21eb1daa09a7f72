public import Documents

/// The lines of a file as they may be shown: without any secret that its values hold.
public struct ShownLines: Sendable {
    private let file: SourceFile
    /// The number of each line by its text, for lines that come again a little otherwise.
    private let numbers: [String: Int]

    /// The lines of a file that was read as a tree.
    public init(_ bytes: [UInt8], root: Node, path: String) {
        let lines = String(decoding: bytes, as: UTF8.self).split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline
        ).map(String.init)
        file = SourceFile(
            path: FilePath(path), kind: ArtifactKind("settings", nil), sha256: nil, size: bytes.count, lines: lines,
            content: .text,
            secrets: Redaction.secrets(in: root))
        let cores = lines.enumerated().map { (Self.core($1), $0 + 1) }
        numbers = Dictionary(cores, uniquingKeysWith: { first, _ in first })
    }

    /// A line without secrets; its number in the file is nil for one that is not in it as it stands.
    public func shown(_ line: String, number: Int?) -> String {
        Redaction.redact(line, in: file, at: number ?? numbers[Self.core(line)])
    }

    /// A line without the blanks around it and the comma at its end.
    private static func core(_ line: String) -> String {
        var text = line.drop { $0.isWhitespace }
        while let last = text.last, last.isWhitespace || last == "," { text.removeLast() }
        return String(text)
    }
}
