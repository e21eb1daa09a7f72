/// How a report is signed by itself, for tools that know nothing of bundles.
public enum SignatureForm: String, Sendable, Hashable, CaseIterable {
    /// XML-DSig in a file of its own: over OSCAL in XML.
    case detached
    /// XML-DSig inside a copy of the report: over CycloneDX in XML.
    case enveloped
    /// A DSSE envelope in a file of its own: over OSCAL in JSON.
    case dsse

    /// The form for a report; nil for one that is signed with the bundle only.
    public init?(for name: String, _ bytes: [UInt8]) {
        if EnvelopedXMLSignature.isFor(name) {
            self = .enveloped
        } else if DetachedXMLSignature.isFor(name, bytes) {
            self = .detached
        } else if OSCALStatement.isFor(name, bytes) {
            self = .dsse
        } else {
            return nil
        }
    }

    /// Whether it is XML, which Ed25519 keys do not sign.
    public var isXML: Bool { self != .dsse }

    /// What the name of the signed file has in place of `.xml` or `.json`.
    public var ending: String {
        switch self {
        case .detached: ".dsig.xml"
        case .enveloped: ".signed.xml"
        case .dsse: ".dsse.json"
        }
    }
}
