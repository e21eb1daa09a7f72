internal import Compliance

/// Checks of one agent that could not be decided, those that want the same rows together.
struct UndecidedChecks {
    /// Groups of results, in the order of their first checks.
    let groups: [[CheckResult]]

    /// What is undecided, without the checks all of whose rows already fail another one: mending that decides them.
    init(_ results: [CheckResult], beside failures: [Gap]) {
        let failed = Set(failures.flatMap(\.citations))
        var order: [Set<Citation>] = []
        var groups: [Set<Citation>: [CheckResult]] = [:]
        for result in results where result.verdict == .undetermined {
            let unknown = result.findings.filter { $0.verdict == .undetermined }
            let places = Set(unknown.flatMap(\.citations))
            guard !unknown.isEmpty, places.isEmpty || !places.isSubset(of: failed) else { continue }
            if groups[places] == nil { order.append(places) }
            groups[places, default: []].append(result)
        }
        self.groups = order.compactMap { groups[$0] }
    }
}
