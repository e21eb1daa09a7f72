internal import Compliance
internal import Documents

/// The problems of one file as they are found.
struct MappingLintRun {
    private struct Pair: Hashable {
        let source: ReferenceTarget
        let target: ReferenceTarget
        // A document may sum up in one table what others say in detail.
        let table: Int
    }

    /// The words of IR 8477 (set theory and supportive), of OLIR, and of OSCAL.
    private static let words: Set<String> = [
        "contrary", "equal", "equal-to", "equivalent", "equivalent-to", "identical", "intersects-with",
        "is-supported-by",
        "no-relationship", "not-related-to", "subset-of", "superset-of", "supports",
    ]

    let resolver: ReferenceResolver
    let path: String
    private(set) var unchecked = 0
    private var problems: Set<CatalogProblem> = []
    private var seen: [Pair: Int] = [:]

    init(resolver: ReferenceResolver, path: String) {
        self.resolver = resolver
        self.path = path
    }

    /// The problems by place, each once.
    var sorted: [CatalogProblem] {
        problems.sorted { ($0.position, $0.message) < ($1.position, $1.message) }
    }

    mutating func complain(_ message: String, at position: Position) {
        problems.insert(CatalogProblem(path: path, position: position, message: message))
    }

    /// The pair as the file writes it.
    func pair(_ row: ForeignMappingRow) -> String {
        guard let source = row.source else { return row.target.text }
        return "\(source.text) to \(row.target.text)"
    }

    /// Checks both references, and the pair against those before it.
    mutating func check(_ row: ForeignMappingRow) {
        var source: ReferenceTarget?
        if let reference = row.source { source = resolved(reference, at: row.position) }
        guard let target = resolved(row.target, at: row.position), let source else { return }
        let line = row.position.line
        let pair = Pair(source: source, target: target, table: row.table)
        if source == target {
            complain("\(source) is mapped to itself", at: row.position)
        } else if let first = seen[pair] {
            complain("\(source) to \(target) is there already, in line \(first)", at: row.position)
        } else if let first = seen[Pair(source: target, target: source, table: row.table)] {
            complain(
                "\(source) to \(target) is stored in both directions; the other is in line \(first)", at: row.position)
        }
        if seen[pair] == nil { seen[pair] = line }
    }

    mutating func checkRelationship(_ row: ForeignMappingRow) {
        guard let relationship = row.relationship else { return }
        if relationship.isEmpty {
            complain("\(pair(row)) has no relationship", at: row.position)
        } else if !row.hasOwnRelationships {
            // IR 8477 adds a property in brackets: supports (integral-to).
            let word = relationship.prefix { $0 != "(" }.lowercased()
            let spelled = word.split { $0 == " " || $0 == "_" || $0 == "-" }.joined(separator: "-")
            if !Self.words.contains(spelled) {
                complain(
                    "'\(relationship)' is no relationship of IR 8477 or OSCAL; they are "
                        + Relationship.allCases.map(\.rawValue).joined(separator: ", "), at: row.position)
            }
        }
    }

    private mutating func resolved(_ reference: ForeignReference, at position: Position) -> ReferenceTarget? {
        if let framework = reference.framework, !resolver.knowsFramework(framework) {
            unchecked += 1
            return nil
        }
        if reference.text.isEmpty {
            complain("the row has no reference", at: position)
            return nil
        }
        let text = reference.title.map { "\(reference.text) \($0)" } ?? reference.text
        let resolution = resolver.resolve(text, framework: reference.framework)
        for warning in resolution.warnings { complain("\(reference.text): \(warning)", at: position) }
        switch resolution.outcome {
        case .resolved(let target): return target
        case .ambiguous(let targets):
            let names = targets.map(\.description).joined(separator: " or ")
            complain("\(reference.text) can be \(names); write the edition", at: position)
        case .unknown(let reason, let nearest), .retired(let reason, let nearest):
            let hint = nearest.isEmpty ? "" : "; nearest: " + nearest.map(\.description).joined(separator: ", ")
            complain("\(reference.text): \(reason)\(hint)", at: position)
        }
        return nil
    }
}
