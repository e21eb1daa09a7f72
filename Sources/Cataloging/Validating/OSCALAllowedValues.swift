internal import Documents

/// The closed lists of values that no OSCAL schema holds.
///
/// They stand in the Metaschema constraints: https://github.com/usnistgov/OSCAL/tree/develop/src/metaschema
enum OSCALAllowedValues {
    private struct Rule {
        let path: [String]
        let member: String
        let values: [String]

        init(_ path: [String], _ member: String, _ values: [String]) {
            self.path = path
            self.member = member
            self.values = values
        }
    }

    private static let rationales = ["syntactic", "semantic", "functional"]
    private static let statuses = ["complete", "not-complete", "draft", "deprecated", "superseded"]
    private static let methods = ["human", "automation", "hybrid"]

    private static let rules = [
        Rule(["parties"], "type", ["person", "organization"]),
        Rule(["findings", "target"], "type", ["statement-id", "objective-id"]),
        Rule(["findings", "target", "status"], "state", ["satisfied", "not-satisfied"]),
        Rule(["actors"], "type", ["tool", "assessment-platform", "party"]),
        Rule(["components", "status"], "state", ["under-development", "operational", "disposition", "other"]),
        Rule(["maps", "sources"], "type", ["control", "statement"]),
        Rule(["maps", "targets"], "type", ["control", "statement"]),
        Rule(["maps"], "matching-rationale", rationales),
        Rule(["mappings"], "matching-rationale", rationales), Rule(["provenance"], "matching-rationale", rationales),
        Rule(["mappings"], "status", statuses), Rule(["provenance"], "status", statuses),
        Rule(["mappings"], "method", methods), Rule(["provenance"], "method", methods),
        Rule(["qualifiers"], "subject", ["source", "target", "both"]),
        Rule(["qualifiers"], "predicate", ["has-requirement", "has-incompatibility"]),
        Rule(["qualifiers"], "category", ["restricted", "addressable", "blocked"]),
        Rule(["remediations"], "lifecycle", ["recommendation", "planned", "completed"]),
        Rule(["select"], "how-many", ["one", "one-or-more"]),
        Rule(["combine"], "method", ["use-first", "merge", "keep"]),
        Rule(["include-controls"], "with-child-controls", ["yes", "no"]),
        Rule(["exclude-controls"], "with-child-controls", ["yes", "no"]),
    ]

    private static let relationships = [
        "equivalent-to", "equal-to", "subset-of", "superset-of", "intersects-with", "no-relationship",
    ]

    private static let hashLengths = [
        "SHA-224": 56, "SHA-256": 64, "SHA-384": 96, "SHA-512": 128, "SHA3-224": 56, "SHA3-256": 64, "SHA3-384": 96,
        "SHA3-512": 128,
    ]

    /// Looks at one object.
    static func check(_ place: OSCALPlace, _ problems: OSCALProblems) {
        for rule in rules where place.path.suffix(rule.path.count) == rule.path[...] {
            value(rule.member, of: place.node, in: rule.values, problems)
        }
        if place.key == "maps" && OSCALTerms.isStandard(place.node) {
            value("relationship", of: place.node, in: relationships, problems)
        }
        if place.key == "facets" && OSCALTerms.isStandard(system: place.node) {
            value("name", of: place.node, in: ["likelihood", "impact", "risk", "severity"], problems)
        }
        if place.key == "hashes", let algorithm = place.node["algorithm"]?.string,
            let length = hashLengths[algorithm], let hash = place.node["value"]?.string, hash.utf8.count != length
        {
            problems.complain("a \(algorithm) has \(length) hexadecimal digits, not \(hash.utf8.count)", at: place.node)
        }
        for member in ["target-coverage", "percentage"] {
            guard let value = place.node[member], let share = value.number ?? value.string.flatMap(Double.init) else {
                continue
            }
            if !(0...1).contains(share) {
                problems.complain("\(member) is a share from 0 to 1, not \(share)", at: value)
            }
        }
    }

    private static func value(_ member: String, of node: Node, in values: [String], _ problems: OSCALProblems) {
        guard let value = node[member], let text = value.string, !values.contains(text) else { return }
        problems.complain("\(member) cannot be \(text); it is one of \(values.joined(separator: ", "))", at: value)
    }
}

extension OSCALTerms {
    /// Whether a facet is of OSCAL's own system.
    static func isStandard(system node: Node) -> Bool { node["system"]?.string == "http://csrc.nist.gov/ns/oscal" }
}
