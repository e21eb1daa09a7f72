/// The editions of CycloneDX that are written.
///
/// What 1.7 adds (citations, patents, distribution constraints, more cryptography) is nothing that an attestation of
/// ours says; its declarations are those of 1.6, <https://cyclonedx.org/docs/1.7/json/>.
public enum CycloneDXVersion: String, Edition {
    case v1_6 = "1.6"
    case v1_7 = "1.7"

    /// 1.6, ECMA-424, which most readers know.
    public static let usual = v1_6

    /// What tells documents of this edition from the same ones of the usual.
    var mark: [String] { self == .usual ? [] : ["cyclonedx-\(rawValue)"] }
}
