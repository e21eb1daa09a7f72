public import Compliance

/// The statements about one assessment: our own, and the same in the words of others.
public enum StatementSet {
    /// Name of the file with our own statement.
    public static let own = "attestation.dsse.json"
    /// Names of all files.
    public static let names = [own, "svr.dsse.json", "test-result.dsse.json"]

    /// The statements, by the names of their files.
    ///
    /// Our own names every file. The others are about what was judged, and the bundle: a gate that asks what holds of a
    /// file must not be told so of a report.
    public static func statements(
        of assessment: Assessment, subjects: [Subject], editions: [String: String]
    ) -> [(name: String, statement: InTotoStatement)] {
        let judged = subjects.filter { [.evidence, .collected, .bundle].contains($0.role) }
        // A statement needs a subject; of an empty folder there are only the reports.
        let others = judged.isEmpty ? subjects : judged
        let predicates: [(type: String, value: JSONValue, subjects: [Subject])] = [
            (AssessmentPredicate.type, AssessmentPredicate.value(of: assessment, editions: editions), subjects),
            (VerificationPredicate.type, VerificationPredicate.value(of: assessment), others),
            (TestResultPredicate.type, TestResultPredicate.value(of: assessment, given: subjects), others),
        ]
        return zip(names, predicates).map { name, predicate in
            let statement = InTotoStatement(
                subjects: predicate.subjects, predicateType: predicate.type, predicate: predicate.value)
            return (name, statement)
        }
    }
}
