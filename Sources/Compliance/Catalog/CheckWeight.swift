/// A severity that a failed row has instead of the check's, where something is so.
///
/// The same fact weighs more where nobody watches: an absent sandbox is worth a note where every command is asked for,
/// and a finding where commands run unasked.
public struct CheckWeight: Sendable, Hashable {
    /// How much such a row weighs.
    public let severity: Severity
    /// SQL expression on a row of the subject; it holds only when it is true, not when it is unknown.
    public let when: String

    /// A severity and the rows that have it.
    public init(severity: Severity, when: String) {
        self.severity = severity
        self.when = when
    }
}
