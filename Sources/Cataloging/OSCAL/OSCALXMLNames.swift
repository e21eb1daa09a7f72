/// How the names of OSCAL's XML are spelled in its JSON.
///
/// Most elements may stand there several times and are a list under their plural; the others are told here.
/// Names: https://pages.nist.gov/OSCAL-Reference/models/v1.1.2/complete/json-index/
enum OSCALXMLNames {
    /// Elements of prose.
    static let markup: Set<String> = [
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "pre", "hr", "blockquote", "table", "tr", "td",
        "th", "img", "a", "insert", "br", "code", "em", "i", "b", "strong", "sub", "sup", "q",
    ]

    private static let once: Set<String> = [
        "catalog", "profile", "mapping-collection", "assessment-results", "assessment-plan", "component-definition",
        "system-security-plan", "plan-of-action-and-milestones", "metadata", "title", "published", "last-modified",
        "version", "oscal-version", "remarks", "description", "back-matter", "text", "name", "short-name", "citation",
        "base64", "label", "usage", "select", "merge", "modify", "custom", "combine", "flat", "as-is", "include-all",
        "provenance", "source-resource", "target-resource", "relationship", "confidence-score", "coverage",
        "mapping-description", "source-gap-summary", "target-gap-summary", "category", "percentage", "import-ap",
        "import-ssp", "import-profile", "local-definitions", "reviewed-controls", "start", "end", "target", "status",
        "collected", "expires", "assessment-log", "risk-log", "implementation-status", "deadline", "purpose",
        "implementation-statement-uuid", "assessment-assets", "terms-and-conditions", "timing", "caption", "revisions",
        "system-id", "city", "state", "postal-code", "country", "system-characteristics", "system-implementation",
        "control-implementation", "on-date", "within-date-range", "at-frequency",
    ]

    private static let irregular = [
        "party": "parties", "responsible-party": "responsible-parties", "hash": "hashes", "activity": "activities",
        "entry": "entries", "dependency": "dependencies", "address": "addresses", "response": "remediations",
        "associated-risk": "related-risks", "assessment-task": "tasks", "assessment-part": "parts",
        "relevant-evidence": "relevant-evidence", "unmapped-controls": "unmapped-controls", "logged-by": "logged-by",
        "matching": "matching", "objectives-and-methods": "objectives-and-methods", "choice": "choice",
        "include-controls": "include-controls", "exclude-controls": "exclude-controls",
        "insert-controls": "insert-controls", "capability": "capabilities",
    ]

    /// The key of an element in JSON, and whether it holds a list.
    static func key(_ name: String, in parent: String) -> (key: String, isList: Bool) {
        switch (parent, name) {
        case ("map", "target"), ("characterization", "facet"): return (name + "s", true)
        case ("characterization", "origin"), ("risk", "statement"): return (name, false)
        case ("system-characteristics", "system-id"), ("component-definition", "control-implementation"):
            return (name + "s", true)
        case ("component", "control-implementation"), ("capability", "control-implementation"):
            return (name + "s", true)
        default: break
        }
        if once.contains(name) { return (name, false) }
        return (irregular[name] ?? name + "s", true)
    }

    /// The key of a text that stands beside attributes or elements.
    static func valueKey(_ name: String) -> String {
        switch name {
        case "part", "assessment-part", "guideline": "prose"
        case "threat-id", "system-id": "id"
        case "document-id": "identifier"
        case "coverage": "target-coverage"
        case "telephone-number": "number"
        default: "value"
        }
    }

    /// Whether the element is an object also when nothing but prose stands in it.
    static func holdsProse(_ name: String) -> Bool { valueKey(name) == "prose" }

    /// Whether an element with nothing in it is an empty object, rather than an empty text.
    static func isEmptyObject(_ name: String) -> Bool { objects.contains(name) }

    private static let objects: Set<String> = [
        "catalog", "profile", "mapping-collection", "assessment-results", "metadata", "back-matter", "group", "control",
        "import", "include-all", "merge", "modify", "flat",
    ]

    /// Whether the text of an element is a line of markup.
    static func isMarkupLine(_ name: String) -> Bool { ["title", "text", "label", "choice"].contains(name) }
}
