public import Compliance

/// A mapping as an OSCAL 1.2.3 mapping collection.
///
/// Identifiers of items are those of our catalogs. The relationships of a set-theory mapping are OSCAL's own words; a row
/// of a concept crosswalk is `related`, in our namespace, as OSCAL has no word that claims so little. Items that no row
/// names are listed as unmapped. Model: https://pages.nist.gov/OSCAL/resources/concepts/layer/control/mapping/
public struct OSCALMappingDocument {
    let mapping: Mapping
    let frameworks: (source: Framework?, target: Framework?)
    /// The items under the names that our catalogs give them.
    let trees: (source: ControlTree?, target: ControlTree?)
    private let modified: String
    let names = OSCALNames()

    /// A mapping out of a catalog, last changed at an RFC 3339 moment, or with the younger of its frameworks.
    public init(_ mapping: Mapping, in catalog: Catalog, at: String? = nil) {
        self.mapping = mapping
        frameworks = (catalog.framework(mapping.source), catalog.framework(mapping.target))
        trees = (frameworks.source.map(ControlTree.init), frameworks.target.map(ControlTree.init))
        let days = [frameworks.source, frameworks.target].compactMap {
            $0.flatMap { OSCALValues.dateTime($0.published) }
        }
        modified = at.flatMap { OSCALValues.dateTime($0) } ?? days.max() ?? "1970-01-01T00:00:00Z"
    }

    /// Writes the collection.
    public func write(as form: OSCALForm, to sink: ByteSink) { form.write(root(form), to: sink) }

    private func root(_ form: OSCALForm) -> OSCALElement {
        let identity = names.uuid("mapping-collection", mapping.id.rawValue, mapping.digest, modified)
        return .one(
            "mapping-collection", ["xmlns": "http://csrc.nist.gov/ns/oscal/1.0", "uuid": identity],
            [metadata, provenance, body, backMatter(form)])
    }

    private var party: String { names.uuid("party", "tool", "Surety") }

    private var metadata: OSCALElement {
        .one(
            "metadata", [:],
            [
                .title(mapping.title), .plain("last-modified", modified), .plain("version", mapping.version),
                .plain("oscal-version", OSCALAssessmentResultsWriter.version),
                .prop("mapping-id", mapping.id.rawValue), .prop("style", mapping.style.rawValue),
                .prop("licence", mapping.licence), .prop("source-sha256", mapping.digest),
                .many("role", "roles", ["id": "prepared-by"], [.title("Program that prepared the document")]),
                .many("party", "parties", ["uuid": party, "type": "organization"], [.plain("name", "Surety")]),
                responsible,
                .blocks("remarks", [mapping.attribution, "Licence: \(mapping.licence)"]),
            ])
    }

    private var responsible: OSCALElement {
        .many(
            "responsible-party", "responsible-parties", ["role-id": "prepared-by"],
            [.many("party-uuid", "party-uuids", text: party)])
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
        return .one(
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
        .many(
            "mapping", "mappings", ["uuid": names.uuid("mapping", mapping.id.rawValue)],
            [
                .one("source-resource", ["type": "catalog", "href": "#" + resource(mapping.source)]),
                .one("target-resource", ["type": "catalog", "href": "#" + resource(mapping.target)]),
            ] + mapping.rows(reversed: false).map(row) + [
                gap("source-gap-summary", frameworks.source, trees.source, Set(mapping.rows.map(\.source))),
                gap("target-gap-summary", frameworks.target, trees.target, Set(mapping.rows.map(\.target))),
            ])
    }

    private func resource(_ framework: FrameworkID) -> String { names.uuid("catalog-file", framework.rawValue) }

    /// The catalogs, under the names that they are exported as.
    private func backMatter(_ form: OSCALForm) -> OSCALElement {
        let all = [(mapping.source, frameworks.source), (mapping.target, frameworks.target)]
        let catalogs = all.map { id, framework -> OSCALElement in
            .many(
                "resource", "resources", ["uuid": resource(id)],
                [
                    .title(framework?.title ?? id.rawValue),
                    OSCALValues.href(ofPath: "\(id)-catalog.\(form.rawValue)").map {
                        .many("rlink", "rlinks", ["href": $0])
                    },
                    framework.flatMap { OSCALValues.href(ofLink: $0.source) }.map {
                        .many("rlink", "rlinks", ["href": $0])
                    },
                ])
        }
        let document = OSCALValues.href(ofLink: mapping.document).map { href -> OSCALElement in
            .many(
                "resource", "resources", ["uuid": names.uuid("document", mapping.document)],
                [.title("Document that the mapping rests on"), .many("rlink", "rlinks", ["href": href])])
        }
        return .one("back-matter", [:], catalogs + [document])
    }
}
