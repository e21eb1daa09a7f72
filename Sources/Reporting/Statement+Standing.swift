internal import Compliance

extension Statement.Standing {
    /// `valid`, `invalid` or `contradicted`.
    var word: String {
        switch self {
        case .valid: "valid"
        case .invalid: "invalid"
        case .contradicted: "contradicted"
        }
    }

    /// Why it does not count.
    var reason: String? {
        switch self {
        case .valid: nil
        case .invalid(let why), .contradicted(let why): why
        }
    }
}
