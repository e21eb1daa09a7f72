public import Compliance

/// The checks of an assessment as in-toto's Test Result, for policy engines that know that one.
///
/// See <https://github.com/in-toto/attestation/blob/main/spec/predicates/test-result.md>. Its readers look whether a test
/// is in `passedTests` or `warnedTests`: a check that could not be decided is in neither of them. It stands in a member
/// of our own, which the framework's parsing rules let readers leave aside, and the result is `WARNED` at best.
public enum TestResultPredicate {
    /// The `predicateType`.
    public static let type = "https://in-toto.io/attestation/test-result/v0.1"
    /// The member with the checks that could not be decided.
    static let undetermined = "https://surety-tool.org/ns/attestation/v1/undeterminedTests"

    /// The predicate: one test for each check of each agent, by the names of both.
    ///
    /// - Parameters:
    ///   - assessment: What was found.
    ///   - given: Files of accepted risks and of other scanners that were judged by.
    /// - Returns: The predicate; the same assessment gives the same.
    public static func value(of assessment: Assessment, given: [Subject]) -> JSONValue {
        let lists = Dictionary(grouping: assessment.checks, by: \.verdict).mapValues { results in
            results.map { "\($0.agent.rawValue) \($0.check.rawValue)" }.sorted()
        }
        let names = { (verdict: Verdict) in JSONValue.array((lists[verdict] ?? []).map(JSONValue.string)) }
        return [
            "result": .string(result(of: assessment)),
            "configuration": .array(configuration(of: assessment.catalog, given)),
            "passedTests": names(.satisfied), "warnedTests": [], "failedTests": names(.notSatisfied),
            undetermined: names(.undetermined),
        ]
    }

    /// `PASSED` only where something was looked at, everything of it could be, and nothing fails.
    private static func result(of assessment: Assessment) -> String {
        let verdicts = Set(assessment.checks.map(\.verdict))
        if verdicts.contains(.notSatisfied) { return "FAILED" }
        let unread = assessment.evidence.hasUnreadFiles
        return verdicts.contains(.satisfied) && !verdicts.contains(.undetermined) && !unread ? "PASSED" : "WARNED"
    }

    private static func configuration(of catalog: Catalog, _ given: [Subject]) -> [JSONValue] {
        policies(of: catalog)
            + given.filter { $0.role == .waivers || $0.role == .findings }.sorted { $0.name < $1.name }.map {
                descriptor($0.name, $0.sha256)
            }
    }

    /// What judged, as resource descriptors: the catalogs, what was added to them, and the profile.
    static func policies(of catalog: Catalog) -> [JSONValue] {
        // Checks made of the findings of other scanners have a digest of their own behind a plus sign.
        let digests = catalog.digest.split(separator: "+").map(String.init)
        let catalogs = digests.enumerated().map { place, digest in
            descriptor(place == 0 ? "catalogs" : "checks-of-findings", digest)
        }
        return catalogs
            + (catalog.tailoring.map { [descriptor("profile/\($0.profile.id.rawValue)", $0.profile.digest)] } ?? [])
    }

    private static func descriptor(_ name: String, _ sha256: String) -> JSONValue {
        ["name": .string(name), "digest": ["sha256": .string(sha256)]]
    }
}
