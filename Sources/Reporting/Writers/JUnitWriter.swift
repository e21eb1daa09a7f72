internal import Compliance

/// `junit.xml`: test results for CI systems.
///
/// A suite for each agent and framework, a test case for each item. What fails or is shown in part is a failure. What
/// does not apply, was not assessed or is accepted by a waiver is skipped, with a message that says which. The file keeps
/// to what both common schemas allow: https://github.com/windyroad/JUnit-Schema and
/// https://github.com/jenkinsci/xunit-plugin.
public struct JUnitWriter: Writer {
    /// `junit`.
    public let format = "junit"
    /// `junit.xml`.
    public let fileName = "junit.xml"
    /// What the file is.
    public let summary = "Framework items as test cases, for CI systems."

    /// A writer.
    public init() {}

    /// Writes the suites.
    public func write(_ index: AssessmentIndex, to sink: ByteSink) {
        let assessment = index.assessment
        let xml = XMLText(sink)
        // The schema's pattern has no zone.
        let at = String((OSCALValues.dateTime(assessment.at) ?? "1970-01-01T00:00:00Z").prefix(19))
        var position = 0
        xml.declaration()
        xml.element("testsuites") {
            index.forEachFramework { agent, framework, items in
                Self.suite(agent, framework, items, id: position, at: at, assessment, xml)
                position += 1
            }
        }
    }

    private static func suite(
        _ agent: AgentSummary, _ framework: Framework, _ items: [ExportItem], id: Int, at: String,
        _ assessment: Assessment, _ xml: XMLText
    ) {
        let outcomes = items.map(Outcome.init)
        xml.element(
            "testsuite",
            [
                "name": "\(agent.id) against \(framework.shortName)", "package": framework.id.rawValue,
                "id": String(id), "timestamp": at, "hostname": "surety", "tests": String(items.count),
                "failures": String(outcomes.count { $0.isFailure }), "errors": "0",
                "skipped": String(outcomes.count { $0.isSkipped }), "time": "0",
            ]
        ) {
            xml.element("properties") {
                for (name, value) in [
                    ("agent", agent.id.rawValue), ("framework", framework.id.rawValue), ("at", assessment.at),
                    ("evidence-sha256", assessment.evidenceDigest), ("catalog-sha256", assessment.catalog.digest),
                ] { xml.empty("property", ["name": name, "value": value]) }
            }
            for (item, outcome) in zip(items, outcomes) { testCase(item, outcome, xml) }
            xml.text("system-out", text: "")
            xml.text("system-err", text: "")
        }
    }

    private static func testCase(_ item: ExportItem, _ outcome: Outcome, _ xml: XMLText) {
        let className = "\(item.framework.id).\(item.control.id.item)"
        // The name is the only place of a passing test that every reader shows.
        let name = item.title + (item.word.map { " (\($0))" } ?? "")
        let head: KeyValuePairs<StaticString, String?> = ["name": name, "classname": className, "time": "0"]
        switch outcome {
        case .pass: xml.empty("testcase", head)
        case .skipped(let why):
            xml.element("testcase", head) { xml.empty("skipped", ["message": why]) }
        case .failure(let why):
            xml.element("testcase", head) {
                xml.text(
                    "failure", ["message": why, "type": item.result.verdict.rawValue],
                    text: item.reasons.joined(separator: " | "))
            }
        }
    }

    /// What a test case can be.
    private enum Outcome {
        case pass
        case skipped(String)
        case failure(String)

        init(_ item: ExportItem) {
            switch item.disposition {
            case .satisfied: self = .pass
            case .failed, .partly:
                if let accepted = item.acceptance {
                    self = .skipped("waived, still \(item.words): \(accepted)")
                } else {
                    self = .failure("\(item.title): \(item.words)")
                }
            case .notApplicable: self = .skipped("not applicable")
            case .notAssessed: self = .skipped("not assessed: " + item.reasons.joined(separator: " "))
            case .needsPerson: self = .skipped("not assessed, needs a person: " + item.reasons.joined(separator: " "))
            }
        }

        var isFailure: Bool { if case .failure = self { true } else { false } }
        var isSkipped: Bool { if case .skipped = self { true } else { false } }
    }
}
