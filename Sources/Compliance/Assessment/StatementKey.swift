/// A public key that whoever assessed knows to be a person's.
public struct StatementKey: Sendable, Hashable {
    /// The person, as `by` of a statement has the name.
    public let claimant: String
    /// SHA-256 of the key's SubjectPublicKeyInfo, in lower-case hexadecimal.
    public let id: String

    /// A key of a person.
    public init(claimant: String, id: String) {
        self.claimant = claimant
        self.id = id
    }
}
