internal import Documents
internal import Glibc

/// What lies in the assessed folder: regular files, and what was left out or cannot be opened.
struct FolderWalk {
    /// A file or folder that is not read, and why.
    struct Omission: Hashable {
        let path: FilePath
        let status: String
        let reason: String
    }

    /// Folders of other people's code or of version control: large, and not the agent's configuration.
    private static let leftOut: Set<String> = [
        ".git", "node_modules", ".build", ".venv", "venv", "__pycache__", ".tox",
    ]
    private static let deepest = 64

    private(set) var files: [FilePath] = []
    private(set) var omissions: [Omission] = []
    private let root: String
    private let realRoot: String
    private let isFolder: Bool

    /// Walks a folder, or takes the one file that it is.
    ///
    /// - Throws: `CollectionError` when there is nothing of that name.
    init(_ root: String) throws(CollectionError) {
        guard let real = realpath(root, nil) else {
            throw CollectionError("\(root): \(String(cString: strerror(errno)))")
        }
        defer { free(real) }
        self.root = root
        realRoot = String(cString: real)
        var status = stat()
        isFolder = stat(root, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
        guard isFolder else {
            files = [FilePath([String(realRoot.split(separator: "/").last ?? "")])]
            return
        }
        walk(FilePath([]), depth: 0)
        files.sort()
    }

    /// The path by which the file is opened.
    func location(of path: FilePath) -> String {
        isFolder ? root + "/" + path.components.joined(separator: "/") : root
    }

    private mutating func walk(_ folder: FilePath, depth: Int) {
        guard depth <= Self.deepest else {
            return omit(folder, "refused", "folders are nested deeper than \(Self.deepest)")
        }
        guard let entries = FolderEntry.entries(of: root + "/" + folder.components.joined(separator: "/")) else {
            return omit(folder, "refused", "the folder cannot be opened: \(String(cString: strerror(errno)))")
        }
        for entry in entries { visit(FilePath(folder.components + [entry.name]), entry.kind, depth) }
    }

    private mutating func visit(_ path: FilePath, _ kind: FolderEntry.Kind, _ depth: Int) {
        switch kind {
        case .folder:
            if Self.leftOut.contains(path.name) {
                if path.name != ".git" { omit(path, "excluded", "folders named \(path.name) are left out") }
            } else {
                walk(path, depth: depth + 1)
            }
        case .link: follow(path)
        case .unknown: visit(path, entryKind(of: path), depth)
        // Reading refuses pipes, sockets and devices, and so names those that bear the name of a product's file.
        case .file, .other: files.append(path)
        }
    }

    /// What stands there, on file systems that do not say it in the folder.
    private func entryKind(of path: FilePath) -> FolderEntry.Kind {
        var status = stat()
        guard lstat(location(of: path), &status) == 0 else { return .other }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: return .folder
        case S_IFREG: return .file
        case S_IFLNK: return .link
        default: return .other
        }
    }

    /// A link to a file inside the folder counts as that file; links to folders are not followed, so no loop is possible.
    private mutating func follow(_ path: FilePath) {
        guard let real = realpath(location(of: path), nil) else {
            return omit(path, "refused", "a symbolic link that leads nowhere")
        }
        defer { free(real) }
        let target = String(cString: real)
        var status = stat()
        guard stat(target, &status) == 0 else { return }
        if status.st_mode & S_IFMT == S_IFDIR {
            omit(path, "excluded", "a symbolic link to a folder is not followed")
        } else if !target.hasPrefix(realRoot + "/") {
            omit(path, "refused", "a symbolic link that leads outside the assessed folder")
        } else if status.st_mode & S_IFMT == S_IFREG {
            files.append(path)
        }
    }

    private mutating func omit(_ path: FilePath, _ status: String, _ reason: String) {
        omissions.append(Omission(path: path, status: status, reason: reason))
    }
}

/// Why nothing could be collected.
public struct CollectionError: Error, CustomStringConvertible {
    /// The cause, in words.
    public let description: String

    init(_ description: String) { self.description = description }
}
