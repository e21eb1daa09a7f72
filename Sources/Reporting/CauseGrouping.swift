internal import Compliance

/// Puts gaps together: first those of an agent that rest on the same places, then the same of several agents.
struct CauseGrouping {
    let assessment: Assessment
    private let gaps: [Gap]
    private let checks: [CheckID: Check]
    private let agents: [AgentID: AgentSummary]

    /// Groups gaps of an assessment, all of them unless some are named.
    init(_ assessment: Assessment, of gaps: [Gap]? = nil) {
        self.assessment = assessment
        self.gaps = gaps ?? assessment.gaps
        checks = Dictionary(assessment.catalog.checks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        agents = Dictionary(assessment.agents.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private struct Key: Hashable {
        let origin: CauseGroup.Origin
        let words: String
        let isWaived: Bool
    }

    var groups: [CauseGroup] {
        var positions: [Key: Int] = [:]
        var found: [(key: Key, parts: [CauseGroup.Part])] = []
        for (agent, gaps) in byAgent() {
            for cause in causes(of: gaps) {
                let key = key(of: cause)
                let part = CauseGroup.Part(agent: agent, gaps: cause)
                if let position = positions[key] {
                    found[position].parts.append(part)
                } else {
                    positions[key] = found.count
                    found.append((key, [part]))
                }
            }
        }
        // Waived last, then by weight, then what most agents share.
        let sorted = found.compactMap { group($0.key, $0.parts) }.enumerated().sorted { left, right in
            let (a, b) = (left.element, right.element)
            if a.isAccepted != b.isAccepted { return b.isAccepted }
            if a.head.severity != b.head.severity { return a.head.severity > b.head.severity }
            return (-a.parts.count, left.offset) < (-b.parts.count, right.offset)
        }
        return sorted.map(\.element)
    }

    /// An agent may have several causes that read the same: they are one part of the group.
    private func group(_ key: Key, _ parts: [CauseGroup.Part]) -> CauseGroup? {
        let heads = parts.compactMap(\.gaps.first)
        guard let weight = heads.map(\.severity).max(), let head = heads.first(where: { $0.severity == weight })
        else { return nil }
        let merged = Dictionary(grouping: parts, by: \.agent).map { agent, parts in
            CauseGroup.Part(agent: agent, gaps: parts.flatMap(\.gaps))
        }
        return CauseGroup(
            origin: key.origin, head: head, parts: merged.sorted { $0.agent < $1.agent }, isAccepted: key.isWaived,
            isLighterAsTemplate: isLighter(head), sentence: sentence(key.origin, head, heads))
    }

    /// What is open, in one sentence that is true of all agents of a group.
    private func sentence(_ origin: CauseGroup.Origin, _ head: Gap, _ heads: [Gap]) -> String {
        let own = head.openSentence
        guard origin != .unknown, !heads.allSatisfy({ $0.openSentence == own }) else { return own }
        let plain = sentences(of: head)
        guard heads.allSatisfy({ sentences(of: $0) == plain }) else {
            return origin == .unset ? "Not met by default: \(head.title)" : own
        }
        // What has a name needs no owner, where it has several.
        return plain.first?.replacing("\" of \u{1E}", with: "\"").replacing("\u{1E}", with: "the product") ?? own
    }

    /// Whether a gap of a template lost a step of its severity.
    private func isLighter(_ gap: Gap) -> Bool {
        guard gap.cause == .failingCheck, agents[gap.agent]?.isTemplate == true,
            let check = gap.check.flatMap({ checks[$0] })
        else { return false }
        if check.subject == .credential {
            let secrets = assessment.evidence.secrets(of: gap.agent)
            if gap.citations.contains(where: { secrets.contains($0.place) }) { return false }
        }
        return gap.severity > .info || check.severity > .info
    }

    private func byAgent() -> [(AgentID, [Gap])] {
        let gaps = Dictionary(grouping: gaps, by: \.agent)
        return gaps.keys.sorted().map { ($0, gaps[$0] ?? []) }
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
        guard let product = agents[gap.agent]?.product, !product.isEmpty else { return said }
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
        if citation.isOfWhole, let check = gap.check.flatMap({ checks[$0] }), check.subject.isOfFiles { return false }
        return citation.isOfDefault(assessment.evidence.excerpt(of: citation))
    }

    private func isWaived(_ gap: Gap) -> Bool {
        gap.waiver.map { assessment.waivers.indices.contains($0) && assessment.waivers[$0].holds } ?? false
    }
}

extension CauseGrouping {
    /// A place that a gap rests on; of what is not set, the key that would say it.
    private struct Place: Hashable {
        let artifact: String
        let line: Int
        let column: Int
        let unset: String?
    }

    /// A gap with what it rests on.
    private struct Ranked {
        let gap: Gap
        let places: Set<Place>
        /// The MCP servers that its places belong to.
        let servers: Set<String>
        let isWaived: Bool
        let position: Int

        /// What is accepted comes last, then the heaviest first, then what rests on most.
        func precedes(_ other: Ranked) -> Bool {
            if isWaived != other.isWaived { return other.isWaived }
            if gap.severity != other.gap.severity { return gap.severity > other.gap.severity }
            return (-places.count, position) < (-other.places.count, other.position)
        }

        /// Whether mending this mends another: it holds its places, and both are about the same server, or none.
        ///
        /// What fails of several servers is as many things to change, and takes nothing of one of them along.
        func takes(_ other: Ranked) -> Bool {
            isWaived == other.isWaived && servers == other.servers && servers.count < 2
                && other.places.isSubset(of: places)
        }
    }

    /// The gaps of one agent by cause, each cause's heaviest first.
    ///
    /// A gap goes with the heaviest gap whose places hold all of its own: mending those mends it. Causes are looked up by
    /// place, so that many gaps are not compared with each other.
    func causes(of gaps: [Gap]) -> [[Gap]] {
        let ranked = gaps.enumerated().map { weighed($1, $0) }.sorted { $0.precedes($1) }
        var causes: [(first: Ranked, gaps: [Gap])] = []
        var holders: [Place: [Int]] = [:]
        for gap in ranked {
            let near = gap.places.first.flatMap { holders[$0] } ?? []
            if let holder = near.first(where: { causes[$0].first.takes(gap) }) {
                causes[holder].gaps.append(gap.gap)
            } else {
                for place in gap.places { holders[place, default: []].append(causes.count) }
                causes.append((gap, [gap.gap]))
            }
        }
        return causes.map(\.gaps)
    }

    /// A gap with its places; none when it names no more than a file that says nothing of it.
    private func weighed(_ gap: Gap, _ position: Int) -> Ranked {
        var places: Set<Place> = []
        var servers: Set<String> = []
        if gap.cause == .failingCheck {
            for citation in gap.citations where !citation.isOfWhole {
                places.insert(
                    Place(
                        artifact: citation.artifact, line: citation.line ?? 0, column: citation.column ?? 0,
                        unset: isOfDefault(citation, gap) ? citation.pointer ?? "" : nil))
                if let server = citation.server { servers.insert(server) }
            }
        }
        return Ranked(gap: gap, places: places, servers: servers, isWaived: isWaived(gap), position: position)
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
