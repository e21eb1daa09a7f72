internal import Compliance

/// Counts of readings over items of one kind: what is not assessed is counted, so that the parts add up to the whole.
struct Tally {
    /// The kind that is counted.
    let kind: Control.Kind
    /// Items of the kind in the framework.
    let items: Int
    /// Agents that were held against them.
    let agents: Int
    /// Of what is not assessed, how much only a person can show.
    private(set) var needsPerson = 0

    private var counts: [Reading: Int] = [:]

    /// What all counts add up to.
    var total: Int { items * agents }

    /// How often a reading was given.
    subscript(_ reading: Reading) -> Int { counts[reading] ?? 0 }

    /// Counts of the items of one kind in a framework, for some agents.
    init(_ kind: Control.Kind, of framework: Framework, for agents: [AgentID], in index: AssessmentIndex) {
        let controls = framework.controls.filter { $0.kind == kind }
        self.kind = kind
        items = controls.count
        self.agents = agents.count
        let wanted = Dictionary(controls.map { ($0.id, $0.observability) }, uniquingKeysWith: { first, _ in first })
        var personal = wanted.values.count { $0 == .none } * agents.count
        for same in index.classes(of: agents) {
            for result in same.results {
                guard let observability = wanted[result.control] else { continue }
                let reading = Reading(result)
                if reading != .open {
                    counts[reading, default: 0] += same.agents.count
                    if observability == .none { personal -= same.agents.count }
                }
            }
        }
        let assessed = counts.values.reduce(0, +)
        counts[.open] = total - assessed
        needsPerson = personal
    }

    /// `72 outcomes: 4 shown, 3 partly shown, 11 not shown, 54 not assessed (of which 43 need a person)`.
    func sentence(for framework: Framework) -> String {
        let parts = Reading.allCases.compactMap { reading -> String? in
            let count = self[reading]
            // The unknown is always said, also when there is none of it.
            guard count > 0 || reading == .open else { return nil }
            let person =
                reading == .open && needsPerson > 0
                ? " (of which \(needsPerson) \(needsPerson == 1 ? "needs" : "need") a person)" : ""
            return "\(count) \(reading.words(for: kind))\(person)"
        }
        let whole = agents == 1 ? "\(items)" : "\(items) × \(agents) agents = \(total)"
        let noun = kind.noun(in: framework)
        let head = agents == 1 ? "\(whole) \(noun)" : "\(items) \(noun) × \(agents) agents"
        return "\(head) — \(parts.joined(separator: ", "))"
    }
}
