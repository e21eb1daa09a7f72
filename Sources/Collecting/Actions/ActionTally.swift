internal import Compliance

/// Counts actions of the same kind, so that a log of any length becomes a bounded number of rows.
struct ActionTally {
    /// What makes actions the same kind.
    struct Kind: Hashable {
        var agent: AgentID
        var tool: String
        var server: String?
        var origin: String?
        var capability: String
        var target = ActionTarget?.none
        var decision: SeenAction.Decision?
        var approvedBy: String?
        var outcome: SeenAction.Outcome?
        var gate = ObservedAgent.Gate()
        var credential: String?
        var inScope: Bool?
    }

    /// What is known of the actions of one kind.
    struct Count {
        let log: Int
        let line: Int
        let trace: String?
        var count = 0
        var first: Int?
        var last: Int?
        var offSchedule: Int?
        var unprompted: Int?
        var peak: Int?
        private var minute = -1
        private var inMinute = 0

        init(log: Int, line: Int, trace: String?) {
            self.log = log
            self.line = line
            self.trace = trace
        }

        mutating func add(_ action: SeenAction, isExplained: Bool?) {
            count += 1
            unprompted = action.unprompted.map { max($0, unprompted ?? 0) } ?? unprompted
            guard let at = action.at else { return }
            first = min(first ?? at, at)
            last = max(last ?? at, at)
            if let isExplained { offSchedule = (offSchedule ?? 0) + (isExplained ? 0 : 1) }
            if at / 60 != minute { (minute, inMinute) = (at / 60, 0) }
            inMinute += 1
            peak = max(peak ?? 0, inMinute)
        }
    }

    /// The most kinds that are told apart.
    static let most = 20_000
    private static let mostRevocations = 10_000

    private(set) var counts: [Kind: Count] = [:]
    /// Agents some of whose actions are counted together, since there were too many kinds.
    private(set) var folded: Set<AgentID> = []
    private var names: [String: String] = [:]
    private var revoked: [AgentID: [String: Int]] = [:]
    private var revocations = 0

    /// Counts an action.
    mutating func add(_ action: SeenAction, of agent: ObservedAgent, in log: Int) {
        var kind = Kind(
            agent: agent.id, tool: name(action.tool), server: action.server.map { name($0) }, origin: action.origin,
            capability: action.capability, target: target(of: action), decision: action.decision,
            approvedBy: action.approvedBy.map { name($0) }, outcome: action.outcome, gate: agent.gate(action),
            credential: action.credential.map { name($0) }, inScope: action.inScope)
        let isExplained = action.at.flatMap { agent.schedule?.explains($0) }
        if counts[kind] == nil, counts.count >= Self.most {
            folded.insert(agent.id)
            kind = Kind(agent: agent.id, tool: "another tool", capability: "tool")
        }
        let start = Count(log: log, line: action.line, trace: action.trace.flatMap(LogText.identifier))
        counts[kind, default: start].add(action, isExplained: isExplained)
    }

    /// Takes down that a credential was revoked; of several times the first counts.
    mutating func revoke(_ credential: String, of agent: AgentID, at time: Int) {
        let credential = name(credential)
        guard revocations < Self.mostRevocations || revoked[agent]?[credential] != nil else { return }
        revocations += 1
        revoked[agent, default: [:]][credential] = min(revoked[agent]?[credential] ?? time, time)
    }

    /// Minutes from the revocation of its credential to the last action of a kind.
    func minutesAfterRevocation(_ kind: Kind, _ count: Count) -> Int? {
        guard let credential = kind.credential, let time = revoked[kind.agent]?[credential], let last = count.last
        else {
            return nil
        }
        return last > time ? (last - time + 59) / 60 : 0
    }

    /// The kind of target; a host may have a secret for a name.
    private mutating func target(of action: SeenAction) -> ActionTarget {
        var target = ActionTarget(action)
        target.kind = target.kind.map { name($0) }
        return target
    }

    /// Names come again and again, and to look one through for secrets takes time.
    private mutating func name(_ text: String) -> String {
        if let name = names[text] { return name }
        let name = LogText.name(text)
        if names.count >= 4096 { names = [:] }
        if text.utf8.count <= 200 { names[text] = name }
        return name
    }
}
