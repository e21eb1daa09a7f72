internal import Compliance
internal import Documents
internal import Glibc

/// The files of the assessed folder, as a collector may cite them: by paths that stay inside, digests by Surety alone.
struct CitedFiles {
    private let walk: FolderWalk
    /// Components that stand before the paths of the walk.
    let prefix: [String]
    private let known: [FilePath: SourceFile]
    /// The files that were cited, by the paths of the evidence.
    private(set) var read: [FilePath: SourceFile] = [:]

    /// The files of a walk; those that Surety read already are not read again.
    init(_ walk: FolderWalk, prefix: [String], known: [FilePath: SourceFile]) {
        self.walk = walk
        self.prefix = prefix
        self.known = known
    }

    /// The file at a path that a collector wrote.
    ///
    /// - Throws: `CollectorProblem` when the path leads outside or to no file.
    mutating func file(_ text: String, kind: String) throws(CollectorProblem) -> SourceFile {
        let components = text.split(separator: "/", omittingEmptySubsequences: false)
        guard !text.isEmpty, !text.hasPrefix("/"), !components.contains(".."), !components.contains(""),
            !text.utf8.contains(0)
        else {
            throw CollectorProblem("'\(text)' is not a path below the assessed folder")
        }
        let inside = FilePath(text)
        let path = FilePath(prefix + inside.components)
        if let file = read[path] { return file }
        guard walk.holds(inside) else {
            throw CollectorProblem("there is no file '\(text)' in the assessed folder")
        }
        let file = known[path] ?? Self.read(walk.location(of: inside), path, kind)
        read[path] = file
        return file
    }

    /// Puts a refused file in the place of the read one.
    mutating func refuse(_ file: SourceFile, because diagnostic: Diagnostic) {
        read[file.path] = file.refused(diagnostic)
    }

    /// In its format, so that its secrets are known wherever they stand; as text when it is broken or of another.
    private static func read(_ location: String, _ path: FilePath, _ kind: String) -> SourceFile {
        let formats: [(String, Document.Format)] = [
            (".json", .json), (".yaml", .yaml), (".yml", .yaml), (".toml", .toml),
        ]
        if let format = formats.first(where: { path.name.hasSuffix($0.0) })?.1 {
            let file = SourceFile.read(location, path: path, kind: ArtifactKind(kind, format))
            if file.refusal == nil { return file }
        }
        return SourceFile.read(location, path: path, kind: ArtifactKind(kind, nil))
    }
}
