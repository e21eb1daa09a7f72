/// The verdict of a check on one agent, rolled up from its findings.
public struct CheckResult: Sendable, Hashable {
    /// Why a check was not decided, or does not apply.
    public enum Reason: Sendable, Hashable, CustomStringConvertible {
        /// A table that it reads was not seen, or in part, and what was not.
        case unseen(Table, Completeness, String?)
        /// The agent has no such row that the check applies to.
        case nothingToJudge(Table)
        /// A row lacks a value that the check needs.
        case unknownValue
        /// The check is about other products.
        case otherProduct([String])

        /// The reason in words.
        public var description: String {
            switch self {
            case .unseen(let table, let seen, let reason):
                "table \(table.rawValue) \(seen == .none ? "was not looked at" : "was seen in part")"
                    + (reason.map { ": \($0)" } ?? "")
            case .nothingToJudge(let table): "no \(table.rawValue) to judge"
            case .unknownValue: "a value it needs is not known"
            case .otherProduct(let products): "it is about \(products.joined(separator: ", "))"
            }
        }
    }

    /// The check.
    public let check: CheckID
    /// The agent.
    public let agent: AgentID
    /// What the check says of the agent.
    public let verdict: Verdict
    /// The rows that failed, passed or could not be judged; not those that the check does not apply to.
    public let findings: [Finding]
    /// Why it is undetermined or not applicable.
    public let cause: Reason?

    /// A result.
    public init(check: CheckID, agent: AgentID, verdict: Verdict, reason: Reason?, findings: [Finding]) {
        self.check = check
        self.agent = agent
        self.verdict = verdict
        self.cause = reason
        self.findings = findings
    }

    /// Why it is undetermined or not applicable, in words.
    public var reason: String? { cause?.description }
}
