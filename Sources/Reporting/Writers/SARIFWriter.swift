/// `surety.sarif`: SARIF 2.1.0 for viewers and for tools that read findings.
///
/// One result for each thing that a check judged, whatever its verdict: `kind` is `pass`, `fail`, `open` or
/// `notApplicable`, and `review` where a person must speak. Each framework is a taxonomy, each check a rule with its
/// relationships to their items. A waiver that holds is an accepted, external suppression; the kind stays `fail`.
/// Specification: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
public struct SARIFWriter: Writer {
    /// `sarif`.
    public let format = "sarif"
    /// `surety.sarif`.
    public let fileName = "surety.sarif"
    /// What the file is.
    public let summary = "SARIF 2.1.0 with every verdict, for viewers and tools that read findings."

    /// A writer.
    public init() {}

    /// Writes the log.
    public func write(_ index: AssessmentIndex, to sink: ByteSink) {
        SARIFDocument(index, for: .everyone, to: JSONText(sink)).write()
    }
}

/// `surety-github.sarif`: what is open, within the limits of GitHub code scanning.
///
/// GitHub shows each result as an alert and reads neither `kind` nor `suppressions`, so only what fails or could not be
/// read is written: heaviest first, 5,000 at most, each with a place. A waived failure stays an alert that names its waiver.
/// https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
public struct GitHubSARIFWriter: Writer {
    /// `sarif-github`.
    public let format = "sarif-github"
    /// `surety-github.sarif`.
    public let fileName = "surety-github.sarif"
    /// What the file is.
    public let summary = "SARIF 2.1.0 of what is open, within the limits of GitHub code scanning."

    /// A writer.
    public init() {}

    /// Writes the log.
    public func write(_ index: AssessmentIndex, to sink: ByteSink) {
        SARIFDocument(index, for: .github, to: JSONText(sink)).write()
    }
}
