/// The verdict of a check on one row of its subject; its result says which check and which agent.
public struct Finding: Sendable, Hashable {
    /// What the check says of the row.
    public let verdict: Verdict
    /// How much it weighs as a failure; nil where only the check's own severity is known.
    public let severity: Severity?
    /// What was seen, with the facts in it.
    public let message: String
    /// What it rests on, the subject's own row first.
    public let citations: [Citation]
    /// Digest of the row's own values, places left out: it changes when the thing that was judged changes.
    public let valueDigest: String

    /// A finding.
    public init(
        verdict: Verdict, message: String, citations: [Citation], valueDigest: String, severity: Severity? = nil
    ) {
        self.verdict = verdict
        self.severity = severity
        self.message = message
        self.citations = citations
        self.valueDigest = valueDigest
    }
}
