internal import Glibc

/// The folder that holds the catalogs.
enum CatalogFolder {
    /// Paths of the YAML files below `frameworks/` and `checks/`, relative to the folder, sorted.
    ///
    /// - Throws: `Unreadable` for a folder that cannot be listed.
    static func files(in root: String) throws -> [String] {
        try ["checks", "frameworks"].flatMap { try files(in: root, below: $0) }.sorted()
    }

    private static func files(in root: String, below prefix: String) throws -> [String] {
        guard let stream = opendir(root + "/" + prefix) else { throw Unreadable(path: root + "/" + prefix) }
        defer { closedir(stream) }
        var found: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard !name.hasPrefix(".") else { continue }
            let path = prefix + "/" + name
            if Int32(entry.pointee.d_type) == Int32(DT_DIR) {
                found += try files(in: root, below: path)
            } else if name.hasSuffix(".yaml") {
                found.append(path)
            }
        }
        return found
    }
}
