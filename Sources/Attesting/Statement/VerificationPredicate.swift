public import Compliance

/// The items of an assessment that are shown, as in-toto's Simple Verification Result, for an admission gate.
///
/// See <https://github.com/in-toto/attestation/blob/main/spec/predicates/svr.md>, version 0.2. It has properties that hold,
/// and nothing else: an item is there only when it is satisfied in full for every agent that it is about. What rests
/// on somebody's word is `SURETY_SELF_REPORTED_…`, or `SURETY_ATTESTED_…` where all who state it signed with keys that
/// whoever assessed knows: names that no gate takes for the others.
public enum VerificationPredicate {
    /// The `predicateType`.
    public static let type = "https://in-toto.io/attestation/svr/v0.2"

    /// The predicate.
    public static func value(of assessment: Assessment) -> JSONValue {
        let items = Dictionary(grouping: assessment.controls, by: \.control)
        let properties = items.compactMap { item, results -> String? in
            let about = results.filter { $0.verdict != .notApplicable }
            guard !about.isEmpty, about.allSatisfy({ $0.verdict == .satisfied && $0.extent == .full }) else {
                return nil
            }
            let origins = Set(about.compactMap(assessment.origin))
            let isSelfReported = origins.contains(.selfReported)
            return (isSelfReported ? "SURETY_SELF_REPORTED_" : origins.isEmpty ? "SURETY_" : "SURETY_ATTESTED_")
                + word(item)
        }
        return [
            "verifier": [
                "id": .string("https://surety-tool.org/ns/verifier/\(assessment.toolVersion)"),
                "policies": .array(TestResultPredicate.policies(of: assessment.catalog)),
            ],
            "timeCreated": .string(assessment.at),
            "properties": .array(properties.sorted().map(JSONValue.string)),
        ]
    }

    /// `OWASP_ASI_2026_ASI07` for `owasp-asi-2026/asi07`.
    private static func word(_ item: ControlID) -> String {
        String(item.rawValue.uppercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    }
}
