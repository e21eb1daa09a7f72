/// `oscal/`: everything that OSCAL has a model for, as documents that refer to each other, each in XML and in JSON.
///
/// Catalogs of the frameworks, the profile of the items, mappings between the frameworks (from OSCAL 1.2 on), the agents
/// as components, assessment plan, assessment results, and the plan of action and milestones.
public struct OSCALPackageWriter: EditionedFormat {
    /// `oscal-package`.
    public let format = "oscal-package"
    /// What it is.
    public let summary =
        "Folder oscal/: catalogs, profile, mappings, component definition, plan, results and POA&M, in XML and JSON."

    private let version: OSCALVersion

    /// A writer of an edition of OSCAL.
    public init(_ editions: Editions = Editions()) { version = editions.oscal }

    /// The documents, those in XML first.
    public func files(of index: AssessmentIndex) -> [ReportFile] {
        let package = OSCALPackage(index, version: version)
        return package.files(.xml) + package.files(.json)
    }
}
