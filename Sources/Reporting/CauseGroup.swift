public import Compliance

/// What one change mends: the gaps of an agent that rest on the same places, and those of other agents that say the same.
///
/// Registers keep a row for each gap; people read causes, so that one line of a file is one entry however many checks it
/// fails.
public struct CauseGroup: Sendable {
    /// Where what is open comes from.
    public enum Origin: Sendable, Hashable, CaseIterable {
        /// A file says it.
        case written
        /// No file that was read says otherwise: it is what the product does by itself.
        case unset
        /// The files do not tell: somebody has to be asked.
        case unknown
    }

    /// The gaps of one agent, the heaviest first.
    public struct Part: Sendable {
        /// The agent.
        public let agent: AgentID
        /// What is open on it, the heaviest first.
        public let gaps: [Gap]
    }

    /// Where it comes from.
    public let origin: Origin
    /// The gap that the others go with: the heaviest.
    public let head: Gap
    /// The agents, sorted.
    public let parts: [Part]
    /// Whether a waiver that holds accepts it.
    public let isAccepted: Bool
    /// Whether its head weighs a step less than it would in force, because its agent is a template.
    public let isLighterAsTemplate: Bool
    /// What is open, in one sentence.
    public let sentence: String

    /// All gaps, agent by agent.
    public var gaps: [Gap] { parts.flatMap(\.gaps) }

    /// The agents, sorted.
    public var agents: [AgentID] { parts.map(\.agent) }

    /// What to do about one of its gaps.
    public struct Advice: Sendable {
        /// The gap that it mends: the head, or one that weighs as much.
        public let gap: Gap
        /// The agents that it is for.
        public let agents: [AgentID]
        /// The remedy, or the part of it that differs from those of other agents.
        public let text: String
        /// The remedy as a whole, which is said once this was; nil for what several have in common.
        let whole: String?
    }

    /// What to do, by what the agents need: their products' settings differ.
    ///
    /// The head comes first, then what weighs as much and has another remedy.
    public var remedies: [Advice] {
        var seen: Set<String> = []
        return ([head] + asHeavy.map(\.gap)).flatMap(advice).filter { seen.insert($0.whole ?? $0.text).inserted }
    }

    private func advice(on gap: Gap) -> [Advice] {
        var order: [String] = []
        var agents: [String: [AgentID]] = [:]
        for part in parts {
            guard let text = part.gaps.first(where: { $0.check == gap.check })?.remediation else { continue }
            if agents[text] == nil { order.append(text) }
            agents[text, default: []].append(part.agent)
        }
        let common = Self.commonStart(of: order)
        let all = common.isEmpty ? [] : [Advice(gap: gap, agents: parts.map(\.agent), text: common, whole: nil)]
        return all
            + order.map { text in
                let own = String(text.dropFirst(common.count).drop(while: \.isNewline))
                return Advice(gap: gap, agents: agents[text] ?? [], text: own, whole: text)
            }
    }

    /// The paragraphs with which all of several remedies begin; empty when one is no more than these.
    private static func commonStart(of remedies: [String]) -> String {
        let parts = remedies.map { $0.split(separator: "\n\n", omittingEmptySubsequences: false) }
        guard let first = parts.first, parts.count > 1 else { return "" }
        var count = 0
        while count < first.count, parts.allSatisfy({ $0.count > count + 1 && $0[count] == first[count] }) {
            count += 1
        }
        // A block of code is not taken apart.
        while count > 0, first[..<count].joined().ranges(of: "```").count % 2 == 1 { count -= 1 }
        return first[..<count].joined(separator: "\n\n")
    }

    /// Each check that fails once, the heaviest first; gaps without a check by themselves.
    public var distinct: [Gap] {
        var seen: Set<String> = []
        return gaps.filter { seen.insert($0.check?.rawValue ?? $0.id.rawValue).inserted }.sorted { left, right in
            left.severity == right.severity
                ? (left.id == head.id ? 0 : 1) < (right.id == head.id ? 0 : 1) : left.severity > right.severity
        }
    }
}

extension CauseGroup {
    /// The groups of everything in an assessment that rests on evidence: the heaviest first, waived ones last.
    public static func all(in assessment: Assessment) -> [CauseGroup] { CauseGrouping(assessment).groups }

    /// The groups of some gaps of an assessment, as if no other were open.
    public static func all(in assessment: Assessment, of gaps: Set<GapID>) -> [CauseGroup] {
        CauseGrouping(assessment, of: assessment.gaps.filter { gaps.contains($0.id) }).groups
    }
}
