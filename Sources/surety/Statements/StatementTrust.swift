internal import Attesting
internal import Compliance

/// Whose signatures under statements are known, and what that makes of evidence.
struct StatementTrust {
    /// The keys of the people who state something.
    var keys: [ClaimantKey] = []

    /// The keys as reports name them, sorted.
    var named: [StatementKey] {
        Set(keys.map(\.named)).sorted { ($0.claimant, $0.id) < ($1.claimant, $1.id) }
    }

    /// What there is to say of keys that signatures were held against and that are not known here: without them other
    /// verdicts could come out.
    func missing(of attested: [StatementKey]) -> [String] {
        let known = named
        return attested.filter { !known.contains($0) }.map {
            "statements of \($0.claimant) were held against the key \($0.id): give --statement-key"
        }
    }

    /// Evidence in which every statement says what is known of its signature.
    ///
    /// - Parameters:
    ///   - evidence: What was collected; what it says of signatures by itself is not believed.
    ///   - system: Name of the system.
    ///   - at: Date and time that certificates are held against.
    /// - Returns: The evidence with the columns `signature`, `signature_fault` and `signing_key` set.
    func judged(_ evidence: Evidence, system: String?, at: String) -> Evidence {
        guard !evidence[.statement].isEmpty else { return evidence }
        var judged = evidence
        judged.replace(.statement, with: evidence[.statement].map { row($0, system, at) })
        return judged
    }

    private func row(_ row: Row, _ system: String?, _ at: String) -> Row {
        guard row["envelope"].text != nil else {
            // A file that is no signature was told by the collector.
            let isBroken = row["signature"].text == "invalid"
            return Self.setting(row, isBroken ? "invalid" : "none", isBroken ? row["signature_fault"].text : nil, nil)
        }
        let found = review(row, system, at)
        switch found.signature {
        case .valid(let key): return Self.setting(row, "valid", nil, key)
        case .invalid(let why): return Self.setting(row, "invalid", why, nil)
        case .none, .unknown: return Self.setting(row, nil, found.reason, nil)
        }
    }

    /// What is known of the envelope in a row of the table `statement`.
    func review(_ row: Row, _ system: String?, _ at: String) -> (signature: Statement.Signature, reason: String?) {
        guard let file = row["envelope"].text else { return (.none, nil) }
        let bytes = Array(file.utf8)
        guard let json = try? AttestationFile.json(bytes, name: "envelope"), let envelope = try? Envelope(json) else {
            return (.invalid("it is no envelope"), "it is no envelope")
        }
        return StatementSignature.review(
            envelope, readFrom: bytes, under: StatementText(row), of: system, by: keys, at: Clock.seconds(at))
    }

    private static func setting(_ row: Row, _ signature: String?, _ fault: String?, _ key: String?) -> Row {
        row.setting("signature", to: Value(signature)).setting("signature_fault", to: Value(fault))
            .setting("signing_key", to: Value(key))
    }
}

extension Evidence {
    /// The same evidence, in which statements say of their signatures what other evidence says of the same statements.
    func recording(_ other: Evidence) -> Evidence {
        let known = Dictionary(
            other[.statement].map { ($0.withoutSignature, $0) }, uniquingKeysWith: { first, _ in first })
        var copy = self
        copy.replace(.statement, with: self[.statement].map { known[$0.withoutSignature] ?? $0 })
        return copy
    }
}

extension Row {
    /// The row without what is known of its signature.
    fileprivate var withoutSignature: Row {
        ["signature", "signature_fault", "signing_key"].reduce(self) { $0.setting($1, to: .null) }
    }
}
