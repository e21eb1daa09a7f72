/// `attestations.cdx.json`: CycloneDX attestations.
///
/// Each framework is a standard, each agent a target, each verdict a claim or a counter claim with the evidence it rests
/// on. CycloneDX has no word for "not assessed": such an item has no entry in the map, and the summary counts it. A waiver
/// is a mitigation strategy with its expiry. Specification: https://cyclonedx.org/capabilities/attestations/
public struct CycloneDXWriter: Writer, EditionedFormat {
    /// `cyclonedx`.
    public let format = "cyclonedx"
    /// `attestations.cdx.json`.
    public let fileName = "attestations.cdx.json"
    /// What the file is.
    public var summary: String { "CycloneDX \(version.rawValue) attestations as JSON." }

    private let version: CycloneDXVersion

    /// A writer of an edition of CycloneDX.
    public init(_ editions: Editions = Editions()) { version = editions.cycloneDX }

    /// Writes the document.
    public func write(_ index: AssessmentIndex, to sink: ByteSink) {
        CycloneDXDocument(index, to: CycloneDXText(.json, version, to: sink)).write()
    }
}

/// `attestations.cdx.xml`: the same as XML.
public struct CycloneDXXMLWriter: Writer, EditionedFormat {
    /// `cyclonedx-xml`.
    public let format = "cyclonedx-xml"
    /// `attestations.cdx.xml`.
    public let fileName = "attestations.cdx.xml"
    /// What the file is.
    public var summary: String { "CycloneDX \(version.rawValue) attestations as XML." }

    private let version: CycloneDXVersion

    /// A writer of an edition of CycloneDX.
    public init(_ editions: Editions = Editions()) { version = editions.cycloneDX }

    /// Writes the document.
    public func write(_ index: AssessmentIndex, to sink: ByteSink) {
        CycloneDXDocument(index, to: CycloneDXText(.xml, version, to: sink)).write()
    }
}
