extension Statement.Standing {
    /// `valid`, `invalid` or `contradicted`.
    public var word: String {
        switch self {
        case .valid: "valid"
        case .invalid: "invalid"
        case .contradicted: "contradicted"
        }
    }

    /// Why it does not count.
    public var reason: String? {
        switch self {
        case .valid: nil
        case .invalid(let why), .contradicted(let why): why
        }
    }

    /// A standing by its word and reason, as files have them; nil for another word.
    public init?(word: String, reason: String?) {
        switch word {
        case "valid": self = .valid
        case "invalid": self = .invalid(reason ?? "")
        case "contradicted": self = .contradicted(reason ?? "")
        default: return nil
        }
    }
}
