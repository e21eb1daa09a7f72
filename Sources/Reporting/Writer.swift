public import Compliance

/// Writes an assessment in a format of one file.
public protocol Writer: ReportFormat {
    /// Name of the file, for example `gaps.csv`.
    var fileName: String { get }

    /// Writes the assessment.
    func write(_ assessment: Assessment, to sink: ByteSink)
}

extension Writer {
    /// The one file.
    public func files(of assessment: Assessment) -> [ReportFile] {
        [ReportFile(fileName) { write(assessment, to: $0) }]
    }

    /// The whole file in memory: for tests and small assessments.
    public func bytes(of assessment: Assessment) -> [UInt8] {
        ByteSink.bytes { write(assessment, to: $0) }
    }
}
