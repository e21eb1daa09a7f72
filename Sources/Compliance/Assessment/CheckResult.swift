/// The verdict of a check on one agent, rolled up from its findings.
///
/// Most checks have nothing to judge of most agents: what they say is kept once and shared.
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

    /// The agent.
    public let agent: AgentID
    private let content: Content

    /// A result.
    public init(check: CheckID, agent: AgentID, verdict: Verdict, reason: Reason?, findings: [Finding]) {
        self.agent = agent
        content = Content(check: check, verdict: verdict, cause: reason, findings: findings)
    }

    private init(_ content: Content, of agent: AgentID) {
        self.agent = agent
        self.content = content
    }

    /// The check.
    public var check: CheckID { content.check }
    /// What the check says of the agent.
    public var verdict: Verdict { content.verdict }
    /// The rows that failed, passed or could not be judged; not those that the check does not apply to.
    public var findings: [Finding] { content.findings }
    /// Why it is undetermined or not applicable.
    public var cause: Reason? { content.cause }

    /// The same said of another agent, in the same storage.
    public func said(of agent: AgentID) -> CheckResult { CheckResult(content, of: agent) }

    /// Why it is undetermined or not applicable, in words.
    public var reason: String? { cause?.description }
}

extension CheckResult {
    /// What a result says, whoever it is said of.
    private final class Content: Sendable, Hashable {
        let check: CheckID
        let verdict: Verdict
        let cause: Reason?
        let findings: [Finding]

        init(check: CheckID, verdict: Verdict, cause: Reason?, findings: [Finding]) {
            self.check = check
            self.verdict = verdict
            self.cause = cause
            self.findings = findings
        }

        static func == (left: Content, right: Content) -> Bool {
            left === right
                || left.check == right.check && left.verdict == right.verdict && left.cause == right.cause
                    && left.findings == right.findings
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(check)
            hasher.combine(verdict)
        }
    }
}
