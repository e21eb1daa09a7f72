/// The formats that assessments are written in.
public enum Writers {
    /// All writers, by format name.
    public static let all: [any Writer] = [
        CSVWriter(),
        DefectDojoWriter(),
        HDFWriter(),
        HTMLWriter(),
        JSONWriter(),
        JUnitWriter(),
        MarkdownWriter(),
        OCSFWriter(),
        OSCALAssessmentResultsWriter(),
        SARIFWriter(),
        GitHubSARIFWriter(),
    ]

    /// The name that stands for every format.
    public static let everything = "all"

    /// The writers of some formats by name: the default ones for none, every one for `all`.
    public static func named(_ formats: [String]) -> [any Writer] {
        if formats.contains(everything) { return all }
        return all.filter { formats.isEmpty ? $0.isDefault : formats.contains($0.format) }
    }

    /// The writer of a format, by its name or the name of its file.
    public static func writer(for format: String) -> (any Writer)? {
        all.first { $0.format == format || $0.fileName == format }
    }
}
