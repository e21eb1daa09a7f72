/// In which editions the formats are written that there are several of.
public struct Editions: Sendable, Hashable {
    /// Edition of CycloneDX.
    public var cycloneDX: CycloneDXVersion
    /// Edition of OCSF.
    public var ocsf: OCSFVersion
    /// Edition of OSCAL.
    public var oscal: OSCALVersion

    /// Editions, the usual ones where none is given.
    public init(
        cycloneDX: CycloneDXVersion = .usual, ocsf: OCSFVersion = .usual, oscal: OSCALVersion = .usual
    ) {
        self.cycloneDX = cycloneDX
        self.ocsf = ocsf
        self.oscal = oscal
    }

    /// The editions by the names of their formats, as attestations record them.
    public var names: [String: String] {
        ["cyclonedx": cycloneDX.rawValue, "ocsf": ocsf.rawValue, "oscal": oscal.rawValue]
    }

    /// Editions that were recorded, the usual ones where nothing was; nil when one of them is not written here.
    public init?(named names: [String: String]) {
        guard let cycloneDX = Self.edition(names["cyclonedx"], CycloneDXVersion.self),
            let ocsf = Self.edition(names["ocsf"], OCSFVersion.self),
            let oscal = Self.edition(names["oscal"], OSCALVersion.self)
        else { return nil }
        self.init(cycloneDX: cycloneDX, ocsf: ocsf, oscal: oscal)
    }

    private static func edition<Version: Edition>(_ name: String?, _: Version.Type) -> Version? {
        name.map(Version.init(rawValue:)) ?? .usual
    }
}

/// A format that there are several editions of.
protocol EditionedFormat: ReportFormat {
    /// The format in the edition that is among these.
    init(_ editions: Editions)
}
