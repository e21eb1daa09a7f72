internal import Documents
internal import Glibc

/// A file that the user names.
enum InputFile {
    /// Reads a file whole.
    ///
    /// - Throws: `Failure` when it cannot be read.
    static func read(_ path: String) throws -> [UInt8] {
        guard let bytes = FileBytes.read(path) else {
            throw Failure.input("\(path) cannot be read: \(String(cString: strerror(errno)))")
        }
        return bytes
    }

    /// Whether there is a file of that name, not a folder.
    static func exists(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }
}
