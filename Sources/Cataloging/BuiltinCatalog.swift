internal import Documents

/// The catalog that is compiled into the program.
enum BuiltinCatalog {
    /// Its files.
    ///
    /// The build tool has turned their YAML into JSON, which is read at once.
    ///
    /// - Throws: `Diagnostic` when the embedded text is not JSON: a fault of the build.
    static func files() throws -> [CatalogFile] {
        let root = try Document(Array(embeddedCatalogs.utf8), as: .json).root
        return root.members.map { member in
            CatalogFile(
                path: member.key, digest: member.value["sha256"]?.string ?? "",
                root: member.value["content"] ?? member.value)
        }
    }
}
