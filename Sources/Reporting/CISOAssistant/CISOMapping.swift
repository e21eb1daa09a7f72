internal import Compliance

/// The mappings between two frameworks as a library of CISO Assistant, a set for each direction.
///
/// A second set of the same two frameworks would silently replace the first, so all mappings of a pair are one library; of
/// two rows of the same items the one that says more is kept. A row of a concept crosswalk becomes `intersect`, the word
/// that claims least, and its annotation says so.
struct CISOMapping {
    let source: FrameworkID
    let target: FrameworkID
    private let rows: [MappingRow]
    private let mappings: [Mapping]
    private let catalog: Catalog

    /// Every pair of frameworks that the catalog has mappings between.
    static func all(in catalog: Catalog) -> [CISOMapping] {
        let pairs = Dictionary(grouping: catalog.mappings) { [$0.source, $0.target].sorted() }
        return pairs.values.compactMap { CISOMapping($0, in: catalog) }.sorted { $0.name < $1.name }
    }

    private init?(_ mappings: [Mapping], in catalog: Catalog) {
        guard let first = mappings.first else { return nil }
        (source, target) = (first.source, first.target)
        self.mappings = mappings
        self.catalog = catalog
        var kept: [[ControlID]: MappingRow] = [:]
        for mapping in mappings {
            for row in mapping.rows(reversed: mapping.source != first.source) {
                let pair = [row.source, row.target]
                if let other = kept[pair], other.relationship != nil || row.relationship == nil { continue }
                kept[pair] = row
            }
        }
        rows = kept.values.sorted { ($0.source, $0.target) < ($1.source, $1.target) }
    }

    /// `owasp-asi-2026--nist-ai-rmf-1.0`.
    var name: String { "\(source)--\(target)" }

    /// Whether there is anything to map: a set without rows is refused.
    var isEmpty: Bool { rows.isEmpty }

    var tree: PlainTree {
        let titles = [source, target].map { catalog.framework($0)?.shortName ?? $0.rawValue }
        return CISOLibrary.library(
            urn: CISOName.own("library", name), reference: name, name: titles.joined(separator: " and "),
            description: mappings.map { "\($0.title). Rests on \($0.document)" }.joined(separator: " | "),
            copyright: mappings.map { "\($0.licence). \($0.attribution)" }.joined(separator: " | "),
            published: [source, target].compactMap { catalog.framework($0)?.published }.max() ?? "",
            provider: "Surety", dependencies: [source, target].map(CISOName.library),
            objects: [
                ("requirement_mapping_sets", .list([set(name, rows), set("\(name)-revert", rows.map(\.reversed))]))
            ])
    }

    private func set(_ name: String, _ rows: [MappingRow]) -> PlainTree {
        let ends = rows.first.map { ($0.source.framework, $0.target.framework) } ?? (source, target)
        let title = [ends.0, ends.1].map { catalog.framework($0)?.shortName ?? $0.rawValue }.joined(separator: " to ")
        return .object([
            ("urn", .text(CISOName.own("req_mapping_set", name))), ("ref_id", .text(name)),
            ("name", .text(SafeText.line(title))), ("description", .text(SafeText.line(title))),
            ("source_framework_urn", .text(CISOName.framework(ends.0))),
            ("target_framework_urn", .text(CISOName.framework(ends.1))),
            ("requirement_mappings", .list(rows.map(Self.row))),
        ])
    }

    private static func row(_ row: MappingRow) -> PlainTree {
        var members: [(key: String, value: PlainTree)] = [
            ("source_requirement_urn", .text(CISOName.node(row.source))),
            ("target_requirement_urn", .text(CISOName.node(row.target))),
            ("relationship", .text(word(row.relationship))),
        ]
        if let rationale = row.rationale { members.append(("rationale", .text(rationale.rawValue))) }
        let claim = row.relationship == nil ? "Related in a concept crosswalk, which claims nothing more. " : ""
        members.append(("annotation", .text(SafeText.line(claim + row.because))))
        return .object(members)
    }

    /// CISO Assistant's words for relationships.
    static func word(_ relationship: Relationship?) -> String {
        switch relationship {
        case .equalTo, .equivalentTo: "equal"
        case .subsetOf: "subset"
        case .supersetOf: "superset"
        case .noRelationship: "not_related"
        case .intersectsWith, nil: "intersect"
        }
    }
}
