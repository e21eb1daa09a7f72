public import Compliance

/// A mapping as an OSCAL mapping collection, a model that OSCAL has since 1.2.
///
/// Identifiers of items are those of our catalogs. The relationships of a set-theory mapping are OSCAL's own words; a row
/// of a concept crosswalk is `related`, in our namespace, as OSCAL has no word that claims so little. Items that no row
/// names are listed as unmapped; rows of items that a profile leaves out are left out.
/// Model: https://pages.nist.gov/OSCAL/resources/concepts/layer/control/mapping/
public struct OSCALMappingDocument: Sendable {
    let mapping: Mapping
    let frameworks: (source: Framework?, target: Framework?)
    /// The items under the names that our catalogs give them.
    let trees: (source: ControlTree?, target: ControlTree?)
    /// The rows whose items there are.
    let rows: [MappingRow]
    private let modified: String
    private let version: OSCALVersion
    /// The name of a framework's catalog in a form.
    private let catalogName: @Sendable (FrameworkID, OSCALForm) -> String
    let names = OSCALNames()

    /// A mapping out of a catalog, last changed at an RFC 3339 moment, or with the younger of its frameworks.
    public init(_ mapping: Mapping, in catalog: Catalog, at: String? = nil) {
        self.init(mapping, in: catalog, at: at, version: .usual) { "\($0)-catalog.\($1.rawValue)" }
    }

    init(
        _ mapping: Mapping, in catalog: Catalog, at: String? = nil, version: OSCALVersion,
        catalogName: @escaping @Sendable (FrameworkID, OSCALForm) -> String
    ) {
        self.mapping = mapping
        self.version = version
        self.catalogName = catalogName
        let known = { (id: ControlID) in catalog.framework(id.framework) == nil || catalog.control(id) != nil }
        rows = mapping.rows(reversed: false).filter { known($0.source) && known($0.target) }
        frameworks = (catalog.framework(mapping.source), catalog.framework(mapping.target))
        trees = (frameworks.source.map(ControlTree.init), frameworks.target.map(ControlTree.init))
        let days = [frameworks.source, frameworks.target].compactMap {
            $0.flatMap { OSCALValues.dateTime($0.published) }
        }
        modified = at.flatMap { OSCALValues.dateTime($0) } ?? days.max() ?? "1970-01-01T00:00:00Z"
    }

    /// Writes the collection.
    public func write(as form: OSCALForm, to sink: ByteSink) { form.write(root(form), to: sink) }

    private func root(_ form: OSCALForm) -> OSCALRoot {
        let digest = mapping.digest + version.mark + (rows.count < mapping.rows.count ? "/\(rows.count)" : "")
        return OSCALRoot(
            "mapping-collection", uuid: names.uuid("mapping-collection", mapping.id.rawValue, digest, modified),
            [metadata, provenance, body, backMatter(form)])
    }

    private var party: String { names.uuid("party", "tool", "Surety") }

    private var metadata: OSCALElement {
        .node(
            "metadata", [:],
            [
                .title(mapping.title), .plain("last-modified", modified), .plain("version", mapping.version),
                .plain("oscal-version", version.rawValue),
                .prop("mapping-id", mapping.id.rawValue), .prop("style", mapping.style.rawValue),
                .prop("licence", mapping.licence), .prop("source-sha256", mapping.digest),
                .node("role", ["id": "prepared-by"], [.title("Program that prepared the document")]),
                .node("party", ["uuid": party, "type": "organization"], [.plain("name", "Surety")]),
                responsible,
                .blocks("remarks", [mapping.attribution, "Licence: \(mapping.licence)"]),
            ])
    }

    private var responsible: OSCALElement {
        .node(
            "responsible-party", ["role-id": "prepared-by"],
            [.plain("party-uuid", party)])
    }

    /// The ground that most rows give; OSCAL asks for one, a concept crosswalk has none.
    private var rationale: MappingRow.Rationale {
        let counts = Dictionary(grouping: mapping.rows.compactMap(\.rationale)) { $0 }.mapValues(\.count)
        return counts.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key ?? .semantic
    }

    private var provenance: OSCALElement {
        let judgement =
            mapping.status == .published
            ? "The pairs are printed in \(mapping.document)." : "The pairs, or how they relate, are our own judgement."
        let crosswalk =
            mapping.style == .conceptCrosswalk
            ? "A concept crosswalk: the items are related, nothing more is claimed, and no rationale is given; the one "
                + "that OSCAL asks for is a place holder." : ""
        return .node(
            "provenance",
            [
                "method": mapping.status == .published ? "human" : "hybrid", "matching-rationale": rationale.rawValue,
                "status": "not-complete",
            ],
            [
                .blocks(
                    "mapping-description",
                    [
                        judgement, crosswalk,
                        "An item that no row names was found to have no counterpart, or not compared.",
                    ]),
                responsible,
            ])
    }

    private var body: OSCALElement {
        .node(
            "mapping", ["uuid": names.uuid("mapping", mapping.id.rawValue)],
            [
                .node("source-resource", ["type": "catalog", "href": "#" + resource(mapping.source)]),
                .node("target-resource", ["type": "catalog", "href": "#" + resource(mapping.target)]),
            ] + rows.map(row) + [
                gap("source-gap-summary", frameworks.source, trees.source, Set(rows.map(\.source))),
                gap("target-gap-summary", frameworks.target, trees.target, Set(rows.map(\.target))),
            ])
    }

    private func resource(_ framework: FrameworkID) -> String { names.uuid("catalog-file", framework.rawValue) }

    /// The catalogs, under the names that they are exported as.
    private func backMatter(_ form: OSCALForm) -> OSCALElement {
        let all = [(mapping.source, frameworks.source), (mapping.target, frameworks.target)]
        let catalogs = all.map { id, framework -> OSCALElement in
            .node(
                "resource", ["uuid": resource(id)],
                [
                    .title(framework?.title ?? id.rawValue),
                    OSCALValues.href(ofPath: catalogName(id, form)).map {
                        .node("rlink", ["href": $0])
                    },
                    framework.flatMap { OSCALValues.href(ofLink: $0.source) }.map {
                        .node("rlink", ["href": $0])
                    },
                ])
        }
        let document = OSCALValues.href(ofLink: mapping.document).map { href -> OSCALElement in
            .node(
                "resource", ["uuid": names.uuid("document", mapping.document)],
                [.title("Document that the mapping rests on"), .node("rlink", ["href": href])])
        }
        return .node("back-matter", [:], catalogs + [document])
    }
}
