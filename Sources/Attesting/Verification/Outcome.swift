/// One thing that was verified, or could not be.
public struct Outcome: Sendable, Hashable {
    /// What became of it.
    public enum Standing: String, Sendable, Hashable {
        /// It is as the statement says.
        case holds
        /// It is not.
        case differs
        /// Nothing was given to hold it against.
        case unchecked = "not checked"
    }

    /// What became of it.
    public let standing: Standing
    /// What was verified, in one sentence.
    public let text: String

    /// An outcome.
    public init(_ standing: Standing, _ text: String) {
        self.standing = standing
        self.text = text
    }
}
