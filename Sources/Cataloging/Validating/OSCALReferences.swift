internal import Documents

/// Holds every reference inside a document to what it defines.
struct OSCALReferences {
    private let index: OSCALIndex
    private let problems: OSCALProblems
    private let model: OSCALSource.Model
    /// Whether another document may define what is referred to.
    private let importsOthers: Bool

    /// The lists that a reference can point into.
    private static let targets: [String: [String]] = [
        "party-uuids": ["parties"], "member-of-organizations": ["parties"], "location-uuids": ["locations"],
        "observation-uuid": ["observations"], "risk-uuid": ["risks"], "finding-uuid": ["findings"],
        "activity-uuid": ["activities"],
    ]

    init(_ source: OSCALSource, _ index: OSCALIndex, _ problems: OSCALProblems) {
        self.index = index
        self.problems = problems
        model = source.model
        let imports = ["import-ap", "import-ssp", "import-profile"].compactMap { source.root[$0]?["href"]?.string }
        importsOthers = imports.contains { !$0.hasPrefix("#") }
    }

    /// Looks at one object.
    func check(_ place: OSCALPlace) {
        for member in place.node.members {
            for value in [member.value] + member.value.elements {
                guard let text = value.string else { continue }
                switch member.key {
                case "href": link(text, value, place)
                case "role-id", "role-ids": role(text, value)
                case "actor-uuid": actor(text, value, place)
                case "subject-uuid", "component-uuid":
                    if !importsOthers { defined(text, index.defines(text), member.key, value) }
                case let key where Self.targets[key] != nil:
                    defined(text, index.defines(text, in: Self.targets[key] ?? []), key, value)
                default: prose(text, value, member.key)
                }
            }
        }
    }

    private func defined(_ uuid: String, _ isDefined: Bool, _ key: String, _ node: Node) {
        if !isDefined { problems.complain("\(key) \(uuid) points at nothing in the document", at: node) }
    }

    private func role(_ id: String, _ node: Node) {
        if !index.roles.contains(id) && !importsOthers {
            problems.complain("there is no role \(id) in the metadata", at: node)
        }
    }

    private func actor(_ uuid: String, _ node: Node, _ place: OSCALPlace) {
        switch place.node["type"]?.string {
        case "party": defined(uuid, index.defines(uuid, in: ["parties"]), "actor-uuid", node)
        default: if !importsOthers { defined(uuid, index.defines(uuid), "actor-uuid", node) }
        }
    }

    private func link(_ href: String, _ node: Node, _ place: OSCALPlace) {
        let isReference = place.node["rel"]?.string == "reference" && place.key == "links"
        guard href.hasPrefix("#") else {
            if href.isEmpty { problems.complain("the href is empty", at: node) }
            return
        }
        let fragment = String(href.dropFirst())
        let isResource = index.defines(fragment, in: ["resources"])
        if isReference {
            if !isResource { problems.complain("reference \(href) names no resource of the back matter", at: node) }
            if let type = place.node["media-type"] {
                problems.complain("a reference to the back matter has no media-type", at: type)
            }
        } else if !index.names(fragment) {
            // A profile's links may name controls of the catalogs that it imports.
            if model == .profile && fragment.utf8.count != 36 { return }
            problems.complain("link \(href) points at nothing in the document", at: node)
        }
    }

    private static let proseKeys: Set<String> = [
        "prose", "title", "description", "remarks", "label", "usage", "choice", "text", "values", "statement",
    ]

    private func prose(_ text: String, _ node: Node, _ key: String) {
        guard Self.proseKeys.contains(key) else { return }
        if model == .catalog {
            for id in OSCALProse.insertions(text) where !index.parameters.contains(id) {
                problems.complain("parameter \(id) is inserted but not defined", at: node)
            }
        }
        for fragment in OSCALProse.fragments(text) where !index.names(fragment) {
            if model != .profile { problems.complain("link #\(fragment) points at nothing in the document", at: node) }
        }
    }
}
