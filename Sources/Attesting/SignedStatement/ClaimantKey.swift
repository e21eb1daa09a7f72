public import Compliance

/// A key that the user knows to be a person's: what binds the two is the user's word, never a file that is judged.
public struct ClaimantKey {
    /// The person, as `by` of a statement has the name.
    public let claimant: String
    /// The public key.
    public let key: VerifyingKey
    private let certificate: Certificate?
    private let authorities: Certificate?

    /// A public key or a certificate in PEM.
    ///
    /// - Parameters:
    ///   - claimant: The person.
    ///   - pem: The file.
    ///   - authorities: What a certificate has to lead to; without them it is trusted as it is.
    /// - Throws: `KeyError` when the file is neither, or of a kind that is not used, and for a bare key where
    ///   authorities are asked for.
    public init(_ claimant: String, pem: [UInt8], authorities: Certificate? = nil) throws(KeyError) {
        self.claimant = claimant
        self.authorities = authorities
        if String(decoding: pem, as: UTF8.self).contains("-----BEGIN CERTIFICATE-----") {
            let read = try Certificate(pem: pem)
            (certificate, key) = (read, read.publicKey)
        } else {
            if authorities != nil {
                throw .unreadable("no certificate in PEM, and no authority vouches for a bare key")
            }
            (certificate, key) = (nil, try VerifyingKey(pem: pem))
        }
    }

    /// Why the key does not count at a time, in seconds since 1970; nil when it does.
    func fault(at time: Int) -> String? {
        guard let certificate else { return nil }
        return authorities.map { certificate.fault(under: $0, at: time) } ?? certificate.fault(at: time)
    }

    /// The key as reports name it.
    public var named: StatementKey { StatementKey(claimant: claimant, id: key.id) }
}
