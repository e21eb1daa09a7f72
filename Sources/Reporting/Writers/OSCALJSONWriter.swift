/// `assessment-results.json`: the same OSCAL assessment results in JSON.
public struct OSCALJSONWriter: Writer, EditionedFormat {
    /// `oscal-json`.
    public let format = "oscal-json"
    /// `assessment-results.json`.
    public let fileName = "assessment-results.json"
    /// What the file is.
    public let summary = "The same OSCAL assessment results in JSON, for importers that read no XML."

    private let version: OSCALVersion

    /// A writer of an edition of OSCAL.
    public init(_ editions: Editions = Editions()) { version = editions.oscal }

    /// Writes the document.
    public func write(_ index: AssessmentIndex, to sink: ByteSink) {
        OSCALDocument(OSCALContext(index, version: version, isPackaged: false), .json, to: sink).results()
    }
}
