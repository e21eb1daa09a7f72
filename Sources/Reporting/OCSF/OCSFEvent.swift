internal import Compliance
internal import Hashing

/// One Compliance Finding.
struct OCSFEvent {
    private static let space = UUIDv5(
        namespace: UUIDv5(namespace: "6ba7b811-9dad-11d1-80b4-00c04fd430c8").uuid(
            "https://surety-tool.org/ns/ocsf/1.0"))

    private let item: ExportItem
    private let index: AssessmentIndex
    private let version: OCSFVersion
    private let time: Int
    /// What a history knows of what is open on the item.
    private let records: [GapRecord]

    init(_ item: ExportItem, in index: AssessmentIndex, version: OCSFVersion) {
        self.item = item
        self.version = version
        self.index = index
        time = EpochTime.milliseconds(index.assessment.at) ?? 0
        records = item.gaps.compactMap { index.record(of: $0) }
    }

    /// A finding that the history knows is an update of it.
    private var activity: (id: Int, name: String) { records.isEmpty ? (1, "Create") : (2, "Update") }

    /// When the first of what is open was seen first.
    private var firstSeen: Int? { records.compactMap { EpochTime.milliseconds($0.openedAt) }.min() }

    func write(to json: JSONText) {
        let isWaived = !item.waivers.isEmpty
        json.object {
            json.member("activity_id", activity.id)
            json.member("activity_name", activity.name)
            json.member("category_uid", 2)
            json.member("category_name", "Findings")
            json.member("class_uid", 2003)
            json.member("class_name", "Compliance Finding")
            json.member("type_uid", 200_300 + activity.id)
            json.member("type_name", "Compliance Finding: \(activity.name)")
            json.member("time", time)
            json.member("severity_id", severity.id)
            json.member("severity", severity.name)
            json.member("status_id", isWaived ? 3 : 1)
            json.member("status", isWaived ? "Suppressed" : "New")
            json.member("message", SafeText.line(item.account))
            json.nested("metadata") {
                json.member("version", version.number)
                json.nested("product") {
                    json.member("name", "Surety")
                    json.member("vendor_name", "Surety")
                    json.member("version", index.assessment.toolVersion)
                }
            }
            json.nested("finding_info") {
                json.member("uid", Self.space.uuid("\(item.agent.id)\u{1F}\(item.control.id)"))
                json.member("title", SafeText.line(item.title))
                json.member("desc", SafeText.line(item.control.statement))
                json.member("created_time", firstSeen ?? time)
                guard let firstSeen else { return }
                json.member("first_seen_time", firstSeen)
                json.member("last_seen_time", time)
            }
            json.nested("compliance") { compliance(json) }
            json.key("resources")
            json.array([item.agent]) { resource($0, json) }
            evidences(json)
            if !item.gaps.isEmpty {
                json.nested("remediation") {
                    json.member(
                        "desc", SafeText.line(item.gaps.map { Remedy($0.remediation).oneLine }.joined(separator: " ")))
                }
            }
            json.nested("unmapped") { unmapped(json) }
        }
        json.finish()
    }

    private func compliance(_ json: JSONText) {
        json.texts("standards", ["\(item.framework.title), \(item.framework.edition)"])
        json.texts("requirements", [item.control.id.rawValue])
        json.member("control", item.control.id.item)
        json.member("desc", SafeText.line(item.control.title))
        json.member("status_id", item.disposition.ocsf.id)
        json.member("status", item.disposition.ocsf.name)
        json.texts("status_details", ([item.words] + item.reasons).map(SafeText.line))
        json.key("checks")
        let checks = OCSFCheck.all(of: item, in: index, version: version)
        json.array(checks) { check in json.object { check.write(to: json) } }
    }

    private func resource(_ agent: AgentSummary, _ json: JSONText) {
        json.object {
            json.member("uid", agent.id.rawValue)
            json.member("name", agent.id.rawValue)
            json.member("type", "AI agent")
            json.texts("labels", [agent.product, agent.kind])
        }
    }

    private func evidences(_ json: JSONText) {
        let places = item.failures.flatMap(\.citations)
        guard !places.isEmpty else { return }
        json.key("evidences")
        json.array(places.prefix(25)) { place in
            json.object {
                json.nested("data") { json.members(ofPlace: place) }
                json.nested("file") {
                    json.member("name", String(place.artifact.split(separator: "/").last ?? ""))
                    json.member("path", place.artifact)
                    json.member("type_id", 1)
                    guard let digest = OSCALValues.sha256(place.sha256) else { return }
                    json.key("hashes")
                    json.array([digest]) { digest in
                        json.object {
                            json.member("algorithm_id", 3)
                            json.member("algorithm", "SHA-256")
                            json.member("value", digest)
                        }
                    }
                }
            }
        }
    }

    private func unmapped(_ json: JSONText) {
        json.member("verdict", item.result.verdict.rawValue)
        json.member("extent", item.result.extent.rawValue)
        json.texts("gaps", item.gaps.map(\.id.rawValue))
        json.given("waiver", item.acceptance)
        // As `resources.owner` a name alone is refused by readers that want an account beside it.
        json.given("owner", item.agent.owner)
        tracked(json)
        json.member("evidence_sha256", index.assessment.evidenceDigest)
        json.member("catalog_sha256", index.assessment.catalog.digest)
    }

    /// Until when what is open is to be closed, who sees to it, and where it is tracked elsewhere.
    private func tracked(_ json: JSONText) {
        guard !records.isEmpty else { return }
        json.given("due", records.compactMap(\.due).min())
        for (key, values) in [("assigned_to", records.map(\.owner)), ("tickets", records.map(\.ticket))] {
            let given = Set(values.compactMap(\.self)).sorted()
            if !given.isEmpty { json.texts(key, given) }
        }
    }

    /// What passes informs; what nobody assessed is of unknown weight.
    private var severity: (id: Int, name: String) {
        switch item.disposition {
        case .satisfied, .notApplicable: (1, "Informational")
        case .notAssessed, .needsPerson: (0, "Unknown")
        case .failed, .partly:
            switch item.severity ?? .medium {
            case .info: (1, "Informational")
            case let severity: (severity.ocsf, severity.rawValue.prefix(1).uppercased() + severity.rawValue.dropFirst())
            }
        }
    }
}

extension Severity {
    /// `severity_id` of OCSF.
    var ocsf: Int {
        switch self {
        case .info: 1
        case .low: 2
        case .medium: 3
        case .high: 4
        case .critical: 5
        }
    }
}

extension Disposition {
    /// `compliance.status_id` of OCSF and its caption; the warning stands for "no result, information is missing".
    var ocsf: (id: Int, name: String) {
        switch self {
        case .satisfied: (1, "Pass")
        case .partly, .failed: (3, "Fail")
        case .notAssessed, .needsPerson: (2, "Warning")
        case .notApplicable: (99, "Not Applicable")
        }
    }
}

extension Verdict {
    /// The same for a check.
    var ocsf: (id: Int, name: String) {
        switch self {
        case .satisfied: Disposition.satisfied.ocsf
        case .notSatisfied: Disposition.failed.ocsf
        case .undetermined: Disposition.notAssessed.ocsf
        case .notApplicable: Disposition.notApplicable.ocsf
        }
    }
}
