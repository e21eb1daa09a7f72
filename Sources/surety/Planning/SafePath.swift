internal import Glibc

/// Paths that files name: hostile ones lead elsewhere.
enum SafePath {
    /// Whether a path stays below a folder and passes no link, so that writing to it writes there and nowhere else.
    static func isWithin(_ folder: String, _ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard !parts.isEmpty, parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }) else { return false }
        var place = folder
        for part in parts {
            place += "/" + part
            var status = stat()
            guard lstat(place, &status) == 0 else { return errno == ENOENT }
            let kind = status.st_mode & S_IFMT
            guard kind == S_IFDIR || kind == S_IFREG else { return false }
        }
        return true
    }
}
