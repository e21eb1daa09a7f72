internal import Compliance

extension Waiver {
    /// Whether the waiver holds on the date of the assessment.
    var holds: Bool {
        if case .holds = standing { true } else { false }
    }

    /// Who accepted it and why, or why it no longer counts.
    var inOneSentence: String {
        switch standing {
        case .holds: "accepted by \(approver): \(reason)"
        case .lapsed(let why): "lapsed: \(why)"
        }
    }
}
