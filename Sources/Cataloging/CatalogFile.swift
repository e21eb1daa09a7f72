internal import Documents

/// One file of a catalog: where it lies in its folder, its digest, and its tree.
struct CatalogFile: Sendable {
    /// Path in the catalog's folder, for example `checks/mcp/transport-encrypted.yaml`.
    let path: String
    /// SHA-256 of the YAML.
    let digest: String
    /// The tree.
    let root: Node
    /// Whether what it says was reviewed before, as that of the built-in files is: only a file that was not is reviewed.
    var isReviewed = false

    /// The folders of a catalog.
    private static let folders = ["checks", "frameworks", "mappings", "profiles"]

    /// Reads all YAML files of a folder's `frameworks/`, `checks/`, `mappings/` and `profiles/`, sorted by path.
    ///
    /// - Throws: `CatalogProblems` for a folder or file that cannot be read.
    static func all(in folder: String) throws -> [CatalogFile] { try parsed(sources(in: folder)) }

    /// The same files, not yet parsed.
    static func sources(in folder: String) throws -> [CatalogSource] {
        var paths: [String] = []
        try list(folder, "", into: &paths)
        guard !paths.isEmpty else {
            throw CatalogProblems(problems: [
                problem(
                    folder, "there are no frameworks/*.yaml, mappings/*.yaml, profiles/*.yaml or checks/<area>/*.yaml",
                    .start)
            ])
        }
        var sources: [CatalogSource] = []
        var problems: [CatalogProblem] = []
        for path in paths.sorted() {
            let full = folder + "/" + path
            if let bytes = FileBytes.read(full) {
                sources.append(CatalogSource(path: path, bytes: bytes, shown: full))
            } else {
                problems.append(problem(full, "cannot be read", .start))
            }
        }
        guard problems.isEmpty else { throw CatalogProblems(problems: problems) }
        return sources
    }

    /// The trees of files that were read.
    ///
    /// - Throws: `CatalogProblems` for those that are no YAML.
    static func parsed(_ sources: [CatalogSource]) throws -> [CatalogFile] {
        var files: [CatalogFile] = []
        var problems: [CatalogProblem] = []
        for source in sources {
            do {
                files.append(try source.parsed())
            } catch {
                problems.append(error)
            }
        }
        guard problems.isEmpty else { throw CatalogProblems(problems: problems) }
        return files
    }

    private static func problem(_ path: String, _ message: String, _ position: Position) -> CatalogProblem {
        CatalogProblem(path: path, position: position, message: message)
    }

    private static func list(_ folder: String, _ prefix: String, into paths: inout [String]) throws {
        guard let entries = FolderEntry.entries(of: folder + "/" + prefix) else {
            throw CatalogProblems(problems: [problem(folder + "/" + prefix, "the folder cannot be read", .start)])
        }
        for entry in entries where !entry.name.hasPrefix(".") {
            let path = prefix.isEmpty ? entry.name : prefix + "/" + entry.name
            if entry.kind == .folder {
                if prefix.isEmpty && !folders.contains(entry.name) { continue }
                try list(folder, path, into: &paths)
            } else if !prefix.isEmpty && (entry.name.hasSuffix(".yaml") || entry.name.hasSuffix(".yml")) {
                paths.append(path)
            }
        }
    }
}
