internal import Compliance

/// Gemara's words for results.
///
/// What nobody looked at was not run; what waits for a person needs review; neither ever passes.
/// https://github.com/gemaraproj/gemara/blob/main/evaluationlog.cue
enum GemaraResult: String, CaseIterable {
    case failed = "Failed"
    case needsReview = "Needs Review"
    case unknown = "Unknown"
    case notRun = "Not Run"
    case passed = "Passed"
    case notApplicable = "Not Applicable"

    /// Of an item.
    ///
    /// What is shown in part is no pass: the item fails, its assessments say which part was shown.
    init(_ disposition: Disposition) {
        self =
            switch disposition {
            case .satisfied: .passed
            case .failed, .partly: .failed
            case .needsPerson: .needsReview
            case .notApplicable: .notApplicable
            case .notAssessed: .notRun
            }
    }

    /// Of a check that bears on an item.
    init(_ verdict: Verdict, _ reason: CheckResult.Reason?) {
        switch verdict {
        case .satisfied: self = .passed
        case .notSatisfied: self = .failed
        case .notApplicable: self = .notApplicable
        case .undetermined:
            if case .unknownValue = reason { self = .unknown } else { self = .notRun }
        }
    }

    /// Of a whole: the first in the order above, so that one failure fails it and one gap keeps it from passing.
    init(whole parts: some Sequence<GemaraResult>) {
        let seen = Set(parts)
        self = Self.allCases.first(where: seen.contains) ?? .notRun
    }

    /// Whether Gemara demands to know when it began.
    var wasExecuted: Bool { self == .passed || self == .failed || self == .needsReview }
}
