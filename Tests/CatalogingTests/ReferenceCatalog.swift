import Cataloging
import Compliance
import Documents
import Foundation

/// The catalog of the reference tests, and their fixtures.
enum ReferenceCatalog {
    static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

    static let catalog: Catalog? = try? CatalogLoader.load(folders: [])

    static let resolver: ReferenceResolver? = catalog.map { ReferenceResolver($0) }

    /// The records of a fixture table, without its header.
    static func records(_ name: String) -> [[String]] {
        guard let data = try? Data(contentsOf: fixtures.appending(path: name)),
            let records = try? CSVRecord.read(Array(data))
        else { return [] }
        return records.dropFirst().map { $0.fields.map(\.text) }
    }
}
