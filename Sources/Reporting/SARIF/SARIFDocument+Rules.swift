internal import Compliance

extension SARIFDocument {
    /// Writes the program with its rules.
    func driver() {
        json.member("name", "Surety")
        json.given("version", assessment.toolVersion)
        json.key("rules")
        json.array(rules, block: true) { rule in json.object { write(rule) } }
        guard reader == .everyone else { return }
        json.key("supportedTaxonomies")
        json.array(assessment.catalog.frameworks) { framework in json.object { component(framework.id) } }
    }

    private func write(_ rule: SARIFRule) {
        json.member("id", rule.id)
        description("shortDescription", rule.title, or: rule.id)
        description("fullDescription", rule.rationale, or: rule.title)
        json.nested("help") {
            let help = Remedy(rule.help)
            json.member("text", help.parts.isEmpty ? rule.id : help.plainLines.joined(separator: "\n"))
            if !help.parts.isEmpty { json.member("markdown", MarkdownText.remedy(rule.help)) }
        }
        if let link = rule.links.lazy.compactMap(OSCALValues.href(ofLink:)).first { json.member("helpUri", link) }
        json.nested("defaultConfiguration") { json.member("level", rule.severity.sarifLevel) }
        if reader == .everyone { relationships(rule.mappings) }
        json.nested("properties") {
            json.texts("tags", tags(rule.mappings.map(\.control)))
            json.member("precision", "high")
            json.member("security-severity", rule.severity.score)
        }
    }

    private func description(_ key: String, _ text: String, or other: String) {
        let whole = text.isEmpty ? (other.isEmpty ? key : other) : text
        json.nested(key) {
            json.member("text", reader == .github ? SafeText.clip(whole, to: Limit.description) : whole)
        }
    }

    /// GitHub keeps ten tags of a rule, in the order given: the Top 10 for Agentic Applications goes first.
    private func tags(_ controls: [ControlID]) -> [String] {
        let known = Array(Set(controls)).sorted { left, right in
            let a = left.rawValue.hasPrefix("owasp-asi")
            return a == right.rawValue.hasPrefix("owasp-asi") ? left < right : a
        }
        let tags = ["security"] + known.map(\.rawValue)
        return reader == .github ? Array(tags.prefix(Limit.tags)) : tags
    }

    private func relationships(_ mappings: [CheckMapping]) {
        let known = mappings.filter { index.control($0.control) != nil }
        guard !known.isEmpty else { return }
        json.key("relationships")
        json.array(known) { mapping in
            json.object {
                json.nested("target") { reference(mapping.control) }
                json.texts("kinds", [mapping.relationship.sarifKind])
                json.nested("description") { json.member("text", mapping.because) }
            }
        }
    }

    /// Writes the members that refer to a framework item.
    func reference(_ control: ControlID) {
        json.member("id", control.item)
        json.nested("toolComponent") { component(control.framework) }
    }

    private func component(_ framework: FrameworkID) {
        json.member("name", framework.rawValue)
        json.given("index", frameworkPositions[framework])
        json.member("guid", names.taxonomy(framework))
    }
}

/// A rule of the log: a check, or a cause for which something is open.
struct SARIFRule {
    let id: String
    let title: String
    let rationale: String
    let help: String
    let severity: Severity
    let links: [String]
    let mappings: [CheckMapping]

    init(_ check: Check) {
        id = check.id.rawValue
        title = check.title
        rationale = check.rationale
        help = check.remediation
        severity = check.severity
        links = check.references
        mappings = check.mappings
    }

    init(_ cause: SARIFCause) {
        id = cause.rawValue
        title = cause.title
        rationale = cause.explanation
        help = cause.explanation
        severity = cause.severity
        links = []
        mappings = []
    }
}

extension Severity {
    /// The level of a failure, SARIF 2.1.0 §3.27.10.
    var sarifLevel: String {
        switch self {
        case .critical, .high: "error"
        case .medium: "warning"
        case .low, .info: "note"
        }
    }

    /// A number by which GitHub names severities: above 9.0 critical, from 7.0 high, from 4.0 medium.
    var score: String {
        switch self {
        case .critical: "9.5"
        case .high: "8.0"
        case .medium: "5.5"
        case .low: "2.0"
        case .info: "0.1"
        }
    }
}

extension Relationship {
    /// What the target is to the source, SARIF 2.1.0 §3.53.3.
    var sarifKind: String {
        switch self {
        case .equalTo, .equivalentTo: "equal"
        case .subsetOf: "superset"
        case .supersetOf: "subset"
        case .intersectsWith: "relevant"
        case .noRelationship: "disjoint"
        }
    }
}
