public import Compliance

/// A detached signature of a person under one statement: a DSSE envelope around `StatementText.payload`.
public enum StatementSignature {
    /// The `predicateType`: whoever signs states the text and vouches for the document, by digest.
    public static let type = "https://surety-tool.org/ns/statement/v1"

    /// The envelope over a statement.
    ///
    /// - Throws: `KeyError` when libcrypto cannot sign.
    public static func sign(
        _ text: StatementText, for system: String?, with key: SigningKey
    ) throws(KeyError) -> Envelope {
        try Envelope.signing(text.payload(for: system), as: InTotoStatement.payloadType, with: key)
    }

    /// What is known of a signature.
    ///
    /// The payload has to be the one that the statement gives, byte for byte, under one signature: there is nothing that
    /// could be read in two ways. Neither key nor algorithm come from the envelope, and a key of somebody else attests nothing.
    ///
    /// - Parameters:
    ///   - envelope: The envelope.
    ///   - file: The bytes that it was read from.
    ///   - text: The statement as it is now.
    ///   - system: Name of the system that is assessed.
    ///   - keys: Whose keys are known.
    ///   - time: When certificates have to be valid, in seconds since 1970.
    /// - Returns: Whether it holds; unknown with the reason.
    public static func review(
        _ envelope: Envelope, readFrom file: [UInt8], under text: StatementText, of system: String?,
        by keys: [ClaimantKey], at time: Int
    ) -> (signature: Statement.Signature, reason: String?) {
        let invalid = { (why: String) in (signature: Statement.Signature.invalid(why), reason: Optional(why)) }
        guard envelope.file == file, envelope.payloadType == InTotoStatement.payloadType else {
            return invalid("it is written otherwise than Surety writes it")
        }
        guard envelope.signatures.count == 1 else {
            return invalid("it has \(envelope.signatures.count) signatures, not one")
        }
        let signature = envelope.signatures[0]
        guard envelope.payload == text.payload(for: nil) || envelope.payload == text.payload(for: system) else {
            let isSame = String(decoding: envelope.payload, as: UTF8.self).contains(text.sha256)
            return invalid(
                isSame ? "it was made for another system" : "the statement was changed after it was signed")
        }
        let own = keys.filter { $0.claimant == text.claimant }
        let signed = envelope.preAuthentication
        let made = { (key: ClaimantKey) in
            signature.keyID == key.key.id && key.key.verifies(signature.bytes, over: signed)
        }
        let holding = own.filter(made)
        if let valid = holding.first(where: { $0.fault(at: time) == nil }) {
            return (.valid(key: valid.key.id), nil)
        }
        if let fault = holding.first?.fault(at: time) { return invalid("of the key of \(text.claimant): \(fault)") }
        if let other = keys.first(where: made) {
            return invalid("it was made with the key of \(other.claimant), who is not who states it")
        }
        guard own.isEmpty else { return invalid("it was not made with the key of \(text.claimant)") }
        return (.unknown, keys.isEmpty ? nil : "no key of \(text.claimant) is known")
    }
}
