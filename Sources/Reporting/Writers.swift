/// The formats that assessments are written in.
public enum Writers {
    /// The writers of one file, by format name.
    public static let all: [any Writer] = [
        CSVWriter(),
        CycloneDXWriter(),
        CycloneDXXMLWriter(),
        DefectDojoWriter(),
        HDFWriter(),
        HTMLWriter(),
        JSONWriter(),
        JUnitWriter(),
        MarkdownWriter(),
        OCSFWriter(),
        OSCALAssessmentResultsWriter(),
        OSCALJSONWriter(),
        SARIFWriter(),
        GitHubSARIFWriter(),
        XCCDFWriter(),
    ]

    /// Every format, of one file or of several, by name, those of OSCAL in a version.
    public static func formats(oscal version: OSCALVersion = .newest) -> [any ReportFormat] {
        let formats: [any ReportFormat] = all + [OSCALPackageWriter()]
        return formats.sorted { $0.format < $1.format }.map { format in
            guard let chosen = format as? any OSCALFormat else { return format }
            return type(of: chosen).init(version)
        }
    }

    /// The name that stands for every format.
    public static let everything = "all"

    /// Some formats by name: the default ones for none, every one for `all`.
    public static func named(_ names: [String], oscal version: OSCALVersion = .newest) -> [any ReportFormat] {
        let formats = formats(oscal: version)
        if names.contains(everything) { return formats }
        return formats.filter { names.isEmpty ? $0.isDefault : names.contains($0.format) }
    }

    /// The writer of a format, by its name or the name of its file.
    public static func writer(for format: String) -> (any Writer)? {
        all.first { $0.format == format || $0.fileName == format }
    }
}
