/// The formats that assessments are written in.
public enum Writers {
    /// All writers, by format name.
    public static let all: [any Writer] = [
        CSVWriter(),
        HTMLWriter(),
        JSONWriter(),
        MarkdownWriter(),
        OSCALAssessmentResultsWriter(),
    ]

    /// The writer of a format, by its name or the name of its file.
    public static func writer(for format: String) -> (any Writer)? {
        all.first { $0.format == format || $0.fileName == format }
    }
}
