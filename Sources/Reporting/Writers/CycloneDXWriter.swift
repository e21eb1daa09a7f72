/// `attestations.cdx.json`: CycloneDX 1.6 attestations.
///
/// Each framework is a standard, each agent a target, each verdict a claim or a counter claim with the evidence it rests
/// on. CycloneDX has no word for "not assessed": such an item has no entry in the map, and the summary counts it. A waiver
/// is a mitigation strategy with its expiry. Specification: https://cyclonedx.org/capabilities/attestations/
public struct CycloneDXWriter: Writer {
    /// `cyclonedx`.
    public let format = "cyclonedx"
    /// `attestations.cdx.json`.
    public let fileName = "attestations.cdx.json"
    /// What the file is.
    public let summary = "CycloneDX 1.6 attestations as JSON."

    /// A writer.
    public init() {}

    /// Writes the document.
    public func write(_ index: AssessmentIndex, to sink: ByteSink) {
        CycloneDXDocument(index, to: CycloneDXText(.json, to: sink)).write()
    }
}

/// `attestations.cdx.xml`: the same as XML.
public struct CycloneDXXMLWriter: Writer {
    /// `cyclonedx-xml`.
    public let format = "cyclonedx-xml"
    /// `attestations.cdx.xml`.
    public let fileName = "attestations.cdx.xml"
    /// What the file is.
    public let summary = "CycloneDX 1.6 attestations as XML."

    /// A writer.
    public init() {}

    /// Writes the document.
    public func write(_ index: AssessmentIndex, to sink: ByteSink) {
        CycloneDXDocument(index, to: CycloneDXText(.xml, to: sink)).write()
    }
}
