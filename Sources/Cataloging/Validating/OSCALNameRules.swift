internal import Documents

/// The closed lists of names of properties and parts in OSCAL's own namespace.
///
/// A name of another namespace is free: that is how OSCAL is extended.
enum OSCALNameRules {
    private static let properties: [String: Set<String>] = [
        "controls": ["label", "sort-id", "alt-identifier", "status"], "groups": ["label", "sort-id", "alt-identifier"],
        "risks": ["false-positive", "accepted", "risk-adjusted", "priority"],
    ]

    private static let parts: [String: Set<String>] = [
        "controls": [
            "overview", "statement", "guidance", "example", "assessment-method", "assessment-objective",
        ],
        "groups": ["overview", "instruction"],
    ]

    /// Values of properties whose lists are closed, by the key of what has them and the name.
    private static let values: [String: (thing: String, known: Set<String>)] = [
        "resources/type": ("a resource's type", resourceTypes),
        "remediations/type": (
            "a response's type", ["avoid", "mitigate", "transfer", "accept", "share", "contingency", "none"]
        ),
        "activities/method": ("an activity's method", ["INTERVIEW", "EXAMINE", "TEST"]),
    ]

    private static let resourceTypes: Set<String> = [
        "logo", "image", "screen-shot", "law", "regulation", "standard", "external-guidance", "acronyms", "citation",
        "policy", "procedure", "system-guide", "users-guide", "administrators-guide", "rules-of-behavior", "plan",
        "artifact", "evidence", "tool-output", "raw-data", "interview-notes", "questionnaire", "report", "agreement",
    ]

    /// Looks at one object, whose properties and parts are held to its list.
    static func check(_ place: OSCALPlace, _ problems: OSCALProblems) {
        for property in place.node.list("props") where OSCALTerms.isStandard(property) {
            guard let name = property["name"]?.string else { continue }
            if let known = properties[place.key], !known.contains(name) {
                complain("property", name, known, property, problems)
            }
            if let (thing, known) = values["\(place.key)/\(name)"], let value = property["value"]?.string,
                !known.contains(value)
            {
                problems.complain("\(thing) cannot be \(value)", at: property)
            }
        }
        guard place.key == "controls" || place.key == "groups" else { return }
        for part in place.node.list("parts") where OSCALTerms.isStandard(part) {
            guard let name = part["name"]?.string, let known = parts[place.key], !known.contains(name) else { continue }
            complain("part", name, known, part, problems)
        }
        if place.key == "controls" { statement(place.node, problems) }
    }

    private static func complain(
        _ kind: String, _ name: String, _ known: Set<String>, _ node: Node, _ problems: OSCALProblems
    ) {
        let list = known.sorted().joined(separator: ", ")
        problems.complain("\(kind) \(name) needs a namespace (ns); OSCAL's own are \(list)", at: node)
    }

    private static func statement(_ control: Node, _ problems: OSCALProblems) {
        let isGone = ["withdrawn", "reserved", "superseded"].contains(control.property("status")?.lowercased())
        guard !isGone, control.part("statement") == nil else { return }
        problems.complain("control \(control["id"]?.string ?? "") has no part statement", at: control)
    }
}
