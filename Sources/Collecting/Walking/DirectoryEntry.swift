internal import Glibc

/// An entry of a folder, as the operating system gives it.
struct DirectoryEntry {
    /// What stands under a name.
    enum Kind {
        case file, folder, link, other
    }

    let name: [UInt8]
    let kind: Kind

    /// The name as text; bytes that are no UTF-8 are written `\xNN`.
    var text: String {
        if let text = String(validating: name, as: UTF8.self) { return text }
        return name.reduce(into: "") { text, byte in
            let hex = String(byte, radix: 16, uppercase: true)
            text += byte < 0x80 ? String(UnicodeScalar(byte)) : "\\x\(hex)"
        }
    }

    /// The entries of a folder, sorted by the bytes of their names; nil when it cannot be opened.
    static func list(_ folder: [UInt8]) -> [DirectoryEntry]? {
        let stream = withPath(folder) { opendir($0) }
        guard let stream else { return nil }
        defer { closedir(stream) }
        var entries: [DirectoryEntry] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if name == Array(".".utf8) || name == Array("..".utf8) { continue }
            entries.append(DirectoryEntry(name: name, kind: kind(entry.pointee.d_type, folder, name)))
        }
        return entries.sorted { $0.name.lexicographicallyPrecedes($1.name) }
    }

    /// What stands at a place, links not followed.
    static func kind(of location: [UInt8]) -> Kind {
        var information = stat()
        guard withPath(location, { lstat($0, &information) }) == 0 else { return .other }
        switch information.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        case S_IFLNK: return .link
        default: return .other
        }
    }

    /// The place that a path leads to when all links are followed; nil when there is none.
    static func resolve(_ location: [UInt8]) -> [UInt8]? {
        guard let resolved = withPath(location, { realpath($0, nil) }) else { return nil }
        defer { free(resolved) }
        return Array(UnsafeRawBufferPointer(start: resolved, count: strlen(resolved)))
    }

    /// Calls a function of the C library with a path.
    static func withPath<Result>(_ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Result) -> Result {
        let terminated = path.map(CChar.init(bitPattern:)) + [0]
        return body(terminated)
    }

    private static func kind(_ type: UInt8, _ folder: [UInt8], _ name: [UInt8]) -> Kind {
        switch Int(type) {
        case Int(DT_REG): .file
        case Int(DT_DIR): .folder
        case Int(DT_LNK): .link
        case Int(DT_UNKNOWN): kind(of: folder + [UInt8(ascii: "/")] + name)
        default: .other
        }
    }
}
