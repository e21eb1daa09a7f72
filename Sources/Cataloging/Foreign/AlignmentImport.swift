public import Documents

/// Turns an alignment table (framework, reference, relevance) into links to framework items.
public struct AlignmentImport: Sendable {
    /// A reference of the table with the item or framework that it means.
    public struct Link: Sendable, Hashable {
        /// What is aligned, as the table writes it; nil where the document itself is.
        public let source: String?
        /// What the reference means.
        public let target: ReferenceTarget
        /// The framework as the table names it.
        public let framework: String?
        /// The reference as the table writes it; empty for a link to a whole framework.
        public let reference: String
        /// The relationship as the table writes it.
        public let relationship: String
        /// The relevance as the table writes it.
        public let relevance: String
        /// What is wrong with the way the reference is written.
        public let warnings: [String]
        /// Line of the table.
        public let line: Int
    }

    /// The links, in the order of the table.
    public let links: [Link]
    /// The references that mean no one item.
    public let unresolved: [CatalogProblem]

    /// Reads a table.
    ///
    /// - Throws: `Diagnostic` when it cannot be read, or holds no column of references.
    public init(_ bytes: [UInt8], path: String, resolver: ReferenceResolver) throws(Diagnostic) {
        var links: [Link] = []
        var unresolved: [CatalogProblem] = []
        for row in try ForeignMappings(bytes, path: path, resolver: resolver).rows {
            let target = row.target
            let isWhole = target.text.isEmpty
            let written = target.title.map { isWhole ? $0 : "\(target.text) \($0)" } ?? target.text
            let resolution =
                written.isEmpty
                ? resolver.resolve(target.framework ?? "") : resolver.resolve(written, framework: target.framework)
            guard let found = resolution.target else {
                unresolved.append(
                    CatalogProblem(
                        path: path, position: row.position,
                        message: Self.reason(resolution, target.framework)))
                continue
            }
            links.append(
                Link(
                    source: row.source?.text, target: found, framework: target.framework, reference: target.text,
                    relationship: row.relationship ?? "", relevance: row.rationale ?? "", warnings: resolution.warnings,
                    line: row.position.line))
        }
        self.links = links
        self.unresolved = unresolved
    }

    private static func reason(_ resolution: Resolution, _ framework: String?) -> String {
        let name = resolution.reference.isEmpty ? "the row" : "'\(resolution.reference)'"
        switch resolution.outcome {
        case .resolved(let target): return "\(name) is \(target)"
        case .ambiguous(let targets):
            return "\(name) can be \(targets.map(\.description).joined(separator: " or "))"
        case .unknown(let reason, let nearest), .retired(let reason, let nearest):
            let hint = nearest.isEmpty ? "" : "; nearest: " + nearest.map(\.description).joined(separator: ", ")
            return "\(name): \(reason)\(hint)"
        }
    }
}
