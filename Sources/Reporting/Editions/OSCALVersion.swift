/// The editions of OSCAL that are written.
///
/// What is written is alike in all of them; importers accept their own alone, so that the number decides. The model of
/// mappings came with 1.2.0 and has its present shape since 1.2.1, <https://github.com/usnistgov/OSCAL/releases>.
public enum OSCALVersion: String, Edition {
    case v1_1_2 = "1.1.2"
    case v1_1_3 = "1.1.3"
    case v1_2_1 = "1.2.1"
    case v1_2_3 = "1.2.3"

    /// The newest.
    public static let usual = v1_2_3

    /// Whether it has mapping collections.
    var hasMappings: Bool { self == .v1_2_1 || self == .v1_2_3 }

    /// What tells documents of this version from the same ones of the usual.
    var mark: String { self == .usual ? "" : "/oscal-\(rawValue)" }
}
