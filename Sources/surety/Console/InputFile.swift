internal import Glibc

/// A file that the user names.
enum InputFile {
    /// Reads a file whole.
    ///
    /// - Throws: `Failure` when it cannot be read.
    static func read(_ path: String) throws -> [UInt8] {
        guard let file = fopen(path, "rb") else {
            throw Failure.input("\(path) cannot be read: \(String(cString: strerror(errno)))")
        }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            guard count > 0 else { break }
            bytes += buffer[..<count]
        }
        if ferror(file) != 0 { throw Failure.input("\(path) cannot be read to its end") }
        return bytes
    }

    /// Whether there is a file of that name, not a folder.
    static func exists(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }
}
