internal import Compliance

/// Checks of one agent that could not be decided, those that want the same rows together.
struct UndecidedChecks {
    /// Groups of results, in the order of their first checks.
    let groups: [[CheckResult]]

    /// What is undecided, without the checks all of whose rows already fail another one: mending that decides them.
    ///
    /// Only what is written can be mended: the row of the agent itself stands for no line of a file.
    init(_ results: [CheckResult], beside failures: [Gap], in catalog: Catalog) {
        let failed = Set(failures.flatMap(\.citations))
        var order: [Set<Citation>] = []
        var groups: [Set<Citation>: [CheckResult]] = [:]
        for result in results where result.verdict == .undetermined {
            let unknown = result.findings.filter { $0.verdict == .undetermined }
            let places = Set(unknown.flatMap(\.citations))
            let isMended =
                catalog.check(result.check)?.subject != .agent && !places.isEmpty && places.isSubset(of: failed)
            guard !unknown.isEmpty, !isMended else { continue }
            if groups[places] == nil { order.append(places) }
            groups[places, default: []].append(result)
        }
        self.groups = order.compactMap { groups[$0] }
    }
}
