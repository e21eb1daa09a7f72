/// `compliance-findings.ocsf.jsonl`: OCSF Compliance Findings, class 2003, one event a line.
///
/// An event for each framework item and agent, also for what passes or was not assessed, which is a warning and never a
/// pass. A waived failure is a failure whose event is suppressed. Class: https://schema.ocsf.io/1.7.0/classes/compliance_finding
public struct OCSFWriter: Writer, EditionedFormat {
    /// `ocsf`.
    public let format = "ocsf"
    /// `compliance-findings.ocsf.jsonl`.
    public let fileName = "compliance-findings.ocsf.jsonl"
    /// What the file is.
    public var summary: String {
        "OCSF \(version.rawValue) Compliance Findings as JSON lines, for Splunk and Security Lake."
    }

    private let version: OCSFVersion

    /// A writer of an edition of OCSF.
    public init(_ editions: Editions = Editions()) { version = editions.ocsf }

    /// Writes the events.
    public func write(_ index: AssessmentIndex, to sink: ByteSink) {
        index.forEachFramework { _, _, items in
            for item in items { OCSFEvent(item, in: index, version: version).write(to: JSONText(sink)) }
        }
    }
}
