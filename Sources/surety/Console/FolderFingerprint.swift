internal import Collecting
internal import Documents
internal import Glibc

/// What lies in folders, by name, size and time of change: enough to see that something changed, without reading it.
///
/// It looks where an assessment looks: in the same folders.
struct FolderFingerprint: Equatable {
    private struct Stamp: Equatable {
        let path: String
        let size: Int
        let seconds: Int
        let nanoseconds: Int
    }

    private static let deepest = 64

    private var stamps: [Stamp] = []

    /// Looks at folders and files; what is not there has no stamp.
    init(of paths: [String]) {
        for path in paths { visit(path, depth: 0) }
    }

    private mutating func visit(_ path: String, depth: Int) {
        var status = stat()
        guard depth <= Self.deepest, lstat(path, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            let time = status.st_mtim
            return stamps.append(
                Stamp(path: path, size: Int(status.st_size), seconds: time.tv_sec, nanoseconds: time.tv_nsec))
        }
        for entry in FolderEntry.entries(of: path) ?? [] where !Collection.foldersLeftOut.contains(entry.name) {
            visit(path + "/" + entry.name, depth: depth + 1)
        }
    }
}
