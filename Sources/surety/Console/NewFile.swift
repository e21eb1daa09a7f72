internal import Glibc

/// A file that is made, and never written over another.
enum NewFile {
    /// Whether anything stands at a path, a link that leads nowhere too.
    static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// Makes a file with a mode; for that moment on nobody else may read what they should not.
    ///
    /// - Throws: `Failure` when something stands there already, or it cannot be written whole.
    static func write(_ bytes: [UInt8], to path: String, mode: mode_t) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
        guard descriptor >= 0 else {
            throw Failure.input("\(path) cannot be made: \(String(cString: strerror(errno)))")
        }
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard written > 0 else {
                let why = String(cString: strerror(errno))
                close(descriptor)
                remove(path)
                throw Failure.input("\(path) cannot be written: \(why)")
            }
            rest = rest.dropFirst(written)
        }
        close(descriptor)
    }

    /// Takes away what was just made.
    static func remove(_ path: String) { unlink(path) }
}
