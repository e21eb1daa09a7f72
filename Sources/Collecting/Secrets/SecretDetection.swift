/// A secret that was recognised in a text.
struct SecretDetection: Hashable, Sendable {
    /// The rule that recognised it, for example `github-token`.
    let name: String
    /// What it is, in the words of `credential.kind`.
    let kind: String
    /// Where it stands in the text.
    let range: Range<String.Index>
}
