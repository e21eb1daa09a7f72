public import Compliance

/// What changed between two assessments, and why.
public struct Difference: Sendable, Hashable {
    /// Why a verdict changed.
    public enum Reason: Sendable, Hashable, CustomStringConvertible {
        /// The agent was not there before.
        case agentAppeared
        /// The agent is not there any more.
        case agentGone
        /// Values that were judged are others; the files that changed among those that hold them.
        case evidence([String])
        /// What could be seen is another: the reason now.
        case sight(String)
        /// The check came into the catalog, left it, or asks something else.
        case check(String)
        /// The checks that bear on the item are others, or bear on it otherwise.
        case mapping(String)
        /// The framework came, went, or has another edition.
        case framework(String)
        /// A statement counts now, or does no longer.
        case statement(String)
        /// A check that bears on the item changed.
        case verdict(CheckID, before: String, after: String)
        /// Nothing of the above: another version of the program.
        case tool(String)
        /// Nothing that was remembered.
        case unknown

        /// The reason in words.
        public var description: String {
            switch self {
            case .agentAppeared: "the agent is new"
            case .agentGone: "the agent is not there any more"
            case .evidence(let files):
                files.isEmpty ? "the evidence changed" : "the evidence changed: \(files.joined(separator: ", "))"
            case .sight(let text): text
            case .check(let text): text
            case .mapping(let text): "the mapping changed: \(text)"
            case .framework(let text): text
            case .statement(let text): text
            case .verdict(let check, let before, let after): "\(check) was \(before), is \(after)"
            case .tool(let text): text
            case .unknown: "nothing that was recorded tells"
            }
        }
    }

    /// One thing that is said otherwise.
    public struct Change: Sendable, Hashable {
        /// What it is about.
        public let key: Fact.Key
        /// What was said before; nil when nothing was.
        public let before: String?
        /// What is said now; nil when nothing is.
        public let after: String?
        /// Why.
        public let reasons: [Reason]
    }

    /// Items of frameworks whose verdict changed.
    public let controls: [Change]
    /// Checks whose verdict changed.
    public let checks: [Change]
    /// Agents, files, statements, waivers, frameworks and mappings of which something else is said.
    public let causes: [Change]
    /// Gaps that only the later one has, heaviest first.
    public let opened: [Snapshot.SeenGap]
    /// Gaps that only the earlier one has.
    public let closed: [Snapshot.SeenGap]
    /// Gaps of both that weigh otherwise, or whose waiver holds now or does no longer: before and after.
    public let changed: [Pair]

    /// A gap before and after.
    public struct Pair: Sendable, Hashable {
        /// Before.
        public let before: Snapshot.SeenGap
        /// After.
        public let after: Snapshot.SeenGap
    }

    /// Whether nothing changed.
    public var isEmpty: Bool {
        controls.isEmpty && checks.isEmpty && causes.isEmpty && opened.isEmpty && closed.isEmpty && changed.isEmpty
    }

    /// What changed from one assessment to another.
    public init(from before: Snapshot, to after: Snapshot) {
        let comparison = Comparison(before: before, after: after)
        checks = comparison.changes(of: .check)
        controls = comparison.changes(of: .control)
        causes = [.agent, .artifact, .statement, .waiver, .framework, .mapping].flatMap(comparison.changes)
        let earlier = Dictionary(before.gaps.map { ($0.id, $0) }) { first, _ in first }
        let later = Dictionary(after.gaps.map { ($0.id, $0) }) { first, _ in first }
        opened = after.gaps.filter { earlier[$0.id] == nil }.heaviestFirst
        closed = before.gaps.filter { later[$0.id] == nil }.heaviestFirst
        changed = after.gaps.heaviestFirst.compactMap { gap in
            guard let old = earlier[gap.id],
                old.severity != gap.severity || (old.waivedUntil == nil) != (gap.waivedUntil == nil)
            else { return nil }
            return Pair(before: old, after: gap)
        }
    }
}

extension [Snapshot.SeenGap] {
    fileprivate var heaviestFirst: [Snapshot.SeenGap] {
        sorted { $0.severity != $1.severity ? $0.severity > $1.severity : $0.id < $1.id }
    }
}
