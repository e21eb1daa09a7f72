internal import Attesting
internal import Compliance

/// Whose signatures under statements are known, and what becomes of the evidence by that.
struct StatementTrust {
    /// The keys of the people who state something.
    var keys: [ClaimantKey] = []
    /// Whether what the evidence says of its signatures is taken at its word: of evidence that was attested with it.
    var isRecorded = false
    /// The keys that were recorded, where they are taken at their word.
    var recorded: [StatementKey] = []

    /// The keys as reports name them, sorted.
    var named: [StatementKey] {
        isRecorded
            ? recorded
            : Set(keys.map(\.named)).sorted { ($0.claimant, $0.id) < ($1.claimant, $1.id) }
    }

    /// Evidence in which every statement says what is known of its signature.
    ///
    /// - Parameters:
    ///   - evidence: What was collected; what it says of signatures is not believed, unless it was attested.
    ///   - system: Name of the system.
    ///   - at: Date and time that certificates are held against.
    func judged(_ evidence: Evidence, system: String?, at: String) -> Evidence {
        guard !isRecorded, !evidence[.statement].isEmpty else { return evidence }
        var judged = evidence
        judged.replace(.statement, with: evidence[.statement].map { row($0, system, at) })
        return judged
    }

    private func row(_ row: Row, _ system: String?, _ at: String) -> Row {
        guard let file = row["envelope"].text else {
            // A file that is no signature was told by the collector.
            let isBroken = row["signature"].text == "invalid"
            return Self.setting(
                row, isBroken ? "invalid" : "none", fault: isBroken ? row["signature_fault"].text : nil, key: nil)
        }
        let found = review(file, of: row, system, at)
        switch found.signature {
        case .valid(let key): return Self.setting(row, "valid", fault: nil, key: key)
        case .invalid(let why): return Self.setting(row, "invalid", fault: why, key: nil)
        case .none, .unknown: return Self.setting(row, nil, fault: found.reason, key: nil)
        }
    }

    /// What is known of an envelope under a statement.
    func review(
        _ file: String, of row: Row, _ system: String?, _ at: String
    ) -> (signature: Statement.Signature, reason: String?) {
        let bytes = Array(file.utf8)
        guard let json = try? AttestationFile.json(bytes, name: ""), let envelope = try? Envelope(json) else {
            return (.invalid("it is no envelope"), "it is no envelope")
        }
        return StatementSignature.review(
            envelope, readFrom: bytes, under: StatementText(row), of: system, by: keys, at: Clock.seconds(at))
    }

    private static func setting(_ row: Row, _ signature: String?, fault: String?, key: String?) -> Row {
        row.setting("signature", to: Value(signature)).setting("signature_fault", to: Value(fault))
            .setting("signing_key", to: Value(key))
    }
}
