internal import Archive
internal import Documents
internal import Glibc

/// An evidence bundle on disk: a folder, or a ZIP archive when its name ends so.
enum BundleFiles {
    private static let most = 10_000
    private static let largest = 1 << 30

    /// Whether a path is a bundle, and not a single envelope.
    static func isBundle(_ path: String) -> Bool { isArchive(path) || isFolder(path) }

    private static func isArchive(_ path: String) -> Bool { path.lowercased().hasSuffix(".zip") }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// All files by their paths in the bundle.
    ///
    /// - Throws: `Failure` for links, devices, names that lead elsewhere, and archives that can be read in two ways.
    static func read(_ path: String) throws -> [String: [UInt8]] {
        if isArchive(path) {
            let bytes = try RegularFile.read(path, atMost: largest)
            let archive = try Failure.asInput(about: path) { try ZipArchive(reading: bytes) }
            return Dictionary(archive.entries.map { ($0.name, $0.bytes) }, uniquingKeysWith: { first, _ in first })
        }
        var files: [String: [UInt8]] = [:]
        var left = largest
        try walk(path, "", &files, &left)
        if let (one, other) = EntryName.clash(in: files.keys.sorted()) {
            throw Failure.input("\(path): \(one) and \(other) are one file on some systems")
        }
        return files
    }

    private static func walk(
        _ root: String, _ prefix: String, _ files: inout [String: [UInt8]], _ left: inout Int
    ) throws {
        guard let entries = FolderEntry.entries(of: root + "/" + prefix) else {
            throw Failure.input("\(root)/\(prefix) cannot be read: \(String(cString: strerror(errno)))")
        }
        for entry in entries {
            let name = prefix + entry.name
            if let fault = EntryName.fault(of: name) { throw Failure.input("\(root): the name '\(name)' \(fault)") }
            if entry.kind == .folder {
                try walk(root, name + "/", &files, &left)
                continue
            }
            // A link, a pipe or a device is refused when it is opened.
            let bytes = try RegularFile.read(root + "/" + name, atMost: left)
            left -= bytes.count
            files[name] = bytes
            if files.count > most { throw Failure.input("\(root): more than \(most) files are not read") }
        }
    }

    /// Writes a bundle, which appears whole or not at all.
    ///
    /// - Throws: `Failure` when something stands there already, or it cannot be written.
    static func write(_ files: [(name: String, bytes: [UInt8])], to path: String) throws {
        let sorted = files.sorted { $0.name < $1.name }
        for file in sorted {
            if let fault = EntryName.fault(of: file.name) {
                throw Failure.input("'\(file.name)' cannot be in a bundle: the name \(fault)")
            }
        }
        if let (one, other) = EntryName.clash(in: sorted.map(\.name)) {
            throw Failure.input("\(one) and \(other) cannot be in one bundle: some systems take them for one file")
        }
        if isArchive(path) {
            guard ZipArchive.fit(sorted) else { throw Failure.input("\(path): more than 4 GiB; write a folder") }
            return try AtomicFile.write(to: path) { try $0(ZipArchive(entries: sorted).bytes) }
        }
        let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
        guard !isFolder(folder) || FolderEntry.entries(of: folder)?.isEmpty == true else {
            throw Failure.input("\(folder) is not empty: what lies there would be in the bundle")
        }
        let temporary = "\(folder).\(getpid()).part"
        for file in sorted { try AtomicFile.write(to: temporary + "/" + file.name) { try $0(file.bytes) } }
        guard rename(temporary, folder) == 0 else {
            throw Failure.input("\(folder) cannot be put in place: \(String(cString: strerror(errno)))")
        }
    }
}
