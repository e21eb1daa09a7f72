/// A folder or file that was named on the command line.
struct Place {
    /// The resolved folder, or the folder of the file.
    let root: [UInt8]
    /// What the paths of its files begin with.
    let prefix: FilePath
    /// The file, when a file was named.
    let file: FoundFile?

    /// Finds it.
    ///
    /// - Throws: `CollectionError` when it is not there, or is neither folder nor file.
    init(_ path: String, prefix: FilePath) throws(CollectionError) {
        guard let resolved = DirectoryEntry.resolve(Array(path.utf8)) else {
            throw CollectionError(description: "\(path): there is no such file or folder")
        }
        switch DirectoryEntry.kind(of: resolved) {
        case .folder:
            root = resolved
            self.prefix = prefix
            file = nil
        case .file:
            root = Array(resolved[..<(resolved.lastIndex(of: UInt8(ascii: "/")) ?? 0)])
            self.prefix = prefix
            file = FoundFile(path: Self.name(path, resolved), location: resolved, refusal: nil)
        default:
            throw CollectionError(description: "\(path): neither a folder nor a regular file")
        }
    }

    /// The path of a single file as its product knows it: an absolute one keeps the folders with a leading dot, since
    /// `.claude/settings.json` is not any `settings.json`.
    private static func name(_ given: String, _ resolved: [UInt8]) -> FilePath {
        if !given.hasPrefix("/"), !given.contains("..") { return FilePath(given) }
        let components = FilePath(String(decoding: resolved, as: UTF8.self)).components
        let hidden = components.dropLast().suffix(3).lastIndex { $0.hasPrefix(".") }
        return FilePath(Array(components[(hidden ?? components.count - 1)...]))
    }
}
