internal import Glibc

/// A file that appears whole or not at all.
enum AtomicFile {
    /// Writes a file beside its name and renames it into place.
    ///
    /// - Throws: `Failure` when the folder cannot be made or the file cannot be written.
    static func write(to path: String, _ body: (_ append: @escaping ([UInt8]) throws -> Void) throws -> Void) throws {
        try makeFolder(of: path)
        let temporary = "\(path).\(getpid()).part"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw Failure.input("\(path) cannot be written: \(String(cString: strerror(errno)))")
        }
        do {
            try body { try send($0, to: descriptor, path) }
        } catch {
            close(descriptor)
            unlink(temporary)
            throw error
        }
        close(descriptor)
        guard rename(temporary, path) == 0 else {
            throw Failure.input("\(path) cannot be put in place: \(String(cString: strerror(errno)))")
        }
    }

    private static func send(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard written > 0 else {
                throw Failure.input("\(path) cannot be written: \(String(cString: strerror(errno)))")
            }
            rest = rest.dropFirst(written)
        }
    }

    private static func makeFolder(of path: String) throws {
        var made = path.hasPrefix("/") ? "" : "."
        for component in path.split(separator: "/").dropLast() {
            made += "/" + component
            if mkdir(made, 0o755) != 0 && errno != EEXIST {
                throw Failure.input("folder \(made) cannot be made: \(String(cString: strerror(errno)))")
            }
        }
    }
}
