internal import Documents

/// A file of a product, read once for all collectors.
struct SourceFile: Sendable {
    /// What became of the attempt to read it.
    enum Content: Sendable {
        /// The tree; for plain text none.
        case document(Document)
        /// Plain text.
        case text
        /// Not readable, and why.
        case refused(Diagnostic)
    }

    /// Where it is.
    let path: FilePath
    /// What it is to the collector that reads it.
    let kind: ArtifactKind
    /// SHA-256 of its bytes in lower-case hexadecimal; nil when they could not be read.
    let sha256: String?
    /// Size in bytes.
    let size: Int
    /// What became of the attempt to read it.
    let content: Content
    /// The secrets that stand in it, for redaction only.
    let secrets: [FileSecret]

    private let text: LineText

    init(path: FilePath, kind: ArtifactKind, sha256: String?, size: Int, text: LineText, content: Content) {
        self.path = path
        self.kind = kind
        self.sha256 = sha256
        self.size = size
        self.text = text
        self.content = content
        if case .document(let document) = content { secrets = Redaction.secrets(of: document) } else { secrets = [] }
    }

    init(path: FilePath, kind: ArtifactKind, sha256: String?, size: Int, lines: [String], content: Content) {
        let text = LineText(Array(lines.joined(separator: "\n").utf8))
        self.init(path: path, kind: kind, sha256: sha256, size: size, text: text, content: content)
    }

    /// Its lines, decoded, without line ends; empty when refused.
    ///
    /// Made anew each time: for one line use `line(_:)`.
    var lines: [String] { text.all }

    /// One line, from 1, without its end.
    func line(_ number: Int) -> String? { text[number] }

    /// The tree, when it could be read.
    var document: Document? {
        if case .document(let document) = content { document } else { nil }
    }

    /// Why it could not be read, when it could not.
    var refusal: Diagnostic? {
        if case .refused(let diagnostic) = content { diagnostic } else { nil }
    }
}
