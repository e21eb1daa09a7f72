public import Compliance

/// Writes an assessment in a format of one file.
public protocol Writer: ReportFormat {
    /// Name of the file, for example `gaps.csv`.
    var fileName: String { get }

    /// Writes an assessment.
    func write(_ index: AssessmentIndex, to sink: ByteSink)
}

extension Writer {
    /// The one file.
    public func files(of index: AssessmentIndex) -> [ReportFile] {
        [ReportFile(fileName) { write(index, to: $0) }]
    }

    /// Writes an assessment of which nothing else is written.
    public func write(_ assessment: Assessment, to sink: ByteSink) { write(AssessmentIndex(assessment), to: sink) }

    /// The whole file in memory: for tests and small assessments.
    public func bytes(of assessment: Assessment) -> [UInt8] {
        ByteSink.bytes { write(assessment, to: $0) }
    }
}
