internal import Attesting
internal import Compliance

/// Whether signatures under statements are what was attested of them, by keys that the user brings.
struct StatementSignatureReview {
    /// The evidence that was attested, with what was found of its signatures.
    let evidence: Evidence
    /// The keys that they were held against then.
    let attested: [StatementKey]
    let trust: StatementTrust
    let system: String?
    let at: String

    /// One outcome for all that hold, and one for each that does not, or cannot be told.
    var outcomes: [Outcome] {
        var seen: Set<String> = []
        let rows = evidence[.statement].filter { row in
            let isSigned = row["envelope"] != .null || row["signature"].text == "valid"
            return isSigned && seen.insert("\(row.artifact ?? "")\u{1F}\(row.pointer ?? "")").inserted
        }
        let found = rows.map(outcome)
        let holding = found.filter { $0.standing == .holds }
        guard holding.count > 1 else { return found }
        let all = Outcome(.holds, "\(holding.count) signatures under statements are as attested, by the keys given")
        return [all] + found.filter { $0.standing != .holds }
    }

    private func outcome(_ row: Row) -> Outcome {
        let by = row["by"].text ?? ""
        let name = "statement \(row["id"].text ?? "") by \(by)"
        let recorded = row["signature"].text
        let key = row["signing_key"].text ?? ""
        if recorded == "valid", !attested.contains(StatementKey(claimant: by, id: key)) {
            return Outcome(.differs, "\(name): attested as signed with a key that was not given as theirs")
        }
        let review = trust.review(row, system, at)
        switch (review.signature, recorded) {
        case (.valid(key), "valid"): return Outcome(.holds, "\(name): signed with their key \(key)")
        case (.valid(let other), "valid"):
            return Outcome(.differs, "\(name): signed with key \(other), attested is \(key)")
        case (.valid, nil): return Outcome(.holds, "\(name): signed, and whoever attested knew no key of theirs")
        case (.valid, _): return Outcome(.differs, "\(name): the signature holds, attested is that it does not")
        case (.invalid, "invalid"): return Outcome(.holds, "\(name): the signature does not hold, as attested")
        case (.invalid(let why), _): return Outcome(.differs, "\(name): the signature does not hold: \(why)")
        case (.none, _): return Outcome(.differs, "\(name): attested as signed, and there is no signature")
        case (.unknown, _):
            return Outcome(
                .unchecked, "\(name): the signature, attested as \(words(recorded, key)): give --statement-key")
        }
    }

    private func words(_ recorded: String?, _ key: String) -> String {
        switch recorded {
        case "valid": "made with their key \(key)"
        case "invalid": "not holding"
        default: "not known to hold"
        }
    }
}
