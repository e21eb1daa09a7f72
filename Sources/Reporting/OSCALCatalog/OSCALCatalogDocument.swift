public import Compliance
internal import Hashing

/// A framework as an OSCAL catalog.
///
/// Groups are the framework's headings, controls all its other items, nested as they belong to each other. The class of
/// each is its kind. `statement` holds our words; the part `question`, and the properties `observability`,
/// `framework-id`, `short-name`, `default`, `licence` and `attribution`, are of our namespace. Identifiers are name-based, so that
/// the same framework gives the same bytes. Control identifiers are those of our assessment results.
/// Model: https://pages.nist.gov/OSCAL-Reference/models/v1.1.2/catalog/
public struct OSCALCatalogDocument {
    private let framework: Framework
    private let modified: String
    private let version: OSCALVersion
    private let share: Tailoring.Share?
    private let names = OSCALNames()
    private let tree: ControlTree

    /// A catalog of a framework, last changed at an RFC 3339 moment, or on the day of its publication.
    ///
    /// - Parameters:
    ///   - framework: What the catalog is of.
    ///   - at: When it was changed last.
    ///   - version: Version of OSCAL.
    ///   - share: How much of the framework this is, when it is not the whole.
    public init(
        _ framework: Framework, at: String? = nil, version: OSCALVersion = .usual, share: Tailoring.Share? = nil
    ) {
        self.framework = framework
        self.version = version
        self.share = share.flatMap { $0.chosen < $0.total ? $0 : nil }
        modified =
            at.flatMap { OSCALValues.dateTime($0) } ?? OSCALValues.dateTime(framework.published)
            ?? OSCALValues.dateTime(framework.published + "-01") ?? OSCALValues.dateTime(framework.published + "-01-01")
            ?? "1970-01-01T00:00:00Z"
        tree = ControlTree(framework)
    }

    /// Writes the catalog.
    public func write(as form: OSCALForm, to sink: ByteSink) { form.write(root, to: sink) }

    private var root: OSCALRoot {
        let edition = framework.edition + version.mark
        return OSCALRoot(
            "catalog", uuid: names.uuid("catalog", framework.id.rawValue, edition, digest, modified),
            [metadata] + elements(tree.roots, isTop: true) + [backMatter])
    }

    private var chosen: String? { share.map { "\($0.chosen) of \($0.total)" } }

    private var metadata: OSCALElement {
        let published = OSCALValues.dateTime(framework.published)
        let party = names.uuid("party", "publisher", framework.publisher)
        return .node(
            "metadata", [:],
            [
                .title(framework.title), published.map { .plain("published", $0) },
                .plain("last-modified", modified), .plain("version", framework.edition),
                .plain("oscal-version", version.rawValue),
                .prop("framework-id", framework.id.rawValue), .prop("short-name", framework.shortName),
                .prop("published", published == nil ? framework.published : nil),
                .prop("default", framework.isDefault ? nil : "false"),
                .prop("chosen-items", chosen), .prop("licence", framework.licence),
                .prop("attribution", framework.attribution),
                .node("link", ["href": "#" + sourceUUID, "rel": "reference"]),
                .node("role", ["id": "publisher"], [.title("Publisher of the framework")]),
                .node(
                    "party", ["uuid": party, "type": "organization"], [.plain("name", framework.publisher)]),
                .node(
                    "responsible-party", ["role-id": "publisher"],
                    [.plain("party-uuid", party)]),
                .blocks(
                    "remarks",
                    [framework.attribution, "Licence of the published text: \(framework.licence)"]
                        + (chosen.map { ["Not the whole framework: the \($0) items that a profile chooses."] } ?? [])),
            ])
    }

    private var sourceUUID: String { names.resource(framework.id) }

    private var backMatter: OSCALElement {
        let link = OSCALValues.href(ofLink: framework.source)
        return .node(
            "back-matter", [:],
            [
                .node(
                    "resource", ["uuid": sourceUUID],
                    [
                        .title(framework.title),
                        .prop("type", "standard", namespace: nil),
                        .prop("source", link == nil ? framework.source : nil),
                        link.map { .node("rlink", ["href": $0]) },
                    ])
            ])
    }

    private func elements(_ controls: [Control], isTop: Bool = false) -> [OSCALElement] {
        tree.branches(controls, isTop: isTop).map { branch in
            switch branch {
            case .group(let control): group(control)
            case .control(let control): self.control(control)
            case .ungrouped(let run):
                .node("group", ["class": "ungrouped"], [.title("Further items")] + run.map(self.control))
            }
        }
    }

    private func group(_ group: Control) -> OSCALElement {
        .node(
            "group", ["id": tree.token(group), "class": group.kind.rawValue],
            head(of: group, "overview") + elements(tree.children(of: group)))
    }

    private func control(_ control: Control) -> OSCALElement {
        .node(
            "control", ["id": tree.token(control), "class": control.kind.rawValue],
            head(of: control, "statement") + tree.children(of: control).map(self.control))
    }

    private func head(of control: Control, _ statement: String) -> [OSCALElement?] {
        let token = tree.token(control)
        return [
            .title(control.title), .prop("label", control.id.item, namespace: nil),
            .prop("observability", control.observability.rawValue),
            .node("part", ["id": token + "_smt", "name": statement], [.prose(control.statement)]),
            control.question.map {
                .node(
                    "part", ["id": token + "_qst", "name": "question", "ns": OSCALNames.namespace],
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
