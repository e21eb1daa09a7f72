import Cataloging
import Compliance
import Documents
import Foundation

/// The catalog of the reference tests: the built-in frameworks, and those of the fixtures that are not built in.
enum ReferenceCatalog {
    static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

    static let catalog: Catalog? = try? load()

    static let resolver: ReferenceResolver? = catalog.map { ReferenceResolver($0) }

    /// The records of a fixture table, without its header.
    static func records(_ name: String) -> [[String]] {
        guard let data = try? Data(contentsOf: fixtures.appending(path: name)),
            let records = try? CSVRecord.read(Array(data))
        else { return [] }
        return records.dropFirst().map { $0.fields.map(\.text) }
    }

    private static func load() throws -> Catalog {
        let builtin = Set(try CatalogLoader.load(folders: []).frameworks.map(\.id.rawValue))
        let folder = fixtures.appending(path: "frameworks")
        var files: [String: String] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
        where !builtin.contains(String(name.dropLast(5))) {
            files["frameworks/" + name] = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        }
        return files.isEmpty ? try CatalogLoader.load(folders: []) : try CatalogFolder.load(files)
    }
}
