public import Compliance

/// Writes an assessment in one file format.
///
/// A writer is a function of the assessment: it asks no clock, draws no random number, and gives the same bytes for the
/// same assessment. Every text it takes from the assessment may come from a hostile file and is escaped for the format.
public protocol Writer: Sendable {
    /// Name by which the format is chosen, for example `oscal-ar`.
    var format: String { get }
    /// Name of the file, for example `gaps.csv`.
    var fileName: String { get }
    /// What the file is and who reads it, in one line.
    var summary: String { get }
    /// Whether it is written when nobody names a format.
    var isDefault: Bool { get }

    /// Writes an assessment.
    func write(_ index: AssessmentIndex, to sink: ByteSink)
}

extension Writer {
    /// A format for one kind of tool is written only when it is named.
    public var isDefault: Bool { false }

    /// Writes an assessment of which nothing else is written.
    public func write(_ assessment: Assessment, to sink: ByteSink) { write(AssessmentIndex(assessment), to: sink) }

    /// The whole file in memory: for tests and small assessments.
    public func bytes(of assessment: Assessment) -> [UInt8] {
        var all: [UInt8] = []
        let sink = ByteSink { all += $0 }
        write(assessment, to: sink)
        // The receiver only appends and never throws.
        try? sink.finish()
        return all
    }
}
