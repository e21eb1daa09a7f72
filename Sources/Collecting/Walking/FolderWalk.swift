internal import Glibc

/// Walks a folder without following links to folders, in the order of the names' bytes.
struct FolderWalk {
    /// The files that were asked for.
    private(set) var files: [FoundFile] = []
    /// Folders that were not entered.
    private(set) var leftOut: [LeftOut] = []

    private let root: [UInt8]
    private let isWanted: (FilePath) -> Bool

    /// Walks at once.
    ///
    /// - Parameters:
    ///   - root: The folder, resolved.
    ///   - prefix: What the paths begin with.
    ///   - isWanted: Whether a file of that path is to be found.
    init(_ root: [UInt8], prefix: FilePath, isWanted: @escaping (FilePath) -> Bool) {
        self.root = root
        self.isWanted = isWanted
        enter(root, at: prefix, depth: 0)
    }

    private static let deepest = 200

    /// Folders of fetched or built code. Products do not read their configuration from them.
    private static let heavy: Set<String> = [
        ".git", ".hg", ".svn", "node_modules", "bower_components", ".build", "DerivedData", ".venv", "venv", ".tox",
        "__pycache__", ".mypy_cache", ".pytest_cache", "site-packages", ".gradle", ".terraform", "Pods", "vendor",
        ".next", ".nuxt",
    ]

    private mutating func enter(_ location: [UInt8], at path: FilePath, depth: Int) {
        guard depth <= Self.deepest else {
            leftOut.append(
                LeftOut(path: path, reason: "folders nest deeper than \(Self.deepest) levels", isRefused: true))
            return
        }
        guard let entries = DirectoryEntry.list(location) else {
            leftOut.append(LeftOut(path: path, reason: "cannot be opened: \(Self.lastError)", isRefused: true))
            return
        }
        for entry in entries {
            visit(entry, in: location, at: FilePath(path.components + [entry.text]), depth: depth)
        }
    }

    private mutating func visit(_ entry: DirectoryEntry, in folder: [UInt8], at path: FilePath, depth: Int) {
        let location = folder + [UInt8(ascii: "/")] + entry.name
        switch entry.kind {
        case .folder where Self.heavy.contains(entry.text):
            leftOut.append(LeftOut(path: path, reason: "fetched, built or internal files", isRefused: false))
        case .folder:
            enter(location, at: path, depth: depth + 1)
        case .file:
            if isWanted(path) { files.append(FoundFile(path: path, location: location, refusal: nil)) }
        case .link:
            follow(location, at: path)
        case .other:
            if isWanted(path) {
                files.append(FoundFile(path: path, location: location, refusal: "not a regular file"))
            }
        }
    }

    private mutating func follow(_ location: [UInt8], at path: FilePath) {
        guard let target = DirectoryEntry.resolve(location) else {
            if isWanted(path) {
                files.append(FoundFile(path: path, location: location, refusal: "the link leads nowhere"))
            }
            return
        }
        let isInside =
            target == root || target.starts(with: root == [UInt8(ascii: "/")] ? root : root + [UInt8(ascii: "/")])
        switch DirectoryEntry.kind(of: target) {
        case .folder:
            let reason = isInside ? "link to a folder, not followed" : "link to a folder outside the assessed folder"
            leftOut.append(LeftOut(path: path, reason: reason, isRefused: false))
        case .file where isWanted(path):
            let refusal = isInside ? nil : "the link leads outside the assessed folder"
            files.append(FoundFile(path: path, location: target, refusal: refusal))
        case .other where isWanted(path), .link where isWanted(path):
            files.append(FoundFile(path: path, location: location, refusal: "not a regular file"))
        default: break
        }
    }

    private static var lastError: String { String(cString: strerror(errno)) }
}
