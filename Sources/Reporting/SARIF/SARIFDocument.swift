internal import Compliance

/// A SARIF log in the making: one run with rules, taxonomies, artifacts and results.
final class SARIFDocument {
    /// Who reads the log.
    enum Reader { case everyone, github }

    /// Limits of GitHub code scanning.
    ///
    /// https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit
    enum Limit {
        static let results = 5000
        static let tags = 10
        static let locations = 100
        static let description = 1024
    }

    let assessment: Assessment
    let index: AssessmentIndex
    let reader: Reader
    let json: JSONText
    let names = SARIFNames()
    let artifacts: [ArtifactRecord]
    /// A rule for each check and for each other cause of a gap; for GitHub those alone that something is open by.
    let rules: [SARIFRule]
    let rulePositions: [String: Int]
    let frameworkPositions: [FrameworkID: Int]
    let artifactPositions: [String: Int]
    /// Rows of the mappings by the item that comes first.
    let rows: [ControlID: [MappingRow]]
    /// How often each fingerprint was given: the same finding twice on a line is told apart by its number.
    var fingerprints: [String: Int] = [:]

    init(_ index: AssessmentIndex, for reader: Reader, to json: JSONText) {
        let assessment = index.assessment
        self.assessment = assessment
        self.index = index
        self.reader = reader
        self.json = json
        var seen: Set<String> = []
        artifacts = index.artifacts.filter {
            !$0.path.isEmpty && seen.insert($0.path).inserted
        }
        let open = Set(
            assessment.gaps.compactMap {
                $0.cause == .failingCheck ? $0.check?.rawValue : SARIFCause($0.cause)?.rawValue
            })
        rules = (assessment.catalog.checks.map(SARIFRule.init) + SARIFCause.allCases.map(SARIFRule.init)).filter {
            reader == .everyone || open.contains($0.id)
        }
        rulePositions = Self.positions(rules.map(\.id))
        frameworkPositions = Self.positions(assessment.catalog.frameworks.map(\.id))
        artifactPositions = Self.positions(artifacts.map(\.path))
        rows = Dictionary(grouping: assessment.catalog.mappings.flatMap { $0.rows(reversed: false) }, by: \.source)
    }

    func write() {
        json.object(block: true) {
            json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
            json.member("version", "2.1.0")
            json.key("runs")
            json.array([0], block: true) { _ in json.object(block: true) { run() } }
        }
        json.finish()
    }

    private func run() {
        json.key("tool")
        json.object(block: true) {
            json.key("driver")
            json.object(block: true) { driver() }
        }
        json.nested("automationDetails") { json.member("id", "surety/" + assessment.at) }
        json.key("invocations")
        json.array([0]) { _ in
            json.object {
                json.member("executionSuccessful", true)
                json.given("endTimeUtc", OSCALValues.dateTime(assessment.at))
            }
        }
        json.member("columnKind", "unicodeCodePoints")
        if reader == .everyone {
            taxonomies()
            json.list("artifacts", artifacts) { artifact in
                location(artifact.path)
                if let digest = OSCALValues.sha256(artifact.sha256) {
                    json.nested("hashes") { json.member("sha-256", digest) }
                }
                if let bytes = artifact.bytes, bytes >= 0 { json.member("length", bytes) }
                json.nested("description") {
                    json.member(
                        "text", "\(artifact.kind), \(artifact.status)" + (artifact.reason.map { ": \($0)" } ?? ""))
                }
            }
        }
        json.key("results")
        json.array(results, block: true) { result in json.object { write(result) } }
        json.nested("properties") {
            json.member("evidenceDigest", assessment.evidenceDigest)
            json.member("catalogDigest", assessment.catalog.digest)
            if let system = assessment.system { json.member("system", system) }
        }
    }

    /// Writes where a file is, relative to the assessed folder.
    func location(_ path: String, indexed: Bool = false) {
        json.key(indexed ? "artifactLocation" : "location")
        json.object {
            json.member("uri", OSCALValues.href(ofPath: path) ?? ".")
            if indexed, reader == .everyone { json.given("index", artifactPositions[path]) }
        }
    }

    private static func positions<Key: Hashable>(_ keys: [Key]) -> [Key: Int] {
        Dictionary(zip(keys, keys.indices), uniquingKeysWith: { first, _ in first })
    }
}
