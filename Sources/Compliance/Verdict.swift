/// What an assessment says of a check, a control or a row.
public enum Verdict: String, Sendable, Hashable, Codable, CaseIterable {
    case satisfied
    case notSatisfied = "not-satisfied"
    case undetermined
    case notApplicable = "not-applicable"

    /// The verdict of a whole from those of its parts: one failure fails it, one unknown leaves it open.
    ///
    /// Nothing at all is not applicable, never satisfied.
    public static func all(_ verdicts: some Sequence<Verdict>) -> Verdict {
        let seen = Set(verdicts)
        if seen.contains(.notSatisfied) { return .notSatisfied }
        if seen.contains(.undetermined) { return .undetermined }
        return seen.contains(.satisfied) ? .satisfied : .notApplicable
    }
}
