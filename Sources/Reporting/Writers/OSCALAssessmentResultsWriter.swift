/// `assessment-results.xml`: OSCAL assessment results, what GRC tools import.
///
/// One `result` for each agent, with its reviewed controls, an attestation, observations, risks and findings. OSCAL has
/// two states and four reasons are ours: a finding's `reason` is `pass`, `fail`, or `other` for what is partly shown or
/// not assessed; properties of our namespace carry the exact verdict and extent. Items that do not apply are excluded
/// from the reviewed controls. Model: https://pages.nist.gov/OSCAL/resources/concepts/layer/assessment/assessment-results/
public struct OSCALAssessmentResultsWriter: Writer, EditionedFormat {
    /// `oscal-ar`.
    public let format = "oscal-ar"
    /// `assessment-results.xml`.
    public let fileName = "assessment-results.xml"
    /// What the file is.
    public let summary = "OSCAL assessment results with attestations, for GRC tools."
    /// It is written when nobody names a format.
    public let isDefault = true

    private let version: OSCALVersion

    /// A writer of an edition of OSCAL.
    public init(_ editions: Editions = Editions()) { version = editions.oscal }

    /// Writes the document.
    public func write(_ index: AssessmentIndex, to sink: ByteSink) {
        OSCALDocument(OSCALContext(index, version: version, isPackaged: false), .xml, to: sink).results()
    }
}
