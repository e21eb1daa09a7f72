internal import Compliance

/// Two assessments beside each other: which facts differ, and what explains a verdict that does.
struct Comparison {
    let before: Snapshot
    let after: Snapshot
    /// How checks bear on an item, by item and check, before and after.
    private let bearing: (before: Bearing, after: Bearing)
    private typealias Bearing = [String: [String: String]]
    /// Whether both remember which frameworks were assessed; the history did not always.
    private let knowsFrameworks: Bool
    /// Files that any check cites for an agent: a verdict may rest on a row beside the one that is judged.
    private let files: [String: Set<String>]

    init(before: Snapshot, after: Snapshot) {
        self.before = before
        self.after = after
        bearing = (Self.bearing(in: before), Self.bearing(in: after))
        knowsFrameworks = [before, after].allSatisfy { snapshot in
            snapshot.facts.keys.contains { $0.facet == .framework }
        }
        files = [before, after].reduce(into: [:]) { files, snapshot in
            for (key, fact) in snapshot.facts where key.facet == .check {
                files[key.agent, default: []].formUnion(fact.files)
            }
        }
    }

    /// What is said otherwise of one kind of thing, in the order of the keys.
    func changes(of facet: Fact.Facet) -> [Difference.Change] {
        if facet == .framework || facet == .mapping, !knowsFrameworks { return [] }
        let keys = Set(before.facts.keys).union(after.facts.keys).filter { $0.facet == facet }
        return keys.sorted().compactMap { key in
            let (old, new) = (before.facts[key], after.facts[key])
            let isSame = facet == .check || facet == .control ? said(old, key) == said(new, key) : old == new
            guard !isSame else { return nil }
            return Difference.Change(
                key: key, before: shown(old, key, in: before), after: shown(new, key, in: after), reasons: reasons(key))
        }
    }

    /// What a missing fact means: a check that is not there does not apply, an item of which nothing is said is open.
    private func said(_ fact: Fact?, _ key: Fact.Key) -> String {
        fact?.value
            ?? (key.facet == .check ? Verdict.notApplicable.rawValue : Verdict.undetermined.rawValue)
    }

    private func shown(_ fact: Fact?, _ key: Fact.Key, in snapshot: Snapshot) -> String? {
        guard key.facet == .check || key.facet == .control else { return fact?.value }
        guard snapshot.hasAgent(key.agent) else { return nil }
        if key.facet == .check, snapshot[.rule, "", key.name] == nil { return nil }
        return said(fact, key)
    }

    private func reasons(_ key: Fact.Key) -> [Difference.Reason] {
        switch key.facet {
        case .check: because(check: key)
        case .control: because(control: key)
        default: []
        }
    }

    private func because(check key: Fact.Key) -> [Difference.Reason] {
        if let appeared = appearance(of: key.agent) { return [appeared] }
        let (old, new) = (before.facts[key], after.facts[key])
        var reasons: [Difference.Reason] = []
        switch (before[.rule, "", key.name], after[.rule, "", key.name]) {
        case (nil, _?): return [.check("the check is new in the catalog")]
        case (_?, nil): return [.check("the check is no longer in the catalog")]
        case (let was?, let now?) where was.value != now.value:
            reasons.append(.check("the check asks something else now"))
        default: break
        }
        if let reason = new?.reason, !reason.isEmpty, reason != old?.reason { reasons.append(.sight(reason)) }
        let files = (old?.files ?? []).union(new?.files ?? []).union(files[key.agent] ?? [])
        let changed = files.filter { before[.artifact, "", $0] != after[.artifact, "", $0] }.sorted()
        if !changed.isEmpty {
            reasons.append(.evidence(changed.map(alteration)))
        } else if old?.basis != new?.basis, reasons.isEmpty {
            reasons.append(.evidence([]))
        }
        return reasons.isEmpty ? rest : reasons
    }

    private func because(control key: Fact.Key) -> [Difference.Reason] {
        if let appeared = appearance(of: key.agent) { return [appeared] }
        let framework = String(key.name.prefix { $0 != "/" })
        let moved = move(ofFramework: framework)
        // Whether a framework is assessed at all says all; that its text is another stands beside what else changed.
        if let moved, [before, after].contains(where: { $0[.framework, "", framework] == nil }) { return [moved] }
        let reasons = [moved].compactMap(\.self) + checks(bearingOn: key) + statements(on: key)
        return reasons.isEmpty ? rest : reasons
    }

    /// Checks that bear on an item otherwise, or say something else.
    private func checks(bearingOn key: Fact.Key) -> [Difference.Reason] {
        let (was, now) = (bearing.before[key.name] ?? [:], bearing.after[key.name] ?? [:])
        return Set(was.keys).union(now.keys).sorted().compactMap { check -> Difference.Reason? in
            switch (was[check], now[check]) {
            case (nil, let how?): return .mapping("\(check) bears on it now, as \(how)")
            case (let how?, nil): return .mapping("\(check) bears on it no longer, as \(how)")
            case (let old?, let new?) where old != new:
                return .mapping("\(check) bears on it as \(new), before as \(old)")
            default: break
            }
            let checkKey = Fact.Key(.check, agent: key.agent, check)
            let (old, new) = (said(before.facts[checkKey], checkKey), said(after.facts[checkKey], checkKey))
            return old == new ? nil : .verdict(CheckID(check), before: old, after: new)
        }
    }

    /// Statements on an item that count otherwise.
    private func statements(on key: Fact.Key) -> [Difference.Reason] {
        let changed = Set(before.facts.keys).union(after.facts.keys).filter { other in
            other.facet == .statement && other.agent == key.agent && other.name.hasPrefix(key.name + " ")
                && before.facts[other] != after.facts[other]
        }
        return changed.sorted().map { other in
            let standing = after.facts[other]?.value ?? "is gone"
            return .statement("the statement by \(other.name.dropFirst(key.name.count + 4)) \(standing)")
        }
    }

    private func appearance(of agent: String) -> Difference.Reason? {
        if !before.hasAgent(agent) { return .agentAppeared }
        return after.hasAgent(agent) ? nil : .agentGone
    }

    /// That a framework was not assessed before, is not any more, or is another edition.
    private func move(ofFramework id: String) -> Difference.Reason? {
        guard knowsFrameworks else { return nil }
        switch (before[.framework, "", id], after[.framework, "", id]) {
        case (nil, _?): return .framework("\(id) was not assessed before")
        case (_?, nil): return .framework("\(id) is not assessed any more")
        case (let old?, let new?) where old.value != new.value:
            return .framework("the edition of \(id) was \(old.value), is \(new.value)")
        case (let old?, let new?) where old.basis != new.basis: return .framework("the items of \(id) are others")
        default: return nil
        }
    }

    private static func bearing(in snapshot: Snapshot) -> Bearing {
        snapshot.facts.reduce(into: [:]) { bearing, entry in
            guard entry.key.facet == .rule else { return }
            for line in entry.value.basis.split(separator: "\n") {
                let words = line.split(separator: " ", maxSplits: 1).map(String.init)
                bearing[words[0], default: [:]][entry.key.name] = words.count > 1 ? words[1] : ""
            }
        }
    }

    private func alteration(of path: String) -> String {
        switch (before[.artifact, "", path], after[.artifact, "", path]) {
        case (nil, _): "\(path) is new"
        case (_, nil): "\(path) is gone"
        case (_, let now?) where now.value == "refused": "\(path) could not be read"
        default: path
        }
    }

    private var rest: [Difference.Reason] {
        if before.tool != after.tool { return [.tool("Surety \(before.tool) judged before, \(after.tool) now")] }
        return [.unknown]
    }
}
