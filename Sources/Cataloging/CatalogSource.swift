public import Compliance
internal import Documents
internal import Hashing

/// A file of a user's catalog as it was read: for those who keep, besides the catalog, what it was made of.
public struct CatalogSource: Sendable, Hashable {
    /// Path in the catalog's folder, for example `checks/mcp/transport-encrypted.yaml`.
    public let path: String
    /// Its bytes.
    public let bytes: [UInt8]
    /// How messages call it.
    let shown: String

    /// A file of a catalog.
    ///
    /// - Parameters:
    ///   - path: Path in the catalog's folder.
    ///   - bytes: Its bytes.
    ///   - shown: How messages call it; by its path when nil.
    public init(path: String, bytes: [UInt8], shown: String? = nil) {
        self.path = path
        self.bytes = bytes
        self.shown = shown ?? path
    }

    /// The file as a tree.
    func parsed() throws(CatalogProblem) -> CatalogFile {
        do throws(Diagnostic) {
            let document = try Document(bytes, as: .yaml)
            // A key written twice would make one of its values vanish unseen.
            if let warning = document.warnings.first { throw warning }
            return CatalogFile(path: path, digest: SHA256.hex(bytes), root: document.root)
        } catch {
            throw CatalogProblem(path: shown, position: error.position ?? .start, message: error.message)
        }
    }
}

extension CatalogLoader {
    /// The built-in catalog as JSON: each file's tree, and the SHA-256 of its YAML.
    public static var builtin: [UInt8] { BuiltinCatalog.json }

    /// The files of folders with catalogs.
    ///
    /// - Throws: `CatalogProblems` with everything that is wrong, when a folder or a file cannot be read.
    public static func sources(in folders: [String]) throws -> [CatalogSource] {
        var sources: [CatalogSource] = []
        var problems: [CatalogProblem] = []
        for folder in folders {
            do {
                sources += try CatalogFile.sources(in: folder)
            } catch let broken as CatalogProblems {
                problems += broken.problems
            }
        }
        guard problems.isEmpty else { throw CatalogProblems(problems: problems) }
        return sources
    }

    /// Loads the built-in catalog and, beside it, files that were read before.
    ///
    /// - Throws: `CatalogProblems` with everything that is wrong.
    public static func load(sources: [CatalogSource]) throws -> Catalog {
        try catalog(of: BuiltinCatalog.files() + CatalogFile.parsed(sources))
    }
}
