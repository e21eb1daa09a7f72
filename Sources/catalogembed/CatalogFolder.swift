internal import Documents

/// The folder that holds the catalogs.
enum CatalogFolder {
    /// Paths of the YAML files below `frameworks/`, `checks/`, `mappings/` and `profiles/`, relative to the folder, sorted.
    ///
    /// - Throws: `Unreadable` for a folder that cannot be listed.
    static func files(in root: String) throws -> [String] {
        try ["checks", "frameworks", "mappings", "profiles"].flatMap { try files(in: root, below: $0) }.sorted()
    }

    private static func files(in root: String, below prefix: String) throws -> [String] {
        guard let entries = FolderEntry.entries(of: root + "/" + prefix) else {
            throw Unreadable(path: root + "/" + prefix)
        }
        return try entries.filter { !$0.name.hasPrefix(".") }.flatMap { entry in
            let path = prefix + "/" + entry.name
            if entry.kind == .folder { return try files(in: root, below: path) }
            return entry.name.hasSuffix(".yaml") ? [path] : []
        }
    }
}
