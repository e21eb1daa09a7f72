internal import Compliance
internal import Hashing

/// `hdf.json`: the Heimdall Data Format (OHDF execution results), for MITRE Heimdall.
///
/// A profile for each agent and framework, so that what one agent shows never stands for another that was not looked at:
/// Heimdall reads passed beside skipped as passed. Impact 0 is kept for what does not apply, because Heimdall reads it so
/// whatever the result says. It reads a waived control the same way, so the result of one stays `failed` and its message
/// says what fails. Schema: https://github.com/mitre/heimdall2/tree/master/libs/inspecjs/schemas
public struct HDFWriter: Writer {
    /// `hdf`.
    public let format = "hdf"
    /// `hdf.json`.
    public let fileName = "hdf.json"
    /// What the file is.
    public let summary = "Heimdall Data Format, for MITRE Heimdall."

    /// A writer.
    public init() {}

    /// Writes the profiles.
    public func write(_ index: AssessmentIndex, to sink: ByteSink) {
        let assessment = index.assessment
        let json = JSONText(sink)
        json.object(block: true) {
            json.nested("platform") {
                json.member("name", "Surety")
                json.member("release", assessment.toolVersion)
            }
            json.member("version", assessment.toolVersion)
            json.nested("statistics") {}
            json.key("profiles")
            json.array([0], block: true) { _ in
                index.forEachFramework { agent, framework, items in
                    json.object(block: true) { Self.profile(agent, framework, items, assessment, json) }
                }
            }
        }
        json.finish()
    }

    private static func profile(
        _ agent: AgentSummary, _ framework: Framework, _ items: [ExportItem], _ assessment: Assessment, _ json: JSONText
    ) {
        json.member("name", "\(framework.id) \(agent.id)")
        json.member("title", "\(framework.title) for \(agent.id)")
        json.member("version", framework.edition)
        json.member("maintainer", framework.publisher)
        json.member("license", framework.licence)
        json.member("summary", framework.attribution)
        json.member("status", "loaded")
        json.member("sha256", SHA256.hex("\(assessment.catalog.digest) \(framework.id) \(agent.id)"))
        for key in ["supports", "attributes", "groups"] { json.texts(key, []) }
        json.list("controls", items) { control($0, assessment, json) }
    }

    private static func control(_ item: ExportItem, _ assessment: Assessment, _ json: JSONText) {
        json.member("id", item.control.id.rawValue)
        json.member("title", SafeText.line(item.title))
        json.member("desc", SafeText.line(item.control.statement))
        json.key("descriptions")
        json.array(item.gaps.prefix(25)) { gap in
            json.object {
                json.member("label", "fix")
                json.member("data", SafeText.line(Remedy(gap.remediation).oneLine))
            }
        }
        json.key("impact")
        json.tenths(impact(item))
        json.texts("refs", [])
        json.nested("tags") {
            json.texts("nist", [])
            json.member("framework", item.framework.id.rawValue)
            json.member("agent", item.agent.id.rawValue)
            json.member("verdict", item.result.verdict.rawValue)
            json.member("extent", item.result.extent.rawValue)
            json.texts("gaps", item.gaps.map(\.id.rawValue))
            json.texts("checks", item.result.checks.map(\.check.rawValue))
        }
        json.member("code", "")
        json.nested("source_location") {
            guard let place = item.failures.first?.citations.first else { return }
            json.member("ref", SafeText.line(place.artifact))
            json.given("line", place.line)
        }
        if let accepted = item.acceptance {
            json.nested("waiver_data") {
                json.member("justification", SafeText.line(accepted))
                json.member("expiration_date", item.waivers.map(\.expiresOn).min())
                json.member("run", true)
                json.member("skipped_due_to_waiver", false)
                json.member("message", SafeText.line(item.account))
            }
        }
        json.key("results")
        json.array([item]) { item in
            json.object {
                json.member("status", item.disposition.hdf)
                json.member("code_desc", SafeText.line("\(item.agent.id): \(item.title) is \(item.words)"))
                json.member("start_time", assessment.at)
                json.member(item.disposition.hdf == "skipped" ? "skip_message" : "message", SafeText.line(item.account))
            }
        }
    }

    /// In tenths; 0 means that the item does not apply.
    private static func impact(_ item: ExportItem) -> Int {
        if item.disposition == .notApplicable { return 0 }
        switch item.severity ?? .medium {
        case .info: return 1
        case .low: return 3
        case .medium: return 5
        case .high: return 7
        case .critical: return 9
        }
    }
}

extension Disposition {
    /// The status of a result in HDF; what is shown in part is not passed.
    var hdf: String {
        switch self {
        case .satisfied: "passed"
        case .partly, .failed: "failed"
        case .notApplicable, .notAssessed, .needsPerson: "skipped"
        }
    }
}
