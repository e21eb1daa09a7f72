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
        verdicts.max { $0.weight < $1.weight } ?? .notApplicable
    }

    /// The verdict that decides a whole is the heaviest of its parts.
    private var weight: UInt8 {
        switch self {
        case .notApplicable: 0
        case .satisfied: 1
        case .undetermined: 2
        case .notSatisfied: 3
        }
    }

    /// Lists of hundreds of verdicts are keys: the letters of their names are too much to hash for that.
    public func hash(into hasher: inout Hasher) { hasher.combine(weight) }
}
