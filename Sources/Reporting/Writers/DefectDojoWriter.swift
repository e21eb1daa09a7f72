internal import Compliance

/// `defectdojo.json`: what is open as generic findings of DefectDojo.
///
/// A finding is a gap that rests on evidence; what is only not assessed is none. A waived gap is `risk_accepted` and not
/// active, never a false positive, as it would be by way of SARIF. Nobody has verified any.
/// Keys: https://docs.defectdojo.com/supported_tools/parsers/generic_findings_import/ (an unknown one refuses the file).
public struct DefectDojoWriter: Writer {
    /// `defectdojo`.
    public let format = "defectdojo"
    /// `defectdojo.json`.
    public let fileName = "defectdojo.json"
    /// What the file is.
    public let summary = "Generic findings for DefectDojo, accepted risks among them."

    /// DefectDojo cuts longer titles.
    static let titleLimit = 500

    /// A writer.
    public init() {}

    /// Writes the findings.
    public func write(_ index: AssessmentIndex, to sink: ByteSink) {
        let assessment = index.assessment
        let json = JSONText(sink)
        json.object(block: true) {
            json.member("name", "Surety")
            json.member("type", "Surety")
            json.member("version", assessment.toolVersion)
            json.member("description", "Gaps of AI agents against control frameworks as of \(assessment.at).")
            json.list("findings", assessment.gaps.lazy.filter(Self.isFinding)) { gap in
                Self.members(of: gap, in: index, json)
            }
        }
        json.finish()
    }

    /// A check that nobody could decide is not assessed; a file that nobody could read is a finding of its own.
    private static func isFinding(_ gap: Gap) -> Bool { gap.cause != .unstatedValue }

    private static func members(of gap: Gap, in index: AssessmentIndex, _ json: JSONText) {
        let waiver = index.waiver(of: gap).flatMap { $0.holds ? $0 : nil }
        let facts =
            gap.facts + (index.record(of: gap)?.remarks.map { "Note by \($0)" } ?? [])
            + (waiver.map { ["Risk \($0.inOneSentence) (until \($0.expiresOn))."] } ?? [])
        let check = gap.check.flatMap { index.checks[$0] }
        let date = OSCALValues.dateTime(index.openedAt(gap)).map { String($0.prefix(10)) }
        let title = SafeText.clip(SafeText.line(gap.headline), to: titleLimit)
        json.member("title", title.isEmpty ? gap.id.rawValue : title)
        json.member("severity", gap.severity.rawValue.capitalized)
        // The title stands above it.
        json.member("description", MarkdownText.paragraphs(facts.isEmpty ? [gap.headline] : facts))
        json.given("date", date)
        json.given("planned_remediation_date", index.record(of: gap)?.due)
        json.member("mitigation", MarkdownText.remedy(gap.remediation))
        json.member("impact", MarkdownText.paragraphs([check?.rationale ?? ""]))
        json.member(
            "references", (check?.references ?? []).compactMap(OSCALValues.href(ofLink:)).joined(separator: "\n"))
        json.member("active", waiver == nil)
        json.member("verified", false)
        json.member("false_p", false)
        json.member("risk_accepted", waiver != nil)
        json.member("static_finding", true)
        if let place = gap.citations.first {
            json.member("file_path", SafeText.line(place.artifact))
            if let line = place.line { json.member("line", line) }
        }
        json.member("service", SafeText.line(gap.agent.rawValue))
        json.member("unique_id_from_tool", gap.id.rawValue)
        json.member("vuln_id_from_tool", gap.check?.rawValue ?? gap.cause.rawValue)
        json.texts("tags", gap.controls.map { SafeText.line($0.rawValue) })
    }
}

extension String {
    /// The first letter in upper case.
    fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}

extension MarkdownText {
    /// Texts as paragraphs in which nothing is markup.
    fileprivate static func paragraphs(_ texts: [String]) -> String {
        texts.filter { !$0.isEmpty }.map { text($0) }.joined(separator: "\n\n")
    }
}
