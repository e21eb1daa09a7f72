public import Compliance

/// A format that assessments are reported in: one file, or a folder of files that belong together.
///
/// What a format writes is a function of the assessment: it asks no clock, draws no random number, and gives the same
/// bytes for the same assessment. Every text it takes from the assessment may come from a hostile file and is escaped.
public protocol ReportFormat: Sendable {
    /// Name by which the format is chosen, for example `oscal-ar`.
    var format: String { get }
    /// What it is and who reads it, in one line.
    var summary: String { get }
    /// Whether it is written when nobody names a format.
    var isDefault: Bool { get }

    /// The files of an assessment, none of them written yet.
    func files(of index: AssessmentIndex) -> [ReportFile]
}

extension ReportFormat {
    /// A format for one kind of tool is written only when it is named.
    public var isDefault: Bool { false }

    /// The files of an assessment of which nothing else is written.
    public func files(of assessment: Assessment) -> [ReportFile] { files(of: AssessmentIndex(assessment)) }
}

/// A file of a report.
public struct ReportFile: Sendable {
    /// Path in the folder of the reports, for example `oscal/profile.json`.
    public let path: String
    /// Writes the file.
    ///
    /// Nil when this assessment has none of the name: one that lies there is of another run, and would contradict it.
    public let write: (@Sendable (ByteSink) -> Void)?

    /// A file.
    public init(_ path: String, write: (@Sendable (ByteSink) -> Void)?) {
        self.path = path
        self.write = write
    }
}
