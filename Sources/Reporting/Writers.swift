/// The formats that assessments are written in.
public enum Writers {
    /// The writers of one file, by format name.
    public static let all: [any Writer] = byName(
        [
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
        ] + RegisterWriter.usual)

    private static func byName(_ writers: [any Writer]) -> [any Writer] { writers.sorted { $0.format < $1.format } }

    /// Every format, of one file or of several, by name, in its edition where there are several.
    public static func formats(in editions: Editions = Editions()) -> [any ReportFormat] {
        let formats: [any ReportFormat] = all + [CISOAssistantWriter(), GemaraWriter(), OSCALPackageWriter()]
        return formats.sorted { $0.format < $1.format }.map { format in
            guard let chosen = format as? any EditionedFormat else { return format }
            return type(of: chosen).init(editions)
        }
    }

    /// The name that stands for every format.
    public static let everything = "all"

    /// Some formats by name: the default ones for none, every one for `all`.
    ///
    /// Registers are there in both forms. A layout of the user's own is written also when no name asks for it, as CSV.
    public static func named(
        _ names: [String], in editions: Editions = Editions(), layouts: [RegisterLayout] = []
    ) -> [any ReportFormat] {
        let wantsAll = names.contains(everything)
        let chosen = formats(in: editions).filter {
            wantsAll || (names.isEmpty ? $0.isDefault : names.contains($0.format))
        }
        let others = RegisterWriter.others.filter { names.contains($0.format) }
        let own = layouts.flatMap { layout -> [RegisterWriter] in
            let forms = RegisterLayout.Form.allCases.map { RegisterWriter(layout, as: $0) }
            let asked = forms.filter { names.contains($0.format) }
            return asked.isEmpty ? [RegisterWriter(layout, as: layout.form)] : asked
        }
        return chosen + others + own
    }

    /// The writer of a format, by its name or the name of its file.
    public static func writer(for format: String) -> (any Writer)? {
        (all + RegisterWriter.others).first { $0.format == format || $0.fileName == format }
    }
}
