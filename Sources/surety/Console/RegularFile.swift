internal import Glibc

/// A file of somebody else's folder: nothing waits for a pipe, and no link is followed.
enum RegularFile {
    /// Reads a regular file whole.
    ///
    /// - Throws: `Failure` for anything else, and for a file that is larger than it may be.
    static func read(_ path: String, atMost largest: Int) throws -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else {
            let isLink = errno == ELOOP
            throw Failure.input(
                isLink ? "\(path) is a link, which is not followed" : "\(path): \(String(cString: strerror(errno)))")
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw Failure.input("\(path) is no file")
        }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            guard count >= 0 else { throw Failure.input("\(path): \(String(cString: strerror(errno)))") }
            if count == 0 { return bytes }
            guard bytes.count + count <= largest else { throw Failure.input("\(path) is larger than what is read") }
            bytes += buffer.prefix(count)
        }
    }
}
