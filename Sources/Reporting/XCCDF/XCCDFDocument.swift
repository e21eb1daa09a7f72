internal import Compliance
internal import Hashing

/// A Benchmark in the making.
struct XCCDFDocument {
    let assessment: Assessment
    let index: AssessmentIndex
    let xml: XMLText
    /// The moment of the assessment.
    let at: String
    /// The heaviest check that is mapped to each item.
    let severities: [ControlID: Severity]

    init(_ index: AssessmentIndex, to xml: XMLText) {
        let assessment = index.assessment
        self.assessment = assessment
        self.index = index
        self.xml = xml
        let mapped = assessment.catalog.checks.flatMap { check in check.mappings.map { ($0.control, check.severity) } }
        severities = Dictionary(mapped, uniquingKeysWith: max)
        at = OSCALValues.dateTime(assessment.at) ?? "1970-01-01T00:00:00Z"
    }

    func write() {
        xml.declaration()
        xml.element(
            "Benchmark",
            [
                "xmlns": "http://checklists.nist.gov/xccdf/1.2", "id": Self.id("benchmark", "ai-agents"),
                "resolved": "true", "xml:lang": "en",
            ]
        ) {
            xml.text("status", ["date": String(at.prefix(10))], text: "draft")
            xml.text("title", text: "Control frameworks for AI agents")
            xml.text(
                "description",
                text:
                    "Framework items held against agents by Surety. What is not checked is unknown, neither good nor bad."
            )
            xml.text("version", text: "\(assessment.toolVersion)-\(assessment.catalog.digest.prefix(12))")
            // SP 800-126 wants a word of Dublin Core about the author.
            xml.element("metadata") {
                xml.text("dc:creator", ["xmlns:dc": "http://purl.org/dc/elements/1.1/"], text: "Surety")
            }
            for framework in assessment.catalog.frameworks { group(framework) }
            for agent in assessment.agents { testResult(agent) }
        }
    }

    private func group(_ framework: Framework) {
        xml.element("Group", ["id": Self.id("group", framework.id.rawValue)]) {
            xml.text("title", text: framework.title)
            xml.text("description", text: "\(framework.publisher), \(framework.edition). \(framework.attribution)")
            for control in framework.controls where control.kind != .group { rule(control, of: framework) }
        }
    }

    private func rule(_ control: Control, of framework: Framework) {
        let severity = severities[control.id]?.xccdf ?? "unknown"
        xml.element("Rule", ["id": Self.id(control), "selected": "true", "severity": severity, "weight": "1"]) {
            xml.text("title", text: "\(control.id.item): \(control.title)")
            xml.text("description", text: control.statement)
            xml.text("reference", ["href": OSCALValues.href(ofLink: framework.source)], text: control.id.rawValue)
            xml.text(
                "ident", ["system": "https://surety-tool.org/ns/framework/" + framework.id.rawValue.uriPart],
                text: control.id.item)
        }
    }

    private func testResult(_ agent: AgentSummary) {
        let open = OpenItems(of: agent.id, in: index)
        let items = assessment.catalog.frameworks.flatMap { index.items(of: $0, for: agent, open: open) }
        guard !items.isEmpty else { return }
        let name = "\(agent.id)-\(SHA256.hex(agent.id.rawValue).prefix(8))"
        xml.element(
            "TestResult",
            [
                "id": Self.id("testresult", name), "start-time": at, "end-time": at,
                "test-system": "surety:" + assessment.toolVersion.uriPart,
                "version": assessment.catalog.digest.prefix(12).description,
            ]
        ) {
            xml.text("title", text: "Assessment of \(agent.id)")
            xml.text("remark", text: "Evidence \(assessment.evidenceDigest), catalog \(assessment.catalog.digest).")
            xml.text("target", text: agent.id.rawValue)
            for item in items { ruleResult(item) }
            xml.text(
                "score",
                [
                    "system": "urn:xccdf:scoring:flat-unweighted",
                    "maximum": String(items.count { $0.disposition != .notApplicable }),
                ], text: String(items.count { $0.disposition == .satisfied }))
        }
    }

    private func ruleResult(_ item: ExportItem) {
        let result = item.disposition.xccdf
        xml.element(
            "rule-result",
            ["idref": Self.id(item.control), "time": at, "severity": item.severity?.xccdf ?? "unknown", "weight": "1"]
        ) {
            xml.text("result", text: result)
            if let accepted = item.acceptance {
                xml.element(
                    "override", ["time": at, "authority": item.waivers.map(\.approver).joined(separator: ", ")]
                ) {
                    xml.text("old-result", text: result)
                    xml.text("new-result", text: result)
                    xml.text("remark", text: "Risk accepted, the result stays: \(accepted)")
                }
            }
            xml.text("message", ["severity": "info"], text: "Read as: \(item.words).")
            for reason in item.reasons.prefix(25) { xml.text("message", ["severity": "info"], text: reason) }
            for gap in item.gaps.prefix(25) where !gap.remediation.isEmpty {
                xml.text("fix", ["system": "urn:xccdf:fix:commands"], text: Remedy(gap.remediation).oneLine)
            }
            xml.empty("check", ["system": "https://surety-tool.org/ns/check"])
        }
    }

    private static func id(_ control: Control) -> String { id("rule", control.id.rawValue) }

    /// XCCDF 1.2 holds identifiers to this form.
    private static func id(_ kind: String, _ name: String) -> String {
        "xccdf_org.surety-tool_\(kind)_" + XMLText.name(name)
    }
}

extension Severity {
    /// XCCDF has no word above high.
    var xccdf: String { self == .critical ? "high" : rawValue }
}

extension Disposition {
    /// The result of a rule.
    var xccdf: String {
        switch self {
        case .satisfied: "pass"
        case .partly, .failed: "fail"
        case .notApplicable: "notapplicable"
        case .notAssessed, .needsPerson: "notchecked"
        }
    }
}

extension String {
    /// The text as a part of a URI.
    var uriPart: String { OSCALValues.href(ofPath: self) ?? "" }
}
