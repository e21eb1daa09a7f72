public import Compliance
internal import Hashing

/// A framework as an OSCAL 1.2.3 catalog.
///
/// Groups are the framework's headings, controls all its other items, nested as they belong to each other. The class of
/// each is its kind. `statement` holds our words; the part `question`, and the properties `observability`,
/// `framework-id`, `short-name`, `default`, `licence` and `attribution`, are of our namespace. Identifiers are name-based, so that
/// the same framework gives the same bytes. Control identifiers are those of our assessment results.
/// Model: https://pages.nist.gov/OSCAL-Reference/models/v1.1.2/catalog/
public struct OSCALCatalogDocument {
    private let framework: Framework
    private let modified: String
    private let names = OSCALNames()
    private let tree: ControlTree

    /// A catalog of a framework, last changed at an RFC 3339 moment, or on the day of its publication.
    public init(_ framework: Framework, at: String? = nil) {
        self.framework = framework
        modified =
            at.flatMap { OSCALValues.dateTime($0) } ?? OSCALValues.dateTime(framework.published)
            ?? OSCALValues.dateTime(framework.published + "-01") ?? OSCALValues.dateTime(framework.published + "-01-01")
            ?? "1970-01-01T00:00:00Z"
        tree = ControlTree(framework)
    }

    /// Writes the catalog.
    public func write(as form: OSCALForm, to sink: ByteSink) { form.write(root, to: sink) }

    var root: OSCALElement {
        let identity = names.uuid("catalog", framework.id.rawValue, framework.edition, digest, modified)
        return .one(
            "catalog", ["xmlns": "http://csrc.nist.gov/ns/oscal/1.0", "uuid": identity],
            [metadata] + elements(tree.roots, isTop: true) + [backMatter])
    }

    private var metadata: OSCALElement {
        let published = OSCALValues.dateTime(framework.published)
        let party = names.uuid("party", "publisher", framework.publisher)
        return .one(
            "metadata", [:],
            [
                .title(framework.title), published.map { .plain("published", $0) },
                .plain("last-modified", modified), .plain("version", framework.edition),
                .plain("oscal-version", OSCALAssessmentResultsWriter.version),
                .prop("framework-id", framework.id.rawValue), .prop("short-name", framework.shortName),
                .prop("published", published == nil ? framework.published : nil),
                .prop("default", framework.isDefault ? nil : "false"),
                .prop("licence", framework.licence), .prop("attribution", framework.attribution),
                .many("link", "links", ["href": "#" + sourceUUID, "rel": "reference"]),
                .many("role", "roles", ["id": "publisher"], [.title("Publisher of the framework")]),
                .many(
                    "party", "parties", ["uuid": party, "type": "organization"], [.plain("name", framework.publisher)]),
                .many(
                    "responsible-party", "responsible-parties", ["role-id": "publisher"],
                    [.many("party-uuid", "party-uuids", text: party)]),
                .blocks("remarks", [framework.attribution, "Licence of the published text: \(framework.licence)"]),
            ])
    }

    private var sourceUUID: String { names.resource(framework.id) }

    private var backMatter: OSCALElement {
        let link = OSCALValues.href(ofLink: framework.source)
        return .one(
            "back-matter", [:],
            [
                .many(
                    "resource", "resources", ["uuid": sourceUUID],
                    [
                        .title(framework.title),
                        .prop("type", "standard", namespace: nil),
                        .prop("source", link == nil ? framework.source : nil),
                        link.map { .many("rlink", "rlinks", ["href": $0]) },
                    ])
            ])
    }

    private func elements(_ controls: [Control], isTop: Bool = false) -> [OSCALElement] {
        tree.branches(controls, isTop: isTop).map { branch in
            switch branch {
            case .group(let control): group(control)
            case .control(let control): self.control(control)
            case .ungrouped(let run):
                .many("group", "groups", ["class": "ungrouped"], [.title("Further items")] + run.map(self.control))
            }
        }
    }

    private func group(_ group: Control) -> OSCALElement {
        .many(
            "group", "groups", ["id": tree.token(group), "class": group.kind.rawValue],
            head(of: group, "overview") + elements(tree.children(of: group)))
    }

    private func control(_ control: Control) -> OSCALElement {
        .many(
            "control", "controls", ["id": tree.token(control), "class": control.kind.rawValue],
            head(of: control, "statement") + tree.children(of: control).map(self.control))
    }

    private func head(of control: Control, _ statement: String) -> [OSCALElement?] {
        let token = tree.token(control)
        return [
            .title(control.title), .prop("label", control.id.item, namespace: nil),
            .prop("observability", control.observability.rawValue),
            .many("part", "parts", ["id": token + "_smt", "name": statement], [.prose(control.statement)]),
            control.question.map {
                .many(
                    "part", "parts", ["id": token + "_qst", "name": "question", "ns": OSCALNames.namespace],
                    [.prose($0)]
                )
            },
        ]
    }

    /// Digest of the items, so that a catalog with other words has another identity.
    private var digest: String {
        let lines = framework.controls.flatMap { control -> [String] in
            [
                control.id.rawValue, control.parent?.rawValue ?? "", control.kind.rawValue, control.title,
                control.statement, control.observability.rawValue, control.question ?? "",
            ]
        }
        return SHA256.hex(lines.joined(separator: "\u{1F}"))
    }
}
