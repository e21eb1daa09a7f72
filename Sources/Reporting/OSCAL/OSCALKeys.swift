/// How the names of OSCAL's XML are spelled in its JSON and YAML.
///
/// What may stand there several times is a list under the plural, also when it is one.
/// Names: https://pages.nist.gov/OSCAL-Reference/models/v1.1.2/complete/json-index/
enum OSCALKeys {
    /// A key, and whether it holds a list.
    struct Key {
        let name: String
        let isList: Bool
    }

    private static let once: Set<String> = [
        "metadata", "title", "published", "last-modified", "version", "oscal-version", "remarks", "description",
        "back-matter", "name", "purpose", "import-ap", "import-ssp", "local-definitions", "reviewed-controls", "start",
        "end", "status", "collected", "expires", "include-all", "merge", "as-is", "assessment-assets", "system-id",
        "deadline", "related-controls", "relationship", "provenance", "mapping-description", "source-resource",
        "target-resource", "source-gap-summary", "target-gap-summary", "prose", "risk-log", "timing", "on-date",
    ]

    private static let irregular = [
        "hash": "hashes", "logged-by": "logged-by", "response": "remediations", "associated-risk": "related-risks",
        "relevant-evidence": "relevant-evidence", "unmapped-controls": "unmapped-controls",
        "include-controls": "include-controls",
    ]

    /// The key of an element that stands in another.
    static func key(_ name: String, in parent: String) -> Key {
        switch (parent, name) {
        case ("finding", "target"), ("risk", "statement"), ("characterization", "origin"):
            return Key(name: name, isList: false)
        default: break
        }
        if once.contains(name) { return Key(name: name, isList: false) }
        if let plural = irregular[name] { return Key(name: plural, isList: true) }
        return Key(name: name.hasSuffix("y") ? name.dropLast() + "ies" : name + "s", isList: true)
    }

    /// The key of a text that stands beside flags.
    static func text(of name: String) -> String { name == "system-id" ? "id" : "value" }
}
