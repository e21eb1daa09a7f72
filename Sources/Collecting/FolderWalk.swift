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

    private static let deepest = 64

    private(set) var files: [FilePath] = []
    private(set) var omissions: [Omission] = []
    /// Real paths of the linked folders that the walk is in.
    private var followed: [String] = []
    private let isClaimed: @Sendable (FilePath) -> Bool
    private let root: String
    private let realRoot: String
    /// Whether it is a folder, not one file.
    let isFolder: Bool

    /// Walks a folder, or takes the one file that it is.
    ///
    /// - Parameters:
    ///   - root: The folder or file.
    ///   - isClaimed: Whether a collector reads a file of such a path.
    /// - Throws: `CollectionError` when there is nothing of that name.
    init(_ root: String, isClaimed: @escaping @Sendable (FilePath) -> Bool = { _ in true }) throws(CollectionError) {
        self.isClaimed = isClaimed
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

    /// Whether the folder is a repository of its own.
    var isRepository: Bool { isFolder && access(root + "/.git", F_OK) == 0 }

    /// The path by which the file is opened.
    func location(of path: FilePath) -> String {
        isFolder ? root + "/" + path.components.joined(separator: "/") : root
    }

    /// Whether a path leads to something inside the folder, links followed.
    func holds(_ path: FilePath) -> Bool {
        guard isFolder else { return files.contains(path) }
        guard !path.components.isEmpty, let real = realpath(location(of: path), nil) else { return false }
        defer { free(real) }
        return String(cString: real).hasPrefix(realRoot == "/" ? "/" : realRoot + "/")
    }

    /// The path inside the folder of an absolute path; nil for what lies outside.
    func inside(_ absolute: String) -> FilePath? {
        guard let real = realpath(absolute, nil) else { return nil }
        defer { free(real) }
        let path = String(cString: real)
        let root = realRoot == "/" ? "/" : realRoot + "/"
        return path.hasPrefix(root) ? FilePath(String(path.dropFirst(root.count))) : nil
    }

    /// The folder or file as an absolute path without links.
    var absolute: String { realRoot }

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
            if Collection.foldersLeftOut.contains(path.name) {
                if path.name != ".git" { omit(path, "excluded", "folders named \(path.name) are left out") }
            } else {
                walk(path, depth: depth + 1)
            }
        case .link: follow(path, depth)
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

    /// A link to a file inside the folder counts as that file, and a link to a folder where products keep their files
    /// (`.claude`, or anything in it) as that folder; other links to folders are not followed.
    ///
    /// A product's link that cannot be followed hides configuration, and is refused; another is left out.
    private mutating func follow(_ path: FilePath, _ depth: Int) {
        let isProducts = path.components.contains { $0.hasPrefix(".") }
        let status = isProducts || isClaimed(path) ? "refused" : "excluded"
        guard let real = realpath(location(of: path), nil) else {
            return omit(path, status, "a symbolic link that leads nowhere")
        }
        defer { free(real) }
        let target = String(cString: real)
        var entry = stat()
        guard stat(target, &entry) == 0 else { return }
        let isFolder = entry.st_mode & S_IFMT == S_IFDIR
        if isFolder && !isProducts {
            omit(path, "excluded", "a symbolic link to a folder is not followed")
        } else if !target.hasPrefix(realRoot + "/") {
            omit(path, status, "a symbolic link that leads outside the assessed folder")
        } else if isFolder {
            let isLoop = followed.contains(target) || (realRoot + "/" + path.text).hasPrefix(target + "/")
            guard !isLoop else { return omit(path, "excluded", "a symbolic link back into its own folders") }
            followed.append(target)
            walk(path, depth: depth + 1)
            followed.removeLast()
        } else if entry.st_mode & S_IFMT == S_IFREG {
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
