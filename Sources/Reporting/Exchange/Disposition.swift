internal import Compliance

/// What a framework item is to the tools that import results: the verdict, and whether it waits for a person.
///
/// Every export reads its own status words off these six, so that no two formats disagree. A waiver is no case: it
/// stands beside a failure (`OpenItems.waivers`).
enum Disposition: CaseIterable, Hashable {
    case satisfied, partly, failed, notApplicable
    /// Nobody looked at it, or what was seen does not decide it.
    case notAssessed
    /// Nothing but a person's statement is missing.
    case needsPerson

    init(_ result: ControlResult) {
        switch Reading(result) {
        case .shown: self = .satisfied
        case .partly: self = .partly
        case .failed: self = .failed
        case .notApplicable: self = .notApplicable
        case .open: self = Self.waits(result) ? .needsPerson : .notAssessed
        }
    }

    private static func waits(_ result: ControlResult) -> Bool {
        !result.missing.isEmpty
            && result.missing.allSatisfy { if case .statement = $0 { true } else { false } }
    }
}
