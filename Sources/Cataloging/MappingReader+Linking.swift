internal import Compliance
internal import Documents

extension MappingReader {
    /// What is wrong with mappings beside the rest of the catalog: items that do not exist, and a mapping stored twice.
    static func unresolved(_ mappings: [(mapping: Mapping, file: CatalogFile)], in catalog: Catalog) -> [CatalogProblem]
    {
        mappings.filter { !$0.file.isReviewed }.flatMap { missing($0.mapping, $0.file, catalog) } + reverses(mappings)
    }

    private static func missing(_ mapping: Mapping, _ file: CatalogFile, _ catalog: Catalog) -> [CatalogProblem] {
        let ends = [("source", mapping.source), ("target", mapping.target)]
        let unknown = ends.filter { catalog.framework($0.1) == nil }
        guard unknown.isEmpty else {
            let known = catalog.frameworks.map(\.id.rawValue).joined(separator: ", ")
            return unknown.map { key, framework in
                problem(file, file.root[key], "there is no framework \(framework); known are \(known)")
            }
        }
        let rows = file.root["rows"]?.elements ?? []
        return zip(mapping.rows, rows).flatMap { row, node in
            [("source", row.source), ("target", row.target)].filter { catalog.control($0.1) == nil }.map { key, item in
                problem(file, node[key] ?? node, "there is no item \(item)")
            }
        }
    }

    /// The other direction is derived, so a publisher's mapping must not be stored from both ends.
    private static func reverses(_ mappings: [(mapping: Mapping, file: CatalogFile)]) -> [CatalogProblem] {
        mappings.enumerated().flatMap { position, one -> [CatalogProblem] in
            guard !one.file.isReviewed else { return [] }
            return mappings[..<position].filter { isReverse($0.mapping, of: one.mapping) }.map { other in
                problem(
                    one.file, one.file.root["source"],
                    "this is the other direction of \(other.mapping.id), which is stored already; it is derived from that"
                )
            }
        }
    }

    private static func isReverse(_ one: Mapping, of other: Mapping) -> Bool {
        one.source == other.target && one.target == other.source && publisher(of: one) == publisher(of: other)
    }

    private static func publisher(of mapping: Mapping) -> Substring {
        mapping.id.rawValue.dropFirst(mapping.source.rawValue.count + mapping.target.rawValue.count + 2)
    }

    private static func problem(_ file: CatalogFile, _ node: Node?, _ message: String) -> CatalogProblem {
        CatalogProblem(path: file.path, position: node?.position ?? .start, message: message)
    }
}
