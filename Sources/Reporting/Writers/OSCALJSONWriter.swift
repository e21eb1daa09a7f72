/// `assessment-results.json`: the same OSCAL assessment results in JSON.
public struct OSCALJSONWriter: Writer, OSCALFormat {
    /// `oscal-json`.
    public let format = "oscal-json"
    /// `assessment-results.json`.
    public let fileName = "assessment-results.json"
    /// What the file is.
    public let summary = "The same OSCAL assessment results in JSON, for importers that read no XML."

    private let version: OSCALVersion

    /// A writer of a version of OSCAL.
    public init(_ version: OSCALVersion = .newest) { self.version = version }

    /// Writes the document.
    public func write(_ index: AssessmentIndex, to sink: ByteSink) {
        OSCALDocument(OSCALContext(index, version: version, isPackaged: false), .json, to: sink).results()
    }
}
