internal import Compliance
public import Documents

/// Finds what is wrong with a mapping that somebody else wrote.
public struct MappingLint: Sendable {
    /// What was found.
    public struct Report: Sendable {
        /// The problems, by place.
        public let problems: [CatalogProblem]
        /// How many pairs of references the file holds.
        public let rows: Int
        /// How many references belong to frameworks that the catalog does not have, and were not checked.
        public let unchecked: Int
    }

    private let resolver: ReferenceResolver

    /// A linter over the catalog of a resolver.
    public init(_ resolver: ReferenceResolver) { self.resolver = resolver }

    /// Checks a file.
    ///
    /// - Throws: `Diagnostic` when it cannot be read, or holds no table of references.
    public func report(_ bytes: [UInt8], path: String) throws(Diagnostic) -> Report {
        let mappings = try ForeignMappings(bytes, path: path, resolver: resolver)
        var run = MappingLintRun(resolver: resolver, path: path)
        // A list of items without what they are mapped to needs no relationship.
        let pairs = mappings.rows.filter { $0.source != nil }
        if pairs.contains(where: { $0.relationship == nil }) {
            run.complain("no column gives the relationship of each pair", at: mappings.position)
        }
        if pairs.contains(where: { $0.rationale == nil }) {
            run.complain("no column gives the rationale of each pair", at: mappings.position)
        }
        for row in mappings.rows {
            run.check(row)
            run.checkRelationship(row)
            if row.rationale?.isEmpty == true { run.complain("\(run.pair(row)) has no rationale", at: row.position) }
        }
        return Report(problems: run.sorted, rows: mappings.rows.count, unchecked: run.unchecked)
    }
}
