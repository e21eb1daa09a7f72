/// The verdict of a check on one agent, rolled up from its findings.
public struct CheckResult: Sendable, Hashable {
    /// The check.
    public let check: CheckID
    /// The agent.
    public let agent: AgentID
    /// What the check says of the agent.
    public let verdict: Verdict
    /// Why it is undetermined or not applicable, in words.
    public let reason: String?
    /// The rows that failed, passed or could not be judged; not those that the check does not apply to.
    public let findings: [Finding]

    /// A result.
    public init(check: CheckID, agent: AgentID, verdict: Verdict, reason: String?, findings: [Finding]) {
        self.check = check
        self.agent = agent
        self.verdict = verdict
        self.reason = reason
        self.findings = findings
    }
}
