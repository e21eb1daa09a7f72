/// Who signed an envelope, by keys that the user brings.
public enum SignatureReview {
    /// Holds every signature against every trusted key.
    ///
    /// Each key has to have signed. A signature by another key than these proves nothing, and is said.
    public static func review(_ envelope: Envelope, trusting keys: [VerifyingKey]) -> [Outcome] {
        let signed = envelope.preAuthentication
        var used: Set<String> = []
        var outcomes: [Outcome] = []
        for (place, signature) in envelope.signatures.enumerated() {
            let signer = keys.first { $0.verifies(signature.bytes, over: signed) }
            if let signer {
                used.insert(signer.id)
                outcomes.append(Outcome(.holds, "signature \(place + 1) was made with the \(signer)"))
            } else {
                let hint = signature.keyID.map { ", and says key '\($0)'" } ?? ""
                outcomes.append(
                    Outcome(.unchecked, "signature \(place + 1) was made with no key that is trusted here\(hint)"))
            }
        }
        for key in keys where !used.contains(key.id) {
            outcomes.append(Outcome(.differs, "no signature over this payload was made with the \(key)"))
        }
        return outcomes
    }
}
