/// The editions of OCSF that are written.
///
/// Since 1.8 a check may name the resource that it evaluated, <https://github.com/ocsf/ocsf-schema/pull/1574>.
public enum OCSFVersion: String, Edition {
    case v1_7 = "1.7"
    case v1_8 = "1.8"

    /// 1.7, which collectors know.
    public static let usual = v1_7

    /// The edition as `metadata.version` has it.
    var number: String { rawValue + ".0" }

    /// Whether a check may say what it looked at.
    var hasResourcesOfChecks: Bool { self == .v1_8 }
}
