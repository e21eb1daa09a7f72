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
        /// Not readable as a whole, but a collector took what stands in it for itself; and what it left.
        case partial(Diagnostic)
    }

    /// Where it is.
    let path: FilePath
    /// Where it is, as rows say it; one text for all of them.
    let place: String
    /// What it is to the collector that reads it.
    let kind: ArtifactKind
    /// SHA-256 of its bytes in lower-case hexadecimal; nil when they could not be read.
    let sha256: String?
    /// Size in bytes.
    let size: Int
    /// Its lines, decoded, without line ends; empty when refused, unless it is a template.
    let lines: [String]
    /// What became of the attempt to read it.
    let content: Content
    /// The secrets in its values, so that none of its lines shows one.
    var secrets: FileSecrets

    init(
        path: FilePath, kind: ArtifactKind, sha256: String?, size: Int, lines: [String], content: Content,
        secrets: FileSecrets = FileSecrets()
    ) {
        self.path = path
        place = path.text
        self.kind = kind
        self.sha256 = sha256
        self.size = size
        self.lines = lines
        self.content = content
        self.secrets = secrets
    }

    /// The tree, when it could be read.
    var document: Document? {
        if case .document(let document) = content { document } else { nil }
    }

    /// Why it could not be read, when it could not.
    var refusal: Diagnostic? {
        if case .refused(let diagnostic) = content { diagnostic } else { nil }
    }

    /// Why only parts of it were read, when it is so.
    var gap: Diagnostic? {
        if case .partial(let diagnostic) = content { diagnostic } else { nil }
    }

    /// The same file, of which parts were read.
    func readInPart(_ diagnostic: Diagnostic) -> SourceFile {
        SourceFile(
            path: path, kind: kind, sha256: sha256, size: size, lines: lines, content: .partial(diagnostic),
            secrets: secrets)
    }

    /// The same file, refused because of what stands in it.
    func refused(_ diagnostic: Diagnostic) -> SourceFile {
        SourceFile(
            path: path, kind: kind, sha256: sha256, size: size, lines: lines, content: .refused(diagnostic),
            secrets: secrets)
    }
}
