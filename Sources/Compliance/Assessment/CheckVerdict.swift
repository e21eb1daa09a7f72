/// A check and what it said of an agent.
public struct CheckVerdict: Sendable, Hashable {
    /// The check.
    public let check: CheckID
    /// What it said.
    public let verdict: Verdict

    /// A verdict of a check.
    public init(_ check: CheckID, _ verdict: Verdict) {
        self.check = check
        self.verdict = verdict
    }
}
