internal import Glibc

/// The bytes of a file.
public enum FileBytes {
    /// Reads a file whole; nil when it cannot be opened or read to its end, and `errno` says why.
    public static func read(_ path: String) -> [UInt8]? {
        guard let file = fopen(path, "rb") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
        return ferror(file) == 0 ? bytes : nil
    }

    /// Reads a regular file that is neither empty nor larger than so many bytes; nil for everything else.
    ///
    /// Nothing waits for a pipe that bears the name of a file.
    public static func regular(_ path: String, atMost largest: Int) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0,
            status.st_size <= largest
        else { return nil }
        return read(path)
    }
}
