internal import Hashing

/// A file that was judged by, and the name that reports know it by.
struct NamedFile {
    let name: String
    let bytes: [UInt8]

    /// Reads a file; of an absolute path only the last part is its name, since the rest says where somebody's machine has it.
    ///
    /// - Throws: `Failure` when it cannot be read.
    init(given path: String) throws {
        self.init(name: Self.name(of: path), bytes: try InputFile.read(path))
    }

    init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// The name of a file that the user gave by a path.
    static func name(of path: String) -> String {
        path.hasPrefix("/") ? path.split(separator: "/").last.map(String.init) ?? path : path
    }

    var sha256: String { SHA256.hex(bytes) }
}
