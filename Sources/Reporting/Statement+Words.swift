public import Compliance

extension Statement.Origin {
    /// How it is known who states it, as reports say it.
    public var words: String {
        switch self {
        case .selfReported: "self-reported"
        case .attested: "attested by signature"
        }
    }
}

extension Statement {
    /// How it counts, when it does, and what there is to say of its signature.
    var counting: String { ([origin.words] + [signatureNote].compactMap(\.self)).joined(separator: "; ") }

    /// What is wrong with its signature, or why it is not known to hold; nil when there is nothing to say.
    public var signatureNote: String? {
        switch signature {
        case .none, .valid: nil
        case .unknown: "signed, and no key of \(by) is known"
        case .invalid(let why): "its signature does not hold: \(why)"
        }
    }

    /// What is known of its signature, in one word; nil when it is not known whether it holds.
    public var signatureWord: String? {
        switch signature {
        case .none: "none"
        case .unknown: nil
        case .valid: "valid"
        case .invalid: "invalid"
        }
    }
}

extension Assessment {
    /// What was checked of statements, and how many count.
    var statementSentences: [String] {
        let tally = StatementTally(statements)
        return [
            tally.attested == 0
                ? "Statements are self-reported."
                : "A statement is attested where it is signed with a key of who states it, else self-reported.",
            "Their dates, their form and the digests of their documents were checked; whether what they say is true was not.",
            "Given: \(tally.given). Counted: \(tally.counting)"
                + "\(tally.attested == 0 ? "" : ", \(tally.attested) of them attested").",
            "Not counted: \(tally.notCounting).",
        ]
    }

    /// Whose keys signatures were held against; nil when none were given.
    var statementKeySentence: String? {
        guard !statementKeys.isEmpty else { return nil }
        let keys = statementKeys.map { "\($0.claimant) (SHA-256 \($0.id))" }
        return "Signatures were held against the keys of: \(keys.joined(separator: ", ")). "
            + "Whose they are is the word of whoever assessed."
    }
}
