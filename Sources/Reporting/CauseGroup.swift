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

    /// All gaps, agent by agent.
    public var gaps: [Gap] { parts.flatMap(\.gaps) }

    /// The agents, sorted.
    public var agents: [AgentID] { parts.map(\.agent) }

    /// What to do, by what the agents need: their products' settings differ.
    public var remedies: [(agents: [AgentID], text: String)] {
        var order: [String] = []
        var agents: [String: [AgentID]] = [:]
        for part in parts {
            guard let text = part.gaps.first(where: { $0.check == head.check })?.remediation else { continue }
            if agents[text] == nil { order.append(text) }
            agents[text, default: []].append(part.agent)
        }
        return order.map { (agents: agents[$0] ?? [], text: $0) }
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
}

/// Puts gaps together: first those of an agent that rest on the same places, then the same of several agents.
struct CauseGrouping {
    let assessment: Assessment
    private let subjects: [CheckID: Table]
    private let products: [AgentID: String]

    init(_ assessment: Assessment) {
        self.assessment = assessment
        subjects = Dictionary(
            assessment.catalog.checks.map { ($0.id, $0.subject) }, uniquingKeysWith: { first, _ in first })
        products = Dictionary(
            assessment.agents.map { ($0.id, $0.product) }, uniquingKeysWith: { first, _ in first })
    }

    private struct Key: Hashable {
        let origin: CauseGroup.Origin
        let words: String
        let isWaived: Bool
    }

    var groups: [CauseGroup] {
        var order: [Key] = []
        var parts: [Key: [CauseGroup.Part]] = [:]
        for (agent, gaps) in byAgent() {
            for cause in causes(of: gaps) {
                let key = key(of: cause)
                if parts[key] == nil { order.append(key) }
                parts[key, default: []].append(CauseGroup.Part(agent: agent, gaps: cause))
            }
        }
        let groups = order.compactMap { key in parts[key].flatMap { Self.group(key, $0) } }
        let sorted = groups.enumerated().sorted { left, right in
            rank(left.element, left.offset).lexicographicallyPrecedes(rank(right.element, right.offset))
        }
        return sorted.map(\.element)
    }

    /// Waived last, then by weight, then what most agents share.
    private func rank(_ group: CauseGroup, _ position: Int) -> [Int] {
        let weight = Severity.allCases.sorted(by: >).firstIndex(of: group.head.severity) ?? 0
        return [group.isAccepted ? 1 : 0, weight, -group.parts.count, position]
    }

    /// An agent may have several causes that read the same: they are one part of the group.
    private static func group(_ key: Key, _ parts: [CauseGroup.Part]) -> CauseGroup? {
        let heads = parts.compactMap(\.gaps.first)
        guard let head = heads.max(by: { $0.severity < $1.severity }),
            let heaviest = heads.first(where: { $0.severity == head.severity })
        else { return nil }
        let merged = Dictionary(grouping: parts, by: \.agent).map { agent, parts in
            CauseGroup.Part(agent: agent, gaps: parts.flatMap(\.gaps))
        }
        return CauseGroup(
            origin: key.origin, head: heaviest, parts: merged.sorted { $0.agent < $1.agent }, isAccepted: key.isWaived)
    }

    private func byAgent() -> [(AgentID, [Gap])] {
        let gaps = Dictionary(grouping: assessment.gaps, by: \.agent)
        return gaps.keys.sorted().map { ($0, gaps[$0] ?? []) }
    }

    /// The gaps of one agent by cause, each cause's heaviest first.
    ///
    /// A gap goes with the heaviest gap whose places hold all of its own: mending those mends it.
    func causes(of gaps: [Gap]) -> [[Gap]] {
        let ranked = gaps.enumerated().map { (gap: $1, places: places(of: $1), position: $0) }.sorted { left, right in
            (isWaived(left.gap) ? 1 : 0, right.gap.severity, right.places.count, left.position)
                < (isWaived(right.gap) ? 1 : 0, left.gap.severity, left.places.count, right.position)
        }
        var causes: [(places: Set<String>, gaps: [Gap])] = []
        for (gap, places, _) in ranked {
            let holder = places.isEmpty ? nil : causes.firstIndex { hold($0, gap, places) }
            if let holder { causes[holder].gaps.append(gap) } else { causes.append((places, [gap])) }
        }
        return causes.map(\.gaps)
    }

    private func hold(_ cause: (places: Set<String>, gaps: [Gap]), _ gap: Gap, _ places: Set<String>) -> Bool {
        guard places.isSubset(of: cause.places), let head = cause.gaps.first else { return false }
        return isWaived(head) == isWaived(gap)
    }

    private func key(of cause: [Gap]) -> Key {
        let head = cause.first
        let origin = head.map(origin) ?? .written
        let name = head?.check?.rawValue ?? head?.cause.rawValue ?? ""
        // What a product does by itself is said of its name: the same checks are the same default.
        let words =
            switch origin {
            case .unset: cause.compactMap(\.check?.rawValue).sorted().joined(separator: ",")
            case .unknown: ([name] + (head?.undecided.map(\.rawValue) ?? [])).joined(separator: ",")
            case .written: ([name] + (head.map(sentences(of:)) ?? [])).joined(separator: "\u{1F}")
            }
        return Key(origin: origin, words: words, isWaived: head.map(isWaived) ?? false)
    }

    /// What is said, the product's name left out: the same line in the files of two products is one thing to change.
    private func sentences(of gap: Gap) -> [String] {
        let said = [gap.openSentence] + (gap.cause == .failingCheck ? [] : gap.detail)
        guard let product = products[gap.agent], !product.isEmpty else { return said }
        return said.map { $0.leavingOut(product) }
    }

    /// Where what is open comes from.
    func origin(of gap: Gap) -> CauseGroup.Origin {
        if gap.cause == .unstatedValue { return .unknown }
        guard gap.cause == .failingCheck, !gap.citations.isEmpty else { return .written }
        return gap.citations.allSatisfy { isOfDefault($0, gap) } ? .unset : .written
    }

    private func isOfDefault(_ citation: Citation, _ gap: Gap) -> Bool {
        // Of a file as a whole something is said, for example that it lies in the tree; of an agent it is what is absent.
        if citation.isOfWhole, let subject = gap.check.flatMap({ subjects[$0] }), subject.isOfFiles { return false }
        return citation.isOfDefault(assessment.evidence.excerpt(of: citation))
    }

    /// The places that a gap rests on; none when it names no more than a file that says nothing of it.
    private func places(of gap: Gap) -> Set<String> {
        guard gap.cause == .failingCheck else { return [] }
        let places = gap.citations.filter { !$0.isOfWhole }.map { citation in
            let place = "\(citation.artifact)\u{1F}\(citation.line ?? 0)\u{1F}\(citation.column ?? 0)"
            return isOfDefault(citation, gap) ? place + "\u{1F}\(citation.pointer ?? "")" : place
        }
        return Set(places)
    }

    private func isWaived(_ gap: Gap) -> Bool {
        gap.waiver.map { assessment.waivers.indices.contains($0) && assessment.waivers[$0].holds } ?? false
    }
}

extension Table {
    /// Whether its rows stand for files and what is written in them, so that a row for a whole file says something.
    fileprivate var isOfFiles: Bool {
        switch self {
        case .artifact, .instruction, .component, .statement, .setting, .hook, .credential, .dataSource: true
        default: false
        }
    }
}
